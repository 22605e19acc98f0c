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
  it.each(pages)('%s opens by itself, says what it is, and offers a way on', async (page) => {
    const app = await residents.open({
      url: urlOf(page),
      phone: residents.phone(given),
      way: wayOf(page),
    })
    expect(app.title()).not.toBe('')
    expect(app.lines().length).toBeGreaterThan(1)
    expect(app.all({ role: 'button' }).length + app.all({ role: 'link' }).length).toBeGreaterThan(0)
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

  it.each(pages)('on %s has a name for screen readers and leads somewhere', async (page) => {
    for (const door of await doorsOf(page)) {
      expect(door.name).not.toBe('')
      const phone = residents.phone({ codeInSight: 'https://elsewhere.example/' })
      const app = await residents.open({ url: urlOf(page), phone, way: wayOf(page) })
      const seen = (): string => JSON.stringify([app.route(), app.lines(), labels(app), app.record.calls])
      const before = seen()
      await app.tap(door.target)
      expect([door.name, seen()]).not.toEqual([door.name, before])
      expect(app.record.privateCalls.filter(({ hadConsent }) => !hadConsent)).toEqual([])
      await app.close()
    }
  })
})

/** Fields hear taps too; their own kind says what they are. */
/** Text is put into a field, and a start onto a map: neither is a button. What a map shows stands in a list too. */
const hearsTaps = (node: ScreenNode): boolean =>
  attribute(node, 'bindtap') !== undefined && !['input', 'textarea', 'map'].includes(node.tag)

const roleOf = (node: ScreenNode): unknown =>
  attribute(node, 'aria-role') ?? (node.tag === 'button' ? 'button' : undefined)

const isNamedControl = (node: ScreenNode): boolean =>
  ['button', 'link'].includes(String(roleOf(node))) &&
  (String(attribute(node, 'aria-label') ?? '') || textOf(node)) !== ''

/** What is read out of buttons: the only sign of a choice that changes no other word. */
const labels = (app: MiniProgram): readonly string[] =>
  app.all({ role: 'button' }).map((node) => String(attribute(node, 'aria-label') ?? ''))

interface Door {
  readonly name: string
  readonly target: Target
}

/** What can be tapped on a page, each name once; what is chosen already changes nothing. */
async function doorsOf(page: string): Promise<readonly Door[]> {
  const app = await residents.open({ url: urlOf(page), way: wayOf(page) })
  const doors = (['button', 'link'] as const).flatMap((role) => {
    // WeChat itself answers a tap on its forwarding button, with its own list of friends.
    const ours = app.all({ role }).filter((node) => attribute(node, 'open-type') !== 'share')
    return ours.map((node): Door => {
      const label = String(attribute(node, 'aria-label') ?? '')
      return label === ''
        ? { name: textOf(node), target: { role, text: textOf(node) } }
        : { name: label, target: { role, label } }
    })
  })
  const byName = new Map(doors.map((door) => [door.name, door]))
  return [...byName.values()].filter(({ name }) => !name.startsWith('已选中'))
}
