import { admit } from '../support/api/people'
import { makeClass, posterOf } from '../support/activities/codes'
import { readers } from '../support/browser/readers'
import { heading, sees, shown, tap } from '../support/browser/shown'
import { NARROW, wellIn } from '../support/browser/well'

const reader = readers({ isDemo: true })
const production = readers()

async function posterPage({ backend }: typeof reader): Promise<string> {
  const { api } = backend()
  return `/pages/scan/index?scene=${await posterOf(api, await admit(api.db, 'admin'))}`
}

describe('a browser of the demonstration', () => {
  it('checks in, and is friendly the second time', async () => {
    const visit = await reader.visit()
    const page = await posterPage(reader)
    await visit.goto(page)
    await tap(visit, '打卡')
    await heading(visit, '打卡成功，今天 10:00')
    await visit.goto(page)
    await heading(visit, '今天 10:00 已打卡，不用再扫')
  })

  it('cut off from the network keeps the scan, and sends it when that is back', async () => {
    const visit = await reader.visit()
    await visit.goto(await posterPage(reader))
    await visit.context.setOffline(true)
    await tap(visit, '打卡')
    await heading(visit, '已记下，联网后自动上传')
    await visit.context.setOffline(false)
    await heading(visit, /^打卡成功/)
  })
})

describe('a browser in production', () => {
  it('shows where the code belongs and how to go on in WeChat, and keeps nothing', async () => {
    const visit = await production.visit()
    await visit.goto(await posterPage(production))
    await heading(visit, '打卡要在微信里做')
    await sees(visit, /^门口的码要用手机微信扫/)
    expect(await shown(visit).getByRole('button', { name: '打卡', exact: true }).count()).toBe(0)
    expect(
      await visit.page.evaluate(() => Object.keys(localStorage).filter((key) => /^act/.test(key))),
    ).toEqual([])
  })
})

describe.each(NARROW)('in %s', (_, { least, ...options }) => {
  it('every state of the landing page can be read, hit and heard', async () => {
    const visit = await reader.visit(options)
    const { page } = visit
    const isWell = wellIn(visit, least)
    const poster = await posterPage(reader)
    await visit.goto(poster)
    await sees(visit, '您在')
    await isWell('opened')
    const times = { starts_at: new Date('2026-11-24T02:00:00Z'), ends_at: new Date('2026-11-24T03:00:00Z') }
    const activityId = await makeClass(reader.backend().api.db, { ...times, capacity: 5, title: '剪纸课' })
    await visit.goto(poster)
    await sees(visit, '这里正在办：剪纸课')
    await isWell('a walk-in is asked')
    await tap(visit, '我没报名，现在参加（还有 5 个位子）')
    await tap(visit, '打卡')
    await heading(visit, /^打卡成功/)
    await isWell('checked in')
    await reader
      .backend()
      .api.db.updateTable('activity')
      .set({ status: 'withdrawn' })
      .where('id', '=', activityId)
      .execute()
    for (const route of ['/pages/scan/index?code=weixin', `/pages/scan/index?scene=${'A'.repeat(22)}`]) {
      await visit.goto(route)
      await isWell(route)
    }
    await visit.goto(poster)
    await page.route('**/api/checkIn.*', (call) => call.abort())
    await visit.goto(poster)
    await heading(visit, '已记下，联网后自动上传')
    await isWell('kept')
    await visit.goto('/pages/home/index')
    await sees(visit, '有 1 次打卡等着上传')
    await isWell('home while one waits')
    await page.unroute('**/api/checkIn.*')
    await tap(visit, '现在上传')
    await tap(visit, '知道了')
  })
})
