import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import type { DeskSignIn } from '../../../core/contract/desk'
import { OWN_OFFICE } from '../../support/api/test-api'
import { admit } from '../../support/api/people'
import { violations } from '../../support/browser/accessibility'
import { overflowing } from '../../support/browser/layout'
import { readers, TUESDAY_MORNING } from '../../support/browser/readers'
import type { Visit } from '../../support/browser/visit'
import { done, makeActivity } from '../../support/activities/activities'

const reader = readers({ isDemo: true })
const HOUR = 3_600_000
const NOW = Date.parse(TUESDAY_MORNING)

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1093, height: 500 },
]

async function signIn(visit: Visit, path: string): Promise<void> {
  const { api } = reader.backend()
  const who = await admit(api.db, 'office')
  const asked = visit.page.waitForResponse((response) => response.url().endsWith('desk.beginSignIn'))
  await visit.goto(`/desk/${path}`)
  const { signInId } = ((await (await asked).json()) as { value: DeskSignIn }).value
  const digits = (await visit.page.locator('.sign-in__digits').innerText()).trim()
  await done(
    api.call('desk.confirmSignIn', { signInId, digits, requestId: randomUUID() }, { token: who.token }),
  )
  await visit.page.waitForSelector('.frame__who')
}

/** Begins in so many hours, by the clock of the server. */
async function makeClass(title: string, hours: number): Promise<string> {
  const { api } = reader.backend()
  const start = NOW + hours * HOUR
  return makeActivity(api.db, {
    title,
    office_id: OWN_OFFICE,
    capacity: 3,
    service_phone: '021-62000003',
    starts_at: new Date(start),
    ends_at: new Date(start + 2 * HOUR),
  })
}

/** Nothing sideways, no fault for readers of the screen, and the main button in sight. */
async function looksRight(page: Page, name: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size)
    expect(await overflowing(page)).toEqual([])
    const folder = process.env['SCREENSHOTS']
    if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}-${size.width}.png` })
    expect(await violations(page)).toEqual([])
    for (const main of await page.locator('.frame__screen .ant-btn-primary').all()) {
      const box = await main.boundingBox()
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(size.height)
    }
  }
}

it('a guest without a telephone is registered by keyboard alone, and found again by the surname', async () => {
  const visit = await reader.visit()
  const { page } = visit
  await makeClass('中国结体验课', 48)
  await signIn(visit, 'counter')
  await page.getByRole('heading', { name: '代报名' }).waitFor()
  await looksRight(page, 'counter')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByText('请写怎么称呼').waitFor()
  await page.getByLabel('称呼', { exact: true }).focus()
  await page.keyboard.type('王阿姨')
  await page.getByLabel('没有电话').focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  const number = (await page.locator('.registered__number').innerText()).trim()
  expect(number).toMatch(/^\d{4}$/)
  await page.getByText('有变动我们联系不到您，请打 021-62000003').waitFor()
  await looksRight(page, 'registered')
  await page.getByRole('button', { name: '再报一位' }).click()
  await page.getByLabel('称呼', { exact: true }).fill('王阿姨')
  await page.getByLabel('没有电话').check()
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByText('可能是同一位').waitFor()
  await looksRight(page, 'known')
  await page.getByRole('link', { name: '查一个人' }).click()
  await page.getByLabel('姓、电话后四位，或四位号码').fill('王')
  await page.keyboard.press('Enter')
  await page.getByRole('cell', { name: number }).waitFor()
  expect(await page.locator('.frame__screen').innerText()).not.toContain('王阿姨')
  await looksRight(page, 'find')
  await page.getByRole('button', { name: '打开' }).click()
  await page.getByRole('heading', { name: `王阿姨 · ${number}` }).waitFor()
  await looksRight(page, 'party')
  await page.getByRole('link', { name: '代报名' }).click()
  expect(await page.getByLabel('称呼', { exact: true }).inputValue()).toBe('王阿姨')
})

it('today, the list, and the sheet that came back', async () => {
  const visit = await reader.visit()
  const { page } = visit
  const activityId = await makeClass('今天的合唱', 0.5)
  await signIn(visit, 'counter')
  await page.getByLabel('称呼', { exact: true }).fill('李叔叔')
  await page.getByLabel('没有电话').check()
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.locator('.registered__number').waitFor()
  await reader
    .backend()
    .api.db.updateTable('activity')
    .set({ starts_at: new Date(NOW - HOUR / 2) })
    .where('id', '=', activityId)
    .execute()
  await page.getByRole('link', { name: '报名签到' }).click()
  await page.getByText('今天的合唱').waitFor()
  await looksRight(page, 'today')
  await page.getByRole('link', { name: '名单：今天的合唱' }).click()
  await page.getByText('还没到').waitFor()
  await looksRight(page, 'sheet')
  await page.evaluate(() => (window.print = () => undefined))
  await page.getByRole('button', { name: '录纸质签到单' }).click()
  await page.getByRole('checkbox').first().check()
  await page.getByLabel('没报名的').fill('3')
  await page.getByLabel('其中老人').fill('2')
  await looksRight(page, 'paper')
  await page.getByRole('button', { name: '存下来' }).click()
  await page.getByText('记下了 1 位').waitFor()
  await page.locator('.frame__screen p', { hasText: '来了 4' }).waitFor()
})
