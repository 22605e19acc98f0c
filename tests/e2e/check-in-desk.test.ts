import { randomUUID } from 'node:crypto'
import { act, done } from '../support/activities/activities'
import { admit } from '../support/api/people'
import { makeClassNow, makeNamedParty } from '../support/activities/named-party'
import { readers } from '../support/browser/readers'
import { asShown, shown, tap } from '../support/browser/shown'
import type { Visit, VisitOptions } from '../support/browser/visit'
import { NARROW, wellIn } from '../support/browser/well'

const reader = readers({ isDemo: true })
const DOOR = '/staff/pages/door/index'

/** A string is the whole text here: counts stand close together. */
const sees = (visit: Visit, text: string | RegExp) =>
  shown(visit)
    .getByText(typeof text === 'string' ? text : asShown(text), { exact: typeof text === 'string' })
    .first()
    .waitFor()
const plusOne = (visit: Visit) => tap(visit, '加 1 位没有手机的街坊')
const type = async (visit: Visit, number: string) => {
  await tap(visit, '输号码')
  for (const digit of number) await tap(visit, digit)
}

/** A class with three parties, and its door opened by the scanner whom a demonstration lends. */
async function openDesk(
  options: Omit<VisitOptions, 'origin'> = {},
  title = '中国结课',
  as = '演示：当扫码员',
) {
  const { api } = reader.backend()
  const id = await makeClassNow(api, { title })
  const family = await makeNamedParty(api, id, '王秀英', [['小明', 2018]])
  const alone = await makeNamedParty(api, id, '李国强')
  const visit = await reader.visit(options)
  await visit.goto(DOOR)
  await sees(visit, '这一页只给工作人员看')
  // What Chromium writes by itself of a resident who is turned away.
  for (const complaint of visit.takeComplaints()) expect(complaint).toMatch('status of 403')
  await tap(visit, as)
  await sees(visit, '今天在哪个门口？')
  return { id, family, alone, visit }
}

describe('the door of a demonstration', () => {
  it('keeps the list sealed in the browser, and shows it again where no answer comes', async () => {
    const { id, visit, family } = await openDesk({}, '刻纸课')
    const door = `${DOOR}?id=${id}`
    await visit.goto(door)
    await sees(visit, '共 0 位')
    await visit.page.waitForFunction(() => localStorage.getItem('door-lists-2') !== null)
    const kept = await visit.page.evaluate(() => Object.values(localStorage).join())
    expect(kept).not.toContain('王**')
    await visit.page.route('**/api/door.*', (route) => route.abort('internetdisconnected'))
    await visit.goto(door)
    await type(visit, family.number)
    await sees(visit, '来的是哪几位？')
  })

  it('is refused to a resident, lent with its staff, and lets people in', async () => {
    const { visit, family } = await openDesk({}, '剪纸课')
    await tap(visit, /剪纸课/)
    await sees(visit, '共 0 位')
    await type(visit, family.number)
    await sees(visit, '来的是哪几位？')
    await tap(visit, '2 位签到')
    await sees(visit, '王**、小** 已签到')
    await plusOne(visit)
    await sees(visit, '无手机 1 位')
    await sees(visit, '共 3 位')
    await visit.goto('/pages/me/index')
    await tap(visit, /工作人员/)
    await sees(visit, '今天在哪个门口？')
  })

  it('goes on without network and sends what happened when it is back', async () => {
    const { visit, alone, id } = await openDesk({}, '书法课')
    await visit.goto(`${DOOR}?id=${id}`)
    await sees(visit, '共 0 位')
    await visit.context.setOffline(true)
    await type(visit, alone.number)
    await tap(visit, '签到')
    await sees(visit, '李** 已记下')
    await visit.context.setOffline(false)
    await sees(visit, '李** 已签到')
    expect(await entriesOf(id)).toEqual([{ flags: ['offline'] }])
  })
})

/** A long line about a place, and one that WeChat has not judged about a place that is missing. */
async function reportSomething(): Promise<void> {
  const { api } = reader.backend()
  const { token } = await admit(api.db)
  const note = '周日从来不开，门口的牌子写的时间也不对，'.repeat(4)
  for (const [facilityId, reason] of [
    ['wutong-canteen', 'hours'],
    [null, 'missing'],
  ])
    await done(
      api.call('lifeCircle.report', { facilityId, reason, note, requestId: randomUUID() }, { token }),
    )
}

const entriesOf = (id: string) =>
  reader.backend().api.db.selectFrom('door_entry').select('flags').where('activity_id', '=', id).execute()

