import { act, done, setNow } from '../../support/activities/activities'
import { admit } from '../../support/api/people'
import { looksRight, signInAtDesk } from '../../support/browser/desk'
import { readers } from '../../support/browser/readers'

const reader = readers({ isDemo: true })

it('待办 leads to the year that is missing; what is entered from the notice counts, and waits no longer', async () => {
  const { api } = reader.backend()
  // A year that no program knows yet.
  await setNow(api, '2039-11-20T02:00:00.000Z')
  const admin = await admit(api.db, 'admin')
  const running = { name: '国庆节', from: '2039-10-01', to: '2039-10-07' }
  await done(
    act(api, 'holiday.save', admin, {
      year: 2039,
      version: 0,
      spans: [running],
      workdays: [],
      isComplete: true,
    }),
  )
  const visit = await reader.visit()
  const { page } = visit
  await signInAtDesk(reader.backend(), visit, 'editor')
  await page.getByRole('link', { name: '2040 年的节假日还没录。' }).click()
  const year = page.getByRole('region', { name: '2040 年' })
  await year.waitFor()
  await looksRight(page, 'holidays-missing')

  await year.getByLabel('元旦 第一天').fill('2040-01-01')
  await year.getByLabel('元旦 最后一天').fill('2040-01-03')
  await year.getByLabel('春节 第一天').fill('2040-02-11')
  await year.getByRole('button', { name: '存 2040 年的' }).click()
  await year.getByText('“春节”少填了一样').waitFor()
  await year.getByLabel('春节 最后一天').fill('2040-02-17')
  await year.getByRole('button', { name: '加一天' }).click()
  await year.getByLabel('上班的日子 1', { exact: true }).fill('2040-02-15')
  await year.getByRole('checkbox', { name: '通知上的都录完了' }).check()
  await year.getByRole('button', { name: '存 2040 年的' }).click()
  await year.getByText('调休上班的只能是周六或周日').waitFor()
  await year.getByLabel('上班的日子 1', { exact: true }).fill('2040-02-18')
  await year.getByRole('button', { name: '存 2040 年的' }).click()
  await page.getByText('存好了').waitFor()
  await page.getByRole('region', { name: '2040 年' }).getByText('录完。').waitFor()
  expect(await page.getByText('2040 年的节假日还没录').count()).toBe(0)
  await looksRight(page, 'holidays')
  await page.getByRole('link', { name: '待办' }).click()
  await page.getByText('现在没有等着办的事。').waitFor()
}, 120_000)
