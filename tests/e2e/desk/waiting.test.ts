import type { Page } from 'playwright-core'
import { act, done, makeActivity, register } from '../../support/activities/activities'
import { draftAct, saveDraft, type SavedDraft } from '../../support/activities/drafts'
import { admit } from '../../support/api/people'
import { OWN_OFFICE, type TestApi } from '../../support/api/test-api'
import { looksRight, signInAtDesk } from '../../support/browser/desk'
import { readers } from '../../support/browser/readers'

const reader = readers({ isDemo: true })

const section = (page: Page, name: string) =>
  page.getByRole('region', { name: new RegExp(`^${name}`) }).innerText()

/** Something of everything that can wait for an editor. */
async function fillDesk(api: TestApi): Promise<void> {
  const clerk = await admit(api.db, 'office', OWN_OFFICE)
  const newYear = { name: '元旦', from: '2027-01-01', to: '2027-01-03' }
  await done(
    act(api, 'holiday.save', await admit(api.db, 'admin'), {
      year: 2027,
      version: 0,
      spans: [newYear],
      workdays: [],
      isComplete: true,
    }),
  )
  const saved = await done<SavedDraft>(saveDraft(api, clerk, { officeId: OWN_OFFICE }))
  await done(draftAct(api, 'draft.handIn', clerk, saved))
  const choir = await makeActivity(api.db, { title: '合唱', office_id: OWN_OFFICE, capacity: 9 })
  await register(api, choir, { telling: 'phone', phone: '13800000001' })
  await done(
    act(api, 'activity.change', clerk, { activityId: choir, kind: 'indoors', place: '二楼', startsAt: null }),
  )
  const past = await makeActivity(api.db, { title: '书法', office_id: OWN_OFFICE })
  const { who } = await register(api, past)
  await api.db
    .updateTable('activity')
    .set({ starts_at: new Date('2026-11-19T01:00:00Z'), ends_at: new Date('2026-11-19T02:00:00Z') })
    .where('id', '=', past)
    .execute()
  await api.db
    .insertInto('suggestion')
    .values({
      text: '三楼扶手松了',
      at: new Date('2026-11-18T01:00:00Z'),
      checked: 'passed',
      resident_id: who.residentId,
    })
    .execute()
  await api.db
    .insertInto('facility_report')
    .values({
      facility_id: OWN_OFFICE,
      reason: 'hours',
      note: '周日不开',
      checked: 'passed',
      reporter_id: who.residentId,
      reported_at: new Date('2026-11-19T01:00:00Z'),
    })
    .execute()
  await api.db
    .insertInto('screen')
    .values({
      id: 'screen000000ab12',
      office_id: OWN_OFFICE,
      key: Buffer.alloc(32),
      key_sealed: false,
      paired_at: new Date('2026-11-01T00:00:00Z'),
      paired_by: null,
      seen_at: new Date('2026-11-23T08:00:00Z'),
    })
    .execute()
}

it('where nothing waits the desk says so, and its title has no number', async () => {
  const visit = await reader.visit()
  const { page } = visit
  await signInAtDesk(reader.backend(), visit, 'office')
  await page.getByText('现在没有等着办的事。').waitFor()
  expect(await page.title()).toMatch(/^工作台 · ./)
  await looksRight(page, 'waiting-none')
})

it('the desk opens with what waits, says how much in its title, and each row leads to where it is done or says so', async () => {
  const visit = await reader.visit()
  const { page } = visit
  await fillDesk(reader.backend().api)
  await signInAtDesk(reader.backend(), visit, 'editor')
  await page.getByRole('heading', { name: '待办', exact: true }).waitFor()
  await page.getByRole('link', { name: '待办 6', exact: true }).waitFor()
  expect(await page.title()).toMatch(/^（6）工作台 · ./)
  expect(await section(page, '有变动')).toMatch(/合唱 今天 .* 改了地点 还有 1 位没通知到/)
  expect(await section(page, '等审核')).toMatch(/灯笼课/)
  expect(await section(page, '可以关的点名册')).toMatch(/“点名册”[^]*名单：书法/)
  expect(await section(page, '居民说了 3 天')).toMatch(
    /意见：三楼扶手松了[^]*地图报错 · .* · 时间不对：周日不开/,
  )
  expect(await section(page, '没连上的大屏')).toMatch(/大屏 ab12/)
  await page.getByRole('heading', { name: '今天的活动' }).waitFor()
  // What nobody checked yet is listed, and not counted: nobody waits for it.
  await page.getByRole('heading', { name: '要看一看的场所' }).waitFor()
  await page.getByRole('link', { name: '会客厅和服务点：1 处居民说不对' }).waitFor()
  await looksRight(page, 'waiting-all')
  await page.getByRole('link', { name: '灯笼课' }).click()
  await page.getByRole('button', { name: '通过，发布' }).click()
  await page.getByRole('link', { name: '待办 5', exact: true }).click()
  await page.getByRole('link', { name: '名单：书法' }).click()
  await page.getByRole('heading', { name: '书法' }).waitFor()
  await page.getByRole('link', { name: '待办 5', exact: true }).click()
  await page.getByRole('link', { name: '会客厅和服务点：1 处居民说不对' }).click()
  await page.getByText('居民说：时间不对（周日不开）').waitFor()
  await looksRight(page, 'places-reported')
  await page.getByRole('link', { name: '待办 5', exact: true }).click()
  const unverified = page.getByRole('link', { name: /^生活圈：\d+ 处里 \d+ 处还没核实$/ })
  const [, count] = /里 (\d+) 处/.exec(await unverified.innerText()) ?? []
  await unverified.click()
  await page.getByRole('heading', { name: '生活圈的设施' }).waitFor()
  await page.getByText('还没核实').nth(1).waitFor()
  expect(await page.locator('.ant-table-row').count()).toBe(Number(count))
}, 120_000)
