import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import type { DeskSignIn } from '../../../core/contract/desk'
import type { StaffRole } from '../../../core/domain/staff/post'
import { done } from '../activities/activities'
import { admit, type Person } from '../api/people'
import type { Backend } from '../backend/start-backend'
import { violations } from './accessibility'
import { overflowing } from './layout'
import type { Visit } from './visit'

/** The sizes of the PCs at the 街道: the last is 1366 × 768 at 125 %. */
const SIZES = [
  { width: 1280, height: 800 },
  { width: 1024, height: 768 },
  { width: 1093, height: 500 },
]

export const PHONE = { width: 360, height: 740 }

/** Somebody with that post opens the desk, and confirms on the phone what it shows. */
export async function signInAtDesk(
  { api }: Backend,
  visit: Visit,
  role: StaffRole | Person,
  path = '',
  size = { width: 1280, height: 800 },
): Promise<Person> {
  const who = typeof role === 'string' ? await admit(api.db, role) : role
  await visit.page.setViewportSize(size)
  const asked = visit.page.waitForResponse((response) => response.url().endsWith('desk.beginSignIn'))
  await visit.goto(`/desk/${path}`)
  const { signInId } = ((await (await asked).json()) as { value: DeskSignIn }).value
  const digits = await visit.page.locator('.sign-in__digits').innerText()
  await done(
    api.call(
      'desk.confirmSignIn',
      { signInId, digits: digits.trim(), requestId: randomUUID() },
      { token: who.token },
    ),
  )
  await visit.page.waitForSelector('.frame__who')
  return who
}

/** At each size nothing leaves the window sideways, the main button is in sight, and axe has nothing to say. */
export async function looksRight(page: Page, name: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size)
    expect(await overflowing(page)).toEqual([])
    const main = page.locator('.room__head .ant-btn-primary').first()
    if ((await main.count()) > 0) await expect(isInSight(page, main)).resolves.toBe(true)
    const folder = process.env['SCREENSHOTS']
    if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}-${size.width}.png` })
    if (size.width !== 1024) expect(await violations(page)).toEqual([])
  }
}

/** The smallest phone: nothing leaves the window sideways, everything is large enough for a thumb, axe is silent. */
export async function looksRightOnPhone(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS']
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}-360.png` })
  const room = page.locator('.frame__screen')
  if ((await room.count()) > 0)
    expect(await room.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
  expect(await overflowing(page)).toEqual([])
  expect(await tooSmallForThumbs(page)).toEqual([])
  expect(await violations(page)).toEqual([])
}

/** What can be tapped and is lower than 40 CSS pixels; what lies in a label is hit by all of it. */
const tooSmallForThumbs = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('a[href], button, input, textarea:not([aria-hidden]), [role="button"]')]
      .filter((element) => element.checkVisibility() && element.getBoundingClientRect().width > 1)
      .map((element) => ({
        element,
        height: (element.closest('label, .ant-select') ?? element).getBoundingClientRect().height,
      }))
      .filter(({ height }) => height < 39.5)
      .map(({ element, height }) => `${height}: ${element.outerHTML.slice(0, 120)}`),
  )

async function isInSight(page: Page, button: ReturnType<Page['locator']>): Promise<boolean> {
  const box = await button.boundingBox()
  const size = page.viewportSize()
  return (
    box !== null &&
    size !== null &&
    box.x >= 0 &&
    box.y >= 0 &&
    box.x + box.width <= size.width &&
    box.y + box.height <= size.height
  )
}
