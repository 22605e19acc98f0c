import { makeActivity } from '../support/activities/activities'
import { OWN_OFFICE } from '../support/api/test-api'
import { signInAtDesk } from '../support/browser/desk'
import { readCode } from '../support/browser/read-code'
import { readers } from '../support/browser/readers'
import { sees, shown, tap } from '../support/browser/shown'

const reader = readers({ isDemo: true })

it('a daughter scans what the counter shows, sees that it is her mother, takes her over, and finds the registration', async () => {
  const { api } = reader.backend()
  const title = '接手的剪纸课'
  await makeActivity(api.db, { title, office_id: OWN_OFFICE, capacity: 5 })
  const counter = await reader.visit()
  const { page } = counter
  await signInAtDesk(reader.backend(), counter, 'office', 'counter')
  await page.getByLabel('哪一场').click()
  await page.locator('.ant-select-item-option', { hasText: title }).click()
  await page.getByLabel('称呼', { exact: true }).fill('王阿姨')
  await page.getByLabel('没有电话').check()
  await page.getByRole('button', { name: '登记', exact: true }).click()
  const number = (await page.locator('.registered__number').innerText()).trim()
  await page.getByRole('button', { name: '家人扫码接手' }).click()
  await page.getByRole('button', { name: '显示二维码' }).click()
  await page.getByRole('img', { name: '家人扫码接手' }).waitFor()
  const address = await readCode(page, { selector: '.registered__take-over' })
  expect(address).toMatch(/\/s\/g\/[\w-]{22}$/)
  await page.emulateMedia({ media: 'print' })
  expect(await readCode(page, { selector: '.guest-card__code' })).toBe(address)
  if (process.env['SCREENSHOTS'] !== undefined)
    await page.screenshot({ path: `${process.env['SCREENSHOTS']}/print-taken-over.png` })

  const daughter = await reader.visit()
  await daughter.goto(new URL(String(address)).pathname)
  await sees(daughter, '帮 王** 报的，一共 1 位。')
  expect(await daughter.text()).not.toContain('王阿姨')
  await tap(daughter, '是我家人')
  await tap(daughter, '添加家人')
  await tap(daughter, '加一位家人')
  await tap(daughter, '妈妈')
  await shown(daughter).getByLabel('哪一年生的？').fill('1950')
  await tap(daughter, '加上')
  await daughter.page.goBack()
  await tap(daughter, '妈妈')
  await sees(daughter, `领好了，号码 ${number}`)
  await tap(daughter, '看我的报名')
  await sees(daughter, number)
  await daughter.goto('/activity/pages/mine/index')
  await sees(daughter, title)

  const another = await reader.visit()
  await another.goto(new URL(String(address)).pathname)
  await sees(another, '这张卡已经有人领了')
})
