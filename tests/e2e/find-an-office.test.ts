import { asShown } from '../support/browser/shown'
import { readers } from '../support/browser/readers'

const reader = readers()

describe('a reader of the H5 edition', () => {
  it('comes from the first screen through the directory to an office', async () => {
    const { page, goto } = await reader.visit()
    await goto('/')
    await page.getByRole('heading', { level: 1, name: '云溪街道有 6 处会客厅和服务点' }).waitFor()
    await page.getByRole('link', { name: /看全部会客厅/ }).click()
    await page
      .getByRole('link', { name: /梧桐里百姓会客厅.*营业中（至 20:00）/ })
      .first()
      .click()
    await page.getByRole('heading', { level: 1, name: '梧桐里百姓会客厅' }).waitFor()
    expect(new URL(page.url()).search).toBe('?id=wutong-hall')
    await page.getByText('0571-55550101').waitFor()
    await page.goBack()
    await page.getByRole('searchbox').waitFor()
  })

  it('opens a forwarded link to an office directly, and gets to the others from there', async () => {
    const { page, goto } = await reader.visit()
    await goto('/office/pages/office/index?id=old-wutong-hall')
    await page.getByText('已经搬走，请去梧桐里百姓会客厅').waitFor()
    await page.getByRole('link', { name: '看新的地方' }).click()
    await page.getByRole('heading', { level: 1, name: '梧桐里百姓会客厅' }).waitFor()
  })

  it('searches by what is to be done', async () => {
    const { page, goto } = await reader.visit()
    await goto('/office/pages/list/index')
    await page.getByRole('searchbox').fill('装电梯')
    await page.getByText(asShown(/能办“装电梯”的有 2 处/)).waitFor()
    expect(await page.getByRole('link', { name: /青石桥百姓会客厅/ }).count()).toBe(0)
  })

  it('chooses a compound, which the browser remembers', async () => {
    const { page, goto } = await reader.visit()
    await goto('/')
    await page.getByRole('link', { name: '选小区' }).click()
    await page.getByRole('button', { name: '梧桐东苑' }).click()
    await page.getByText(asShown(/离您的小区最近：梧桐里/)).waitFor()
    await page.reload()
    await page.getByText(asShown(/离您的小区最近：梧桐里/)).waitFor()
  })

  it('learns whom the compound turns to, from home or from a forwarded card', async () => {
    const { page, goto } = await reader.visit()
    await goto('/office/pages/compound/index?id=wutong-east')
    await page.getByRole('heading', { level: 1, name: '梧桐东苑属于梧桐里居委会' }).waitFor()
    await page.getByText('0571-55550110').waitFor()
    await page.getByText('第一微网格 社工').waitFor()
    await page.getByRole('button', { name: '我就住这儿' }).click()
    await page.getByText(asShown(/离您的小区最近：梧桐里/)).waitFor()
    await page.getByRole('link', { name: '我的小区，梧桐东苑' }).click()
    // Home slides away below it; the page that came last is on top.
    await page.getByRole('heading', { level: 1, name: '梧桐东苑属于梧桐里居委会' }).last().waitFor()
    await page.getByRole('link', { name: '换小区' }).last().click()
    await page.getByRole('button', { name: '石桥公寓' }).click()
    await page.getByRole('heading', { level: 1, name: '石桥公寓属于青石桥居委会' }).waitFor()
  })

  it('is led only where somebody has verified the place', async () => {
    const { page, goto } = await reader.visit()
    await goto('/office/pages/office/index?id=riders-lounge')
    await page.getByText(asShown(/位置.*待核实，请先打|号码待核实，请打.*位置/)).waitFor()
    expect(await page.getByRole('button', { name: '带我去' }).count()).toBe(0)
  })

  it('sees the days on which the week does not hold', async () => {
    const { page, goto } = await reader.visit()
    await goto('/office/pages/office/index?id=wutong-hall')
    await page.getByText('休息（全员培训）').waitFor()
    await page.getByText('9:00–12:00（年末盘点）').waitFor()
  })
})

describe('the location of the browser', () => {
  it('may be refused: the compound is asked for instead', async () => {
    const { page, context, goto } = await reader.visit()
    await context.clearPermissions()
    await goto('/')
    await page.getByRole('button', { name: '用我的位置' }).click()
    await page.getByText('没有用您的位置，请选小区').waitFor()
  })

  it('finds the nearest office where it is granted', async () => {
    const { page, goto } = await reader.visit({ position: { longitude: 120.1262, latitude: 30.2099 } })
    await goto('/')
    await page.getByRole('button', { name: '用我的位置' }).click()
    await page.getByText(asShown(/最近的会客厅：青石桥/)).waitFor()
  })
})

describe('an address that leads nowhere', () => {
  it.each([
    ['/no/such/page', 404],
    ['/office/pages/office/index?id=nobody-knows', 200],
    ['/me', 404],
  ])('%s is a sentence with a way on, and %i for programs', async (route, status) => {
    const { page, goto, text, takeComplaints } = await reader.visit()
    const answered = page.waitForResponse((response) => response.request().isNavigationRequest())
    await goto(route)
    expect((await answered).status()).toBe(status)
    // Chromium itself complains of a page that the server calls missing.
    if (status === 404) expect(takeComplaints().join()).toContain('404')
    expect((await text()).trim()).not.toBe('')
    expect(await page.getByRole('link').count()).toBeGreaterThan(0)
  })
})
