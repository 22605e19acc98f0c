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

/** Somebody with that post opens the desk, and confirms on the phone what it shows. */
export async function signInAtDesk(
  { api }: Backend,
  visit: Visit,
  role: StaffRole | Person,
  path = '',
): Promise<Person> {
  const who = typeof role === 'string' ? await admit(api.db, role) : role
  await visit.page.setViewportSize({ width: 1280, height: 800 })
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
