import type { Output } from '../../../core/contract'
import { done } from '../../support/activities/activities'
import { OWN_OFFICE } from '../../support/api/test-api'
import { looksRight, looksRightOnPhone, PHONE, signInAtDesk } from '../../support/browser/desk'
import { readers } from '../../support/browser/readers'

const reader = readers({ isDemo: true })

it('screens are listed with what to do about silent ones, paired by what they show, and replaced by a sheet', async () => {
  const visit = await reader.visit()
  const { page } = visit
  const { api } = reader.backend()
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
  await signInAtDesk(reader.backend(), visit, 'office', 'screens')
  await page.getByText('大屏 ab12').waitFor()
  await page.getByText('没连上', { exact: true }).waitFor()
  await page.getByRole('heading', { name: '没连上的大屏，照这三步看一看' }).waitFor()
  await looksRight(page, 'screens')
  const { code } = await done<Output<'screen.startPairing'>>(api.call('screen.startPairing', {}))
  await page.getByLabel('配对码', { exact: true }).fill('ABC')
  await page.keyboard.press('Enter')
  await page.getByText('配对码是八位，请对着大屏再看一遍。').waitFor()
  await page.getByLabel('配对码', { exact: true }).fill(code.replace(/-/g, ' '))
  await page.keyboard.press('Enter')
  await page.getByText('配对好了，大屏马上换成打卡码。').waitFor()
  // The list is read anew once the screen is paired.
  await page.locator('.ant-table-row').nth(1).waitFor()
  expect(await page.locator('.ant-table-row').count()).toBe(2)

  const printed = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        window.print = () => resolve(document.querySelector('.door-poster')?.textContent ?? '')
      }),
  )
  await page.getByRole('button', { name: '打印海报' }).click()
  expect(await printed).toMatch(/梧桐里百姓会客厅微信扫一扫，打卡今天（周二 11月24日）\d+:\d\d–\d+:\d\d/)

  await page.setViewportSize(PHONE)
  await looksRightOnPhone(page, 'phone-screens')
}, 120_000)
