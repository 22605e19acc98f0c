import type { Page } from 'playwright-core'
import { overflowing } from '../../support/browser/layout'
import { PAGES, readers } from '../../support/browser/readers'
import { asShown, shown, tap } from '../../support/browser/shown'

const reader = readers()

/** A PC's window at 400 %, and a phone on its side, in CSS pixels. */
const LOW = [
  { width: 320, height: 256 },
  { width: 780, height: 360 },
] as const

/** Bars that stand still over what scrolls, and a page that scrolls within itself. */
const stuck = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.frame, .frame *')].flatMap((element) => {
      const { position, overflowY } = window.getComputedStyle(element)
      const scrolls = ['auto', 'scroll'].includes(overflowY) && element.scrollHeight > element.clientHeight
      const isBar = ['fixed', 'sticky'].includes(position) && element.getClientRects().length > 0
      return isBar || (scrolls && element.matches('.frame__content'))
        ? [`${element.className}: ${position}`]
        : []
    }),
  )

describe('in a window lower than 480', () => {
  const window = reader.stay()

  it.each(PAGES.filter((route) => !/circle/.test(route)))(
    '%s lets its bars scroll along, and its end can be reached',
    async (route) => {
      const { page, goto } = window()
      await goto(route)
      for (const size of LOW) {
        await page.setViewportSize(size)
        expect([size, await stuck(page)]).toEqual([size, []])
        expect([size, await overflowing(page)]).toEqual([size, []])
        const end = await page.evaluate(() => {
          const frame = [...document.querySelectorAll('.frame')].find(
            (one) => one.getClientRects().length > 0,
          )
          frame?.scrollIntoView({ block: 'end', behavior: 'instant' })
          return (frame?.getBoundingClientRect().bottom ?? NaN) - globalThis.innerHeight
        })
        expect(Math.abs(end)).toBeLessThanOrEqual(1)
      }
    },
  )
})

/** Icons and ticks that cannot be told from their ground, and chosen words that look like the others. */
const unseen = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isShown = (element: Element): boolean => element.getClientRects().length > 0
    const ground = (element: Element | null): string => {
      if (element === null) return window.getComputedStyle(document.documentElement).backgroundColor
      const { backgroundColor } = window.getComputedStyle(element)
      return /, 0\)$/.test(backgroundColor) ? ground(element.parentElement) : backgroundColor
    }
    const icons = [...document.querySelectorAll('.icon')]
      .filter(isShown)
      .filter((icon) => window.getComputedStyle(icon).backgroundColor === ground(icon.parentElement))
      .map(({ className }) => className)
    const look = (element: Element): string => {
      const { borderTopWidth, borderTopColor } = window.getComputedStyle(element)
      return `${borderTopWidth} ${borderTopColor} ${element.querySelector('.icon--check') !== null}`
    }
    const chosen = [...document.querySelectorAll('[aria-pressed="true"]')]
      .filter(isShown)
      .filter((one) =>
        [...(one.parentElement?.children ?? [])].some(
          (other) => other.getAttribute('aria-pressed') === 'false' && look(other) === look(one),
        ),
      )
      .map(({ textContent }) => `chosen: ${textContent}`)
    return [...icons, ...chosen]
  })

describe('in colours that the reader chose', () => {
  const window = reader.stay()

  it.each(PAGES)('%s shows its icons and ticks, and what is chosen', async (route) => {
    const { page, goto } = window()
    await goto(route)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ forcedColors: 'active', colorScheme })
      expect([colorScheme, await unseen(page)]).toEqual([colorScheme, []])
    }
    await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' })
  })
})

describe('for whoever hears the page', () => {
  const window = reader.stay()

  it.each(PAGES.filter((route) => !/circle/.test(route)))(
    '%s names what its choices are about',
    async (route) => {
      const { page, goto } = window()
      await goto(route)
      const nameless = await page.evaluate(() =>
        [...document.querySelectorAll('.tags')]
          // One alone is no choice.
          .filter((tags) => tags.getClientRects().length > 0 && tags.childElementCount > 1)
          .filter((tags) => tags.getAttribute('role') !== 'group' || !tags.getAttribute('aria-label'))
          .map(({ textContent }) => textContent),
      )
      expect(nameless).toEqual([])
    },
  )

  it.each([
    ['/pages/activities/index', '周末', /个活动|活动/],
    ['/office/pages/list/index', '会客厅', /会客厅/],
    ['/news/pages/list/index', '民生实事', /民生实事：1 条/],
    ['/search/pages/search/index', '公园', /找到 \d+ 条/],
  ] as const)('%s announces how much there is after %s', async (route, choice, said) => {
    const visit = window()
    await visit.goto(route)
    await tap(visit, choice)
    await shown(visit)
      .getByRole('status')
      .filter({ hasText: asShown(said) })
      .first()
      .waitFor()
  })

  it.each(['/pages/home/index', '/activity/pages/activity/index?id=paper-cutting'])(
    'the first key on %s leads past the bars into its content',
    async (route) => {
      const { page, goto } = window()
      await goto(route)
      await page.keyboard.press('Tab')
      const skip = page.locator('.skip:focus')
      expect(await skip.innerText()).toBe('直接看内容')
      await page.keyboard.press('Enter')
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN')
    },
  )
})
