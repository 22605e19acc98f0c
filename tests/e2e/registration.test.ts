import { withoutBreaks } from '../../core/kernel/line-breaks'
import { makeActivity } from '../support/activities/activities'
import { readers } from '../support/browser/readers'
import { sees, shown, tap } from '../support/browser/shown'
import type { Visit } from '../support/browser/visit'
import { NARROW, wellIn } from '../support/browser/well'

const reader = readers({ isDemo: true })

const activity = (capacity: number) => makeActivity(reader.backend().api.db, { capacity })
const registerPage = (id: string) => `/activity/pages/register/index?id=${id}`

async function addMember(visit: Visit, relation: string, year: string, button: string): Promise<void> {
  await tap(visit, '加一位家人')
  await tap(visit, relation)
  await shown(visit).getByLabel('哪一年生的？').fill(year)
  await tap(visit, button)
}

describe('a resident in a browser', () => {
  it('registers a family, hands a place over by a link, and either of the two cancels', async () => {
    const daughter = await reader.visit()
    await daughter.goto(registerPage(await activity(3)))
    await addMember(daughter, '妈妈', '1955', '加上')
    await addMember(daughter, '孩子', '2018', '我同意，加上')
    await tap(daughter, '报名，3 位')
    await sees(daughter, /^已报名，号码 \d{4}$/)
    await tap(daughter, '看我的报名')
    await tap(daughter, '交给妈妈')
    const link = new URL(
      await shown(daughter)
        .getByText(/token=/)
        .innerText(),
    )

    const mother = await reader.visit()
    await mother.goto(link.pathname + link.search)
    expect(await mother.text()).not.toContain('妈妈')
    await tap(mother, '是我')
    await sees(mother, /^领好了，号码 \d{4}$/)
    await tap(mother, '看我的报名')
    await tap(mother, '取消报名')
    await sees(mother, '取消后，位子会给候补的街坊。想再来要重新排。')
    await tap(mother, '确定取消')
    await sees(mother, '再报一次')

    await daughter.goto('/activity/pages/mine/index')
    await sees(daughter, '已取消')
  })

  it('cut off from the network sees that nothing was sent, and sends it later', async () => {
    const visit = await reader.visit()
    await visit.goto(registerPage(await activity(1)))
    await visit.context.setOffline(true)
    await tap(visit, '给自己报名')
    await sees(visit, '还没送到。网好了再点一次，不会报两次。')
    await visit.context.setOffline(false)
    await tap(visit, '给自己报名')
    await sees(visit, /^已报名，号码 \d{4}$/)
  })
})

describe('from the first screen to the number', () => {
  const soon = (title: string) =>
    makeActivity(reader.backend().api.db, {
      title,
      starts_at: new Date('2026-11-24T14:00:00+08:00'),
      ends_at: new Date('2026-11-24T16:00:00+08:00'),
    })
  const registersBy = async (visit: Visit, taps: readonly (string | RegExp)[]): Promise<void> => {
    await visit.goto('/pages/home/index')
    for (const name of taps) await tap(visit, name)
    await sees(visit, /^已报名，号码 \d{4}$/)
  }

  it('it takes two taps in the standard edition', async () => {
    await soon('两下就好')
    await registersBy(await reader.visit(), [/^报名：两下就好，/, '给自己报名'])
  })

  it('it takes four in the elder edition, from any day', async () => {
    await soon('四下就好')
    const visit = await reader.visit({ display: { edition: 'elder', elderScale: 1.8 } })
    await registersBy(visit, ['有什么活动', /^今天/, /^报名：四下就好，/, '给自己报名'])
  })
})

describe('cancelling', () => {
  it('takes three taps from the first screen, in a sheet that is read from its heading and has its buttons in sight', async () => {
    const visit = await reader.visit()
    const id = await makeActivity(reader.backend().api.db, {
      title: '又来不了',
      starts_at: new Date('2026-11-24T12:00:00+08:00'),
      ends_at: new Date('2026-11-24T13:00:00+08:00'),
    })
    await visit.goto(registerPage(id))
    await tap(visit, '给自己报名')
    await sees(visit, /^已报名，号码 \d{4}$/)

    await tap(visit, '回首页')
    await tap(visit, /又来不了.*\d{4}/)
    await tap(visit, '取消报名')
    const sheet = visit.page.getByRole('dialog', { name: '要取消这次报名吗？' })
    await sheet.waitFor()
    expect(await visit.page.evaluate(() => document.activeElement?.tagName)).toBe('H2')
    for (const name of ['不取消', '确定取消']) {
      const box = await sheet.getByRole('button', { name }).boundingBox()
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(844)
    }
    await visit.page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'detached' })
    const focused = await visit.page.evaluate(() => document.activeElement?.textContent ?? '')
    expect(withoutBreaks(focused)).toBe('取消报名')
    await tap(visit, '取消报名')
    await tap(visit, '确定取消')
    await sees(visit, '再报一次')
  })
})

describe.each(NARROW)('in %s', (_, { least, ...options }) => {
  it('every page of registering can be read, hit and heard', async () => {
    const visit = await reader.visit(options)
    const isWell = wellIn(visit, least)
    await visit.goto('/me/pages/family/index')
    await isWell('no family')
    await addMember(visit, '妈妈', '1955', '加上')
    await sees(visit, '1955 年生')
    await isWell('family')
    await tap(visit, '加一位家人')
    await tap(visit, '加上')
    await isWell('a new relative')
    const url = registerPage(await activity(2))
    await visit.goto(url)
    await isWell('register')
    await tap(visit, '要帮忙')
    await tap(visit, '换个办法告诉我')
    await isWell('register, with all that can be asked')
    await tap(visit, '报名，2 位')
    await sees(visit, /^已报名，号码 \d{4}$/)
    await isWell('registered')
    await tap(visit, '看我的报名')
    await tap(visit, '交给妈妈')
    await tap(visit, '有人来不了')
    await tap(visit, '妈妈不来了')
    await isWell('somebody does not come')
    await tap(visit, '不取消')
    await isWell('registration')
    await tap(visit, '取消报名')
    await isWell('cancelling')
    await tap(visit, '不取消')
    const link = new URL(
      await shown(visit)
        .getByText(/token=/)
        .innerText(),
    )
    for (const route of [
      '/activity/pages/mine/index',
      '/me/pages/messages/index',
      link.pathname + link.search,
    ]) {
      await visit.goto(route)
      await isWell(route)
    }
  })
})