describe.each(NARROW)('in %s', (name, { least, ...options }) => {
  it('every state of the door can be read, hit and heard', async () => {
    const { visit, family, id } = await openDesk(options, name)
    const isWell = wellIn(visit, least)
    await isWell('doors of today')
    await visit.goto(`${DOOR}?id=${id}`)
    await sees(visit, '共 0 位')
    await isWell('the desk')
    await type(visit, '0000')
    await sees(visit, /名单里没有这个号码/)
    await isWell('a wrong number')
    for (const digit of family.number) await tap(visit, digit)
    await sees(visit, '来的是哪几位？')
    await isWell('a party')
    await tap(visit, '看王**的全名')
    await sees(visit, '王秀英')
    await isWell('one person, opened')
    await tap(visit, '收起')
    await tap(visit, '2 位签到')
    await sees(visit, '王**、小** 已签到')
    await isWell('somebody let in')
    await type(visit, family.number)
    await sees(visit, '都到了，不用再签。')
    await isWell('everybody here')
    await tap(visit, '回到门口')
    await tap(visit, '找姓氏')
    await isWell('surnames')
    await tap(visit, '李')
    await tap(visit, '签到')
    await sees(visit, '李** 已签到')
    await tap(visit, '刚才签到的，礼品、撤销')
    await tap(visit, /^李\*\*，/)
    await isWell('who came')
    await tap(visit, '撤销')
    await tap(visit, '别的原因')
    await isWell('undoing')
    await tap(visit, '点错人了')
    await sees(visit, '李** 的签到已撤销')
    await visit.context.setOffline(true)
    await plusOne(visit)
    await sees(visit, '联网后自动上传')
    await isWell('without network')
    await visit.context.setOffline(false)
    await reportSomething()
    await visit.goto('/staff/pages/reports/index')
    await sees(visit, '这一页只给工作人员看')
    for (const complaint of visit.takeComplaints()) expect(complaint).toMatch('status of 403')
    await tap(visit, /当社工/)
    await sees(visit, /条等着处理/)
    await isWell('what residents say is wrong on the map')
  })

  it('urgent notices and suggestions are an editor’s to write and to answer', async () => {
    const { api } = reader.backend()
    const writer = await admit(api.db)
    const text = `${least.target} 号三楼的灯不亮`
    await done(act(api, 'suggestion.send', writer, { text, phone: `1380000${least.target}78` }))
    const visit = await reader.visit(options)
    const isWell = wellIn(visit, least)
    await visit.goto('/staff/pages/notices/index')
    await tap(visit, /当编辑/)
    await tap(visit, '写一条紧急通知')
    await isWell('a notice to write')
    const [what, how] = [shown(visit).getByLabel('一句话说清什么事'), shown(visit).getByLabel('大家要怎么做')]
    await what.fill('明早停水')
    await how.fill('六点到八点停水，请先接好。')
    await tap(visit, '先看看样子')
    await sees(visit, '大屏上是这样')
    await isWell('a notice as others will see it')
    await visit.goto('/staff/pages/suggestions/index')
    await sees(visit, text)
    await isWell('what residents wrote')
    await tap(visit, `看号码 138****${least.target}78`)
    await isWell('a number before it is opened')
    await tap(visit, '先不看')
    await tap(visit, `回复：${text}`)
    await isWell('an answer to write')
  })

  it('a roll is closed, and somebody on it corrected', async () => {
    const { api } = reader.backend()
    const starts_at = new Date('2026-11-20T10:30:00+08:00')
    const id = await makeClassNow(api, { title: `织毛线 ${least.target}` })
    await makeNamedParty(api, id, '王秀英', [['小明', 2018]])
    await api.db
      .updateTable('activity')
      .set({ starts_at, ends_at: new Date('2026-11-20T12:00:00+08:00') })
      .where('id', '=', id)
      .execute()
    const { visit } = await openDesk(options, `${name}，点名册`, '演示：当社工')
    const isWell = wellIn(visit, least)
    await tap(visit, /^点名册/)
    await tap(visit, new RegExp(`织毛线 ${least.target}`))
    await sees(visit, '没来 2 位')
    await visit.goto('/staff/pages/rolls/index')
    await sees(visit, /可以关了/)
    await isWell('rolls')
    await visit.goto(`/staff/pages/rolls/index?id=${id}`)
    await sees(visit, '没来 2 位')
    await isWell('a roll that can be closed')
    await tap(visit, '关上点名册')
    await isWell('what closing means')
    await tap(visit, '关上')
    await sees(visit, /关好了/)
    await isWell('a closed roll')
    await tap(visit, /^王\*\*，/)
    await isWell('correcting')
    await tap(visit, '签在纸上了')
    await sees(visit, '来了 1 位')
    await sees(visit, /改成“来了”：签在纸上了/)
    await isWell('a corrected roll')
  })
})
