import { readers } from '../support/browser/readers'
import { sees, shown, tap } from '../support/browser/shown'
import { NARROWEST, wellIn } from '../support/browser/well'

const reader = readers({ isDemo: true })
const PRIVACY = '/me/pages/privacy/index'

describe.each(NARROWEST)('in %s', (_, { least, ...options }) => {
  it('everything that is kept, taken along and erased can be read, hit and heard', async () => {
    const visit = await reader.visit(options)
    const isWell = wellIn(visit, least)
    await visit.goto('/me/pages/suggestions/index')
    await shown(visit).getByLabel('您想说什么？').fill('二楼的扶手松了')
    await tap(visit, /^请打给我/)
    await tap(visit, '送出')
    await sees(visit, /^电话好像不对/)
    await isWell('a suggestion')
    await shown(visit).getByLabel('打哪个号码？').fill('13800001234')
    await tap(visit, '送出')
    await sees(visit, '收到了，谢谢您。有回复会放在这一页。')
    await isWell('a suggestion that was sent')

    await visit.goto('/me/pages/export/index')
    await sees(visit, '二楼的扶手松了')
    await isWell('the export')

    await visit.goto(PRIVACY)
    await sees(visit, '意见 1 条')
    await tap(visit, '我要全部删掉')
    await isWell('before erasing')
    await tap(visit, '7 天后删掉')
    await sees(visit, /删掉您的全部记录$/)
    await isWell('an erasure ahead')
    await visit.goto('/pages/home/index')
    await sees(visit, /删掉您的记录$/)
    await isWell('home with an erasure ahead')
    await visit.goto(PRIVACY)
    await tap(visit, '不删了')
    await sees(visit, '好的，都留着。')
  })
})

it('the export is saved as a file, under an address that names nobody', async () => {
  const visit = await reader.visit()
  await visit.goto('/me/pages/export/index')
  const [download] = await Promise.all([visit.page.waitForEvent('download'), tap(visit, '存成文件')])
  expect(download.suggestedFilename()).toMatch(/^我的会客厅记录-\d{4}-\d{2}-\d{2}\.json$/)
  expect(download.url()).toMatch(/^blob:/)
  expect(visit.page.url()).not.toMatch(/[?#]/)
})

it('a theme that was chosen is there before the app itself is, and on its pages, whatever the system says', async () => {
  const { page, goto } = await reader.visit({ display: { edition: null, elderScale: 1.4, theme: 'dark' } })
  const ground = () =>
    page.evaluate(
      () => getComputedStyle(document.querySelector('.frame') ?? document.documentElement).backgroundColor,
    )
  const NIGHT = 'rgb(30, 24, 18)'
  await page.route(/\.js$/, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }))
  await page.goto('/me/pages/display/index')
  expect(await ground()).toBe(NIGHT)
  await page.unroute(/\.js$/)
  await goto('/me/pages/display/index')
  await page.getByRole('button', { name: /^浅色/ }).waitFor()
  expect(await ground()).toBe(NIGHT)
  await page.getByRole('button', { name: /^浅色/ }).click()
  expect(await ground()).toBe('rgb(255, 249, 242)')
})
