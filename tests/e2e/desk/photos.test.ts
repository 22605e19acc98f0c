import type { Page } from 'playwright-core'
import { admit } from '../../support/api/people'
import { noise, photo } from '../../support/api/pictures'
import { looksRight, signInAtDesk } from '../../support/browser/desk'
import { readers } from '../../support/browser/readers'

const reader = readers({ isDemo: true })

const field = (page: Page, name: string) => page.getByLabel(name, { exact: true })
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const bring = (page: Page, name: string, mimeType: string, buffer: Buffer) =>
  page.locator('.photo-field input[type=file]').setInputFiles({ name, mimeType, buffer })

it('a photo is chosen at the desk, published with its activity, and residents see it', async () => {
  const visit = await reader.visit()
  const { page } = visit
  const second = await admit(reader.backend().api.db, 'admin')
  await signInAtDesk(reader.backend(), visit, 'editor', 'activities/new')
  await page.getByRole('link', { name: /^要报名的一场/ }).click()
  await field(page, '标题').fill('灯笼课')
  await field(page, '开始').fill('9点')
  await field(page, '结束').fill('11：00')
  await page.locator('input[type=date]').first().fill('2026-12-07')
  await field(page, '地点怎么说').fill('梧桐里会客厅二楼')
  await field(page, '名额').fill('8')

  await bring(page, '大.jpg', 'image/jpeg', await noise(4000, 2600))
  await page.getByText(/这张图片超过 8 MB/).waitFor()
  await bring(page, '图.svg', 'image/svg+xml', Buffer.from('<svg><script>1</script></svg>'))
  await page.getByText(/SVG 图里可能带程序/).waitFor()
  await looksRight(page, 'photo-refused')
  await bring(page, '灯笼.jpg', 'image/jpeg', await photo(1600, 1200))
  await page.waitForURL('**/desk/activities/drafts/*')
  await page.locator('.photo-field__frame img').waitFor()
  expect(await field(page, '标题').inputValue()).toBe('灯笼课')
  await press(page, '提交审核')
  await page.getByText('请写照片上是什么').waitFor()
  await field(page, '说明').fill('老师教大家扎灯笼')
  await looksRight(page, 'photo')
  await press(page, '提交审核')
  await page.getByText(/提交。要另一位同事来审核/).waitFor()
  await page.getByRole('img', { name: '老师教大家扎灯笼' }).waitFor()

  const other = await reader.visit()
  await signInAtDesk(reader.backend(), other, second, 'activities?shelf=drafts')
  await other.page.getByRole('link', { name: '灯笼课' }).click()
  await other.page.getByRole('img', { name: '老师教大家扎灯笼' }).waitFor()
  await press(other.page, '通过，发布')
  await other.page.waitForURL(/\/desk\/activities\/[0-9a-f]{16}$/)
  const activityId = other.page.url().split('/').pop() ?? ''

  const resident = await reader.visit()
  await resident.goto(`/activity/pages/activity/index?id=${activityId}`)
  const shown = resident.page.getByRole('img', { name: '老师教大家扎灯笼' })
  await shown.waitFor()
  await resident.page.waitForFunction(() => {
    const image = document.querySelector<HTMLImageElement>('.photo__cover')
    return image !== null && image.complete && image.naturalWidth > 0
  })
  const box = await shown.boundingBox()
  expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(16 / 9, 1)
})
