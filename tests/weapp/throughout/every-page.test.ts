import { readAppPackage } from '../../support/mini-program/package/app-package'
import { builtFor, type Way } from '../../support/mini-program/builds'
import type { Phone } from '../../support/mini-program/phone/phone'
import { attribute, descendants, lineage, type ScreenNode } from '../../support/mini-program/view/node'
import type { MiniProgram } from '../../support/mini-program/mini-program'
import type { Target } from '../../support/mini-program/view/query'
import { textOf } from '../../support/mini-program/view/visible-text'
import { livingResidents } from '../../support/mini-program/residents'

const residents = livingResidents()
const { pages: shipped } = readAppPackage(builtFor('callFunction'))
/** Pages for staff are in the other build only. */
const staffs = readAppPackage(builtFor('request')).pages.filter((page) => page.startsWith('staff/'))
const pages = [...shipped, ...staffs]
const wayOf = (page: string): Way => (staffs.includes(page) ? 'request' : 'callFunction')

/** Some pages need to know of what. */
const IDS: Readonly<Record<string, string>> = {
  'office/pages/office/index': 'wutong-hall',
  'news/pages/article/index': 'new-room',
}
const urlOf = (page: string): string => `/${page}${IDS[page] === undefined ? '' : `?id=${IDS[page]}`}`

const PHONES: readonly (readonly [string, Partial<Phone>])[] = [
  ['an ordinary phone', {}],
  ['an iPhone in the dark at 关怀 size', { platform: 'ios', theme: 'dark', fontSize: 23.8 }],
]

describe.each(PHONES)('on %s', (_, given) => {
  it.each(pages)('%s opens by itself and says what it is', async (page) => {
    const app = await residents.open({
      url: urlOf(page),
      phone: residents.phone(given),
      way: wayOf(page),
    })
    expect(app.title()).not.toBe('')
    expect(app.lines().length).toBeGreaterThan(1)
  })
})

describe('what can be written into', () => {
  it.each(pages)('on %s stays clear of the keyboard, with what is said of it', async (page) => {
    const app = await residents.open({ url: urlOf(page), way: wayOf(page) })
    const fields = descendants(app.root()).filter(({ tag }) => tag === 'input' || tag === 'textarea')
    for (const field of fields) expect(Number(attribute(field, 'cursor-spacing'))).toBeGreaterThanOrEqual(80)
  })
})

describe('what can be tapped', () => {
  it.each(pages)('on %s says in the compiled tree what it is and what it is called', async (page) => {
    const app = await residents.open({ url: urlOf(page), way: wayOf(page) })
    const hearing = descendants(app.root()).filter(hearsTaps)
    expect(hearing.length).toBeGreaterThan(0)
    expect(hearing.filter((node) => !isNamedControl(node)).map(textOf)).toEqual([])
    // One inside another would be read out as one and tapped as the other.
    expect(hearing.filter((node) => lineage(node).slice(1).some(hearsTaps)).map(textOf)).toEqual([])
  })

  it.each(pages)(
    'on %s has a name for screen readers and leads somewhere, and something leads on',
    async (page) => {
      const start = () =>
        residents.open({
          url: urlOf(page),
          phone: residents.phone({ codeInSight: 'https://elsewhere.example/' }),
          way: wayOf(page),
        })
      let app = await start()
      const [first, controls] = [said(app), controlsOf(app)]
      let left = 0
      for (const control of controls) {
        expect(control.name).not.toBe('')
        // As if nobody had tapped yet; otherwise somebody new comes.
        if (app.depth() !== 1 || said(app) !== first) {
          await app.close()
          app = await start()
        }
        const seen = (): string => JSON.stringify([said(app), app.record.calls])
        const before = seen()
        await app.tap(control.target)
        expect([control.name, seen()]).not.toEqual([control.name, before])
        expect(app.record.privateCalls.filter(({ hadConsent }) => !hadConsent)).toEqual([])
        if (app.route() !== page) left += 1
        if (app.depth() > 1) await app.back()
      }
      expect(app.record.privateCalls.filter(({ hadConsent }) => !hadConsent)).toEqual([])
      expect([page, left]).not.toEqual([page, 0])
    },
  )
})

/** Text is put into a field, and a start onto a map: neither is a button. What a map shows stands in a list too. */
const hearsTaps = (node: ScreenNode): boolean =>
  attribute(node, 'bindtap') !== undefined && !['input', 'textarea', 'map'].includes(node.tag)

const roleOf = (node: ScreenNode): unknown =>
  attribute(node, 'aria-role') ?? (node.tag === 'button' ? 'button' : undefined)

const isNamedControl = (node: ScreenNode): boolean =>
  ['button', 'link'].includes(String(roleOf(node))) &&
  (String(attribute(node, 'aria-label') ?? '') || textOf(node)) !== ''

/** Where somebody is, what it says there, and what is read out of buttons: the only sign of some choices. */
const said = (app: MiniProgram): string =>
  JSON.stringify([
    app.route(),
    app.lines(),
    app.all({ role: 'button' }).map((node) => String(attribute(node, 'aria-label') ?? '')),
  ])

interface Control {
  readonly name: string
  readonly target: Target
}

/** What can be tapped on a page, each name once; what is chosen already changes nothing. */
function controlsOf(app: MiniProgram): readonly Control[] {
  const controls = (['button', 'link'] as const).flatMap((role) => {
    // WeChat itself answers a tap on its forwarding button, with its own list of friends.
    const ours = app.all({ role }).filter((node) => attribute(node, 'open-type') !== 'share')
    return ours.map((node): Control => {
      const label = String(attribute(node, 'aria-label') ?? '')
      return label === ''
        ? { name: textOf(node), target: { role, text: textOf(node) } }
        : { name: label, target: { role, label } }
    })
  })
  const byName = new Map(controls.map((control) => [control.name, control]))
  return [...byName.values()].filter(({ name }) => !name.startsWith('已选中'))
}
