import { asShown } from '../../support/browser/shown'
import type { Page } from 'playwright-core'
import { moveFrozenClock } from '../../support/api/frozen-clock'
import { keyboardOf } from '../../support/browser/keyboard'
import { readers, TUESDAY_MORNING } from '../../support/browser/readers'

const reader = readers()
const TUESDAY_NIGHT = '2026-11-24T21:30:00+08:00'

/** Addresses that the page asks the browser to open, telephone numbers included. */
async function asked(page: Page): Promise<readonly string[]> {
  const urls: string[] = []
  const session = await page.context().newCDPSession(page)
  session.on('Page.frameRequestedNavigation', ({ url }) => urls.push(url))
  await session.send('Page.enable')
  return urls
}

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).filter({ visible: true })

const untilFocused = (page: Page, name: RegExp): Promise<unknown> =>
  page.waitForFunction(
    (wanted) => new RegExp(wanted).test(document.activeElement?.textContent ?? ''),
    asShown(name).source,
  )

describe('a reader without a mouse', () => {
  it('comes from home through the directory to an office, and is led there', async () => {
    const { page, context, goto } = await reader.visit()
    const keyboard = keyboardOf(page)
    await context.route('https://apis.map.qq.com/**', (route) => route.fulfill({ body: 'map' }))
    await goto('/')
    await keyboard.press(/看全部会客厅/)
    await untilFocused(page, /^6 处会客厅和服务点/)
    await keyboard.press(/^梧桐里百姓会客厅/)
    await untilFocused(page, /^梧桐里百姓会客厅$/)
    const map = context.waitForEvent('page')
    await keyboard.press(/带我去/)
    expect(decodeURIComponent((await map).url())).toContain('title:梧桐里百姓会客厅')
  })

  it('returns to the link that was followed', async () => {
    const { page, goto } = await reader.visit()
    const keyboard = keyboardOf(page)
    await goto('/office/pages/list/index')
    await keyboard.press(/^青石桥百姓会客厅/)
    await untilFocused(page, /^青石桥百姓会客厅$/)
    await page.goBack()
    await untilFocused(page, /^青石桥百姓会客厅营业中/)
  })

  it('refuses the location and chooses a compound instead', async () => {
    const { page, context, goto } = await reader.visit()
    const keyboard = keyboardOf(page)
    await context.clearPermissions()
    await goto('/')
    await keyboard.press(/用我的位置/)
    await page.getByText('没有用您的位置，请选小区').waitFor()
    await keyboard.press(/选小区/)
    await untilFocused(page, /您住哪个小区/)
    await keyboard.reach(/小区或居委会/)
    await page.keyboard.type('梧桐')
    await keyboard.press(/^梧桐东苑$/)
    await heading(page, /^离您的小区最近：梧桐里，\s*营业中（至 20:00）$/).waitFor()
    await untilFocused(page, /离您的小区最近：梧桐里/)
  })

  it('calls an office that is closed, and learns first who helps meanwhile', async () => {
    const { page, goto } = await reader.visit()
    const keyboard = keyboardOf(page)
    const urls = await asked(page)
    await page.clock.setSystemTime(new Date(TUESDAY_NIGHT))
    await moveFrozenClock(reader.backend().api.db, TUESDAY_NIGHT)
    await goto('/office/pages/list/index')
    await keyboard.press(/^青石桥百姓会客厅/)
    await untilFocused(page, /^青石桥百姓会客厅$/)
    await keyboard.press(/^打电话$/)
    const advice = page.getByText('现在休息，明天 9:00 开门。急事请打 12345').filter({ visible: true })
    await advice.last().waitFor()
    expect(urls.filter((url) => url.startsWith('tel:'))).toEqual([])
    await keyboard.press(/^打 12345$/)
    await expect(until(() => urls.includes('tel:12345'))).resolves.toBe(true)
    await moveFrozenClock(reader.backend().api.db, TUESDAY_MORNING)
  })

  it('goes to the elder edition and back, and is on the page’s sentence each time', async () => {
    const { page, goto } = await reader.visit()
    const keyboard = keyboardOf(page)
    await goto('/')
    await keyboard.press(/^长辈版/)
    await page.getByRole('link', { name: '有什么活动' }).waitFor()
    await untilFocused(page, /云溪街道有 6\s处会客厅和服务点/)
    await keyboard.press(/改回标准/)
    await page.getByRole('navigation').waitFor()
    await untilFocused(page, /云溪街道有 6\s处会客厅和服务点/)
  })
})

/** Until it is true; Jest's own limit ends what never becomes so. */
async function until(isTrue: () => boolean): Promise<boolean> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 20))
  return true
}
