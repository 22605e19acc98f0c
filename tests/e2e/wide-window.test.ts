import { violations } from '../support/browser/accessibility'
import { overflowing } from '../support/browser/layout'
import { readCode } from '../support/browser/read-code'
import { readers } from '../support/browser/readers'
import { sees, shown, tap } from '../support/browser/shown'
import type { Visit } from '../support/browser/visit'
import { NARROW, wellIn } from '../support/browser/well'

const APP_ID = 'wx0123456789abcdef'
/** Nobody can sign in in a browser in production. */
const reader = readers({ wechatAppId: APP_ID })
const PAPER_CUTTING = '/activity/pages/activity/index?id=paper-cutting'
const REGISTER = '/activity/pages/register/index?id=paper-cutting'
const CIRCLE = '/circle/pages/map/index'

const boxOf = async ({ page }: Visit, selector: string) => {
  const box = await page.locator(selector).filter({ visible: true }).first().boundingBox()
  if (box === null) throw new Error(`nothing is shown at ${selector}`)
  return box
}

describe('a forwarded link opened on a PC', () => {
  it.each([
    ['by day', 'light', 'rgb(255, 249, 242)'],
    ['in the dark', 'dark', 'rgb(30, 24, 18)'],
  ] as const)('%s: paper lies beyond the column too', async (_, theme, paper) => {
    const visit = await reader.visit({ width: 1440, theme })
    await visit.goto('/pages/home/index')
    const grounds = await visit.page.evaluate(() =>
      ['body', '.taro_page', '.frame'].map(
        (selector) =>
          window.getComputedStyle(document.querySelector(selector) ?? document.body).backgroundColor,
      ),
    )
    expect(grounds).toEqual([paper, paper, paper])
  })

  it('shows an activity beside a card that stays, with when, where, how many and a code for WeChat', async () => {
    const visit = await reader.visit({ width: 1280 })
    await visit.goto(PAPER_CUTTING)
    await sees(visit, '用微信扫这里报名')
    const [words, card] = [await boxOf(visit, '.columns__rest'), await boxOf(visit, '.columns__second')]
    expect(card.x).toBeGreaterThan(words.x + words.width)
    expect(await readCode(visit.page, { selector: '.to-wechat__code' })).toBe(
      `${reader.backend().origin}${PAPER_CUTTING}`,
    )
    expect(await shown(visit).getByRole('link', { name: '我要报名' }).count()).toBe(0)
    await visit.page.locator('.frame__content').evaluate((content) => content.scrollTo(0, 400))
    expect((await boxOf(visit, '.columns__second')).y).toBeGreaterThanOrEqual(0)
  })

  it('shows the code that WeChat draws, where the server has one', async () => {
    const visit = await reader.visit({ width: 1280 })
    const content =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=='
    await visit.page.route('**/api/activity.code', (route) =>
      route.fulfill({ json: { ok: true, value: { code: { mediaType: 'image/png', content } } } }),
    )
    await visit.goto(PAPER_CUTTING)
    await visit.page.waitForFunction(
      (drawn) =>
        [...document.querySelectorAll<HTMLElement>('.to-wechat__code')].some(({ style }) =>
          style.backgroundImage.includes(drawn),
        ),
      content,
    )
  })

  it('shows the life circle as a map beside its list', async () => {
    const visit = await reader.visit({ width: 1280 })
    await visit.goto(CIRCLE)
    await visit.page.locator('.life-map').waitFor()
    const [map, list] = [await boxOf(visit, '.life-map'), await boxOf(visit, '.columns__rest')]
    expect(list.x).toBeGreaterThanOrEqual(map.x + map.width)
    expect(map.height).toBeGreaterThan(500)
    expect(map.y + map.height).toBeLessThanOrEqual(844)
  })

  it.each([
    ['home', '/pages/home/index'],
    ['what is mine', '/pages/me/index'],
    ['the activities', '/pages/activities/index'],
    ['the offices', '/office/pages/list/index'],
  ])('shows %s in two columns, and one below the other in a narrow window', async (_, route) => {
    const visit = await reader.visit({ width: 1280 })
    await visit.goto(route)
    await visit.page.locator('.columns__second').filter({ visible: true }).waitFor()
    const [first, second] = [await boxOf(visit, '.columns__first'), await boxOf(visit, '.columns__second')]
    expect(second.x).toBeGreaterThan(first.x + first.width)
    await visit.page.setViewportSize({ width: 768, height: 900 })
    const [above, below] = [await boxOf(visit, '.columns__first'), await boxOf(visit, '.columns__second')]
    expect(below.x).toBe(above.x)
    expect(below.y).toBeGreaterThanOrEqual(above.y + above.height)
  })

  it.each([
    [1280, 'light'],
    [1440, 'dark'],
  ] as const)('can be read and heard at %i px, %s', async (width, theme) => {
    const visit = await reader.visit({ width, theme })
    const lists = [
      '/pages/home/index',
      '/pages/me/index',
      '/pages/activities/index',
      '/office/pages/list/index',
    ]
    for (const route of [PAPER_CUTTING, REGISTER, CIRCLE, ...lists]) {
      await visit.goto(route)
      expect(await overflowing(visit.page)).toEqual([])
      expect(await violations(visit.page)).toEqual([])
    }
  })
})

describe('a browser in which nobody can sign in', () => {
  it('never ends in trying again: registering leads on into WeChat', async () => {
    const visit = await reader.visit()
    await visit.goto(PAPER_CUTTING)
    await tap(visit, '我要报名')
    await sees(visit, '用微信扫这里报名')
    await sees(visit, '剪纸课')
    expect(await shown(visit).getByText('重试').count()).toBe(0)
  })

  it('of a phone opens the activity in the mini-program by WeChat’s plain link', async () => {
    const visit = await reader.visit({
      agent: 'Mozilla/5.0 (Linux; Android 14) Chrome/120 Mobile Safari/537.36',
    })
    const browser = await visit.context.newCDPSession(visit.page)
    const asked: string[] = []
    browser.on('Page.frameRequestedNavigation', ({ url }) => asked.push(url))
    await browser.send('Page.enable')
    await visit.goto(REGISTER)
    await tap(visit, '打开微信报名')
    await expect(visit.page.waitForFunction(() => true)).resolves.toBeTruthy()
    expect(asked).toEqual([
      `weixin://dl/business/?appid=${APP_ID}&path=activity/pages/activity/index&query=id%3Dpaper-cutting`,
    ])
  })

  it.each(['standard', 'elder'] as const)('offers no scanning, in the %s edition', async (edition) => {
    const visit = await reader.visit({ display: { edition, elderScale: 1.8 } })
    await visit.goto('/pages/home/index')
    expect(await shown(visit).getByRole('button', { name: /扫/ }).count()).toBe(0)
  })
})

describe.each(NARROW)('in %s', (_, { least, ...options }) => {
  it('the way on into WeChat can be read, hit and heard', async () => {
    const visit = await reader.visit(options)
    await visit.goto(REGISTER)
    await sees(visit, '用微信扫这里报名')
    await wellIn(visit, least)('register in WeChat')
  })
})
