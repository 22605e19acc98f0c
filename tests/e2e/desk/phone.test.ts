import type { Page } from 'playwright-core'
import { done, makeActivity, register } from '../../support/activities/activities'
import { draftAct, saveDraft, type SavedDraft } from '../../support/activities/drafts'
import { admit } from '../../support/api/people'
import { OWN_OFFICE } from '../../support/api/test-api'
import { looksRightOnPhone, PHONE, signInAtDesk } from '../../support/browser/desk'
import { readers, TUESDAY_MORNING } from '../../support/browser/readers'
import { asShown } from '../../support/browser/shown'
import type { Visit } from '../../support/browser/visit'

const reader = readers({ isDemo: true })
const NOW = Date.parse(TUESDAY_MORNING)
const HOUR = 3_600_000

const field = (page: Page, name: string) => page.getByLabel(name, { exact: true })
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const open = (page: Page, name: string | RegExp) => page.getByRole('link', { name, exact: true }).click()

/** Begins in so many hours; three seats. */
const makeClass = (title: string, hours: number): Promise<string> =>
  makeActivity(reader.backend().api.db, {
    title,
    office_id: OWN_OFFICE,
    capacity: 3,
    service_phone: '021-62000003',
    starts_at: new Date(NOW + hours * HOUR),
    ends_at: new Date(NOW + (hours + 2) * HOUR),
  })

/** The mini-program of the same phone: its browser edition, as a demonstration has it. */
async function besideIt({ context }: Visit, as: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto('/staff/pages/door/index')
  await page.getByRole('button', { name: as }).click()
  await page.getByRole('button', { name: as }).waitFor({ state: 'hidden' })
  await page.goto('/me/pages/desk-sign-in/index')
  return page
}

it('one phone is enough: its browser shows a code, which is typed in the mini-program', async () => {
  const visit = await reader.visit({ width: PHONE.width })
  const { page } = visit
  await visit.goto('/desk/')
  const letters = page.getByRole('group', { name: '登录码' })
  await letters.getByText(/^[A-Z2-9]{3}-[A-Z2-9]{3}-\d\d$/).waitFor()
  await looksRightOnPhone(page, 'phone-sign-in')
  const beside = await besideIt(visit, '演示：当编辑')
  await beside.getByLabel('登录码').fill('KKK KKK 00')
  await beside.getByRole('button', { name: '看看是哪个浏览器' }).click()
  await beside.getByText(asShown(/^这次登录已经结束了/)).waitFor()
  await beside.getByRole('button', { name: '再输一次' }).click()
  await beside.getByLabel('登录码').fill((await letters.innerText()).toLowerCase().replace(/-/g, ''))
  await beside.getByRole('button', { name: '看看是哪个浏览器' }).click()
  await beside.getByText('和您的手机在同一个网络。').waitFor()
  await beside.getByRole('button', { name: '是我的浏览器，登录' }).click()
  await beside.getByText('请回到浏览器，工作台已经打开。').waitFor()
  await page.getByRole('heading', { name: '待办', exact: true }).waitFor()
})

it('on a phone a change goes out in three taps, saying whom it reaches, and who is rung gets an outcome', async () => {
  const visit = await reader.visit({ width: PHONE.width })
  const { page } = visit
  const { api } = reader.backend()
  const activityId = await makeClass('合唱', 5)
  await register(api, activityId, { telling: 'phone', phone: '13800000001', helpWanted: '轮椅' })
  await register(api, activityId, { telling: 'phone', phone: '13800000002' })
  await signInAtDesk(reader.backend(), visit, 'editor', '', PHONE)
  await page.getByText('今天的活动').waitFor()
  await looksRightOnPhone(page, 'phone-waiting')
  await open(page, '活动')
  await open(page, '合唱')
  await page.getByRole('heading', { name: '合唱' }).waitFor()
  await looksRightOnPhone(page, 'phone-record')

  await press(page, '发变动')
  await field(page, '改到哪里').fill('武宁片区二楼')
  await page.getByText('报名 2 位：要打电话 2').waitFor()
  await looksRightOnPhone(page, 'phone-change')
  await press(page, '发出')
  await page.getByText(/^通知了 2 家/).waitFor()
  await press(page, '打开要打电话的名单')
  await page.getByText('还有 2 位没通知到', { exact: true }).waitFor()
  await page.getByRole('button', { name: '我来打：没写' }).first().click()
  await looksRightOnPhone(page, 'phone-calls')
  await press(page, '打通了：没写')
  await page.getByText('还有 1 位没通知到', { exact: true }).waitFor()
  expect(await page.getByRole('link', { name: '13800000002' }).getAttribute('href')).toBe('tel:13800000002')
}, 120_000)

it('on a phone somebody else’s draft is approved, and what is not daily stands behind 更多', async () => {
  const visit = await reader.visit({ width: PHONE.width })
  const { page } = visit
  const { api } = reader.backend()
  const clerk = await admit(api.db, 'office', OWN_OFFICE)
  const saved = await done<SavedDraft>(saveDraft(api, clerk, { officeId: OWN_OFFICE }))
  await done(draftAct(api, 'draft.handIn', clerk, saved))
  await signInAtDesk(reader.backend(), visit, 'editor', '', PHONE)
  await open(page, '灯笼课')
  await page.getByRole('heading', { name: /灯笼课/ }).waitFor()
  await looksRightOnPhone(page, 'phone-review')
  await press(page, '通过，发布')
  await page.getByText('已发布').waitFor()
  await press(page, '更多')
  await looksRightOnPhone(page, 'phone-more')
  await open(page, '我的登录和岗位')
  await page.getByRole('heading', { name: '我的登录和岗位' }).waitFor()
  await page.getByRole('link', { name: '我的登录和岗位' }).waitFor({ state: 'hidden' })
  await looksRightOnPhone(page, 'phone-sign-ins')
}, 120_000)

it('on a phone a guest is registered, found again, and stands in the list of today', async () => {
  const visit = await reader.visit({ width: PHONE.width })
  const { page } = visit
  await makeClass('剪纸', 2)
  await signInAtDesk(reader.backend(), visit, 'office', 'counter', PHONE)
  await page.getByRole('heading', { name: '代报名' }).waitFor()
  await looksRightOnPhone(page, 'phone-counter')
  await field(page, '称呼').fill('王阿姨')
  await page.getByLabel('没有电话').check()
  await press(page, '登记')
  const number = (await page.locator('.registered__number').innerText()).trim()
  await looksRightOnPhone(page, 'phone-registered')
  await open(page, '查一个人')
  await page.getByLabel('姓、电话后四位，或四位号码').fill('王')
  await press(page, '查')
  await page.getByText(number).first().waitFor()
  await looksRightOnPhone(page, 'phone-find')
  await press(page, '打开')
  await page.getByRole('heading', { name: `王阿姨 · ${number}` }).waitFor()
  await looksRightOnPhone(page, 'phone-party')
  await open(page, '报名签到')
  await page.getByText('剪纸').first().waitFor()
  await looksRightOnPhone(page, 'phone-today')
  await open(page, '名单：剪纸')
  await page.getByText('还没到').first().waitFor()
  await looksRightOnPhone(page, 'phone-list')
}, 120_000)
