import { withoutBreaks } from '../../../core/kernel/line-breaks'
import type { Page } from 'playwright-core'
import { readers } from '../../support/browser/readers'

const reader = readers()

/** Longer than Taro takes to hide the page below. */
const TRANSITION_MS = 1000

const HOME = '云溪街道有 6 处会客厅和服务点'

const seen = async (page: Page): Promise<readonly string[]> =>
  (await page.getByRole('heading', { level: 1 }).filter({ visible: true }).allInnerTexts()).map(withoutBreaks)

describe('who turns back before the page has come in', () => {
  it.each([
    ['the browser', (page: Page) => page.goBack()],
    // As a tap on the arrow or a choice that leads back does, within the same task.
    ['the page itself', (page: Page) => page.evaluate(() => window.history.back())],
  ] as const)('sees the page again that was left, by %s', async (_, turnBack) => {
    const { page, goto } = await reader.visit()
    await goto('/')
    // Time stands still: the page is left in the middle of its transition, however busy the machine is.
    await page.clock.pauseAt(new Date('2026-11-24T10:05:00+08:00'))
    await page.getByRole('link', { name: '选小区' }).click()
    await page.waitForURL('**/compound/index**')
    await page.clock.runFor(100)
    await turnBack(page)
    await page.waitForURL((url) => !url.pathname.includes('compound'))
    await page.clock.runFor(TRANSITION_MS)
    expect((await seen(page)).map((text) => text.replace(/\s+/g, ' '))).toEqual([HOME])
  })
})
