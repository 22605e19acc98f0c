import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { ensureResident } from '../../cloud/repositories/resident'
import type { Database } from '../../cloud/database/connect'
import { parseInstant } from '../../core/kernel/shanghai-time'
import { openChromium } from '../../tests/support/browser/chromium'
import { figure, type Figure } from '../figure'
import { measureBytes } from '../support/byte-budgets'
import { withBenchDatabase } from '../support/database'
import { audit } from '../support/lighthouse'
import { median } from '../support/median'
import { withServer } from '../support/server'
import { editorsAt } from './editors'

const ACTIVITIES = 5_000
const PAGES = 15
const PERCENT = 100

/** The desk as a PC opens it: what it loads, what Lighthouse says, and how long the next fifty of 5,000 activities take. */
export const measurePages = (): Promise<readonly Figure[]> =>
  withBenchDatabase(async ({ db }) => {
    await sql`
      insert into activity (id, kind, status, origin, topic, title, place, sample, starts_at, ends_at, capacity, waitlist_limit)
      select 'listed-' || n, 'registered', 'published', 'staff', 'class', '中国结 ' || n, '武宁片区', true,
        now() + n * interval '1 hour', now() + n * interval '1 hour' + interval '90 minutes', 20, 10
      from generate_series(1, ${ACTIVITIES}::integer) as n`.execute(db)
    const cookie = await signIn(db)
    return withServer(db, async (origin) => {
      const change = await pageChanges(origin, cookie)
      const { performance, accessibility } = await audit(`${origin}/desk/`, 'desktop')
      const [loaded] = measureBytes('desk')
      if (loaded === undefined) throw new Error('the desk was not measured')
      return [
        figure('desk', 'first-load-gz-kB', loaded.bytes / 1_000, 'kB', { most: 450 }),
        figure('desk', 'lighthouse-performance-desktop', performance * PERCENT, 'points', { least: 95 }),
        figure('desk', 'lighthouse-accessibility-desktop', accessibility * PERCENT, 'points', { least: 100 }),
        figure('desk', 'page-change-5000-ms', change, 'ms', { most: 300 }),
      ]
    })
  })

/** A session of the first editor; gives the cookie. */
async function signIn(db: Database): Promise<string> {
  await editorsAt(db, 1)
  const token = randomBytes(32).toString('base64url')
  const now = Date.now()
  await db
    .insertInto('desk_session')
    .values({
      token_hash: createHash('sha256').update(token).digest(),
      browser_hash: randomBytes(32),
      resident_id: await ensureResident(db, 'desk-editor-1', parseInstant('2026-01-01T00:00:00Z')),
      browser: 'Chromium',
      system: 'Linux',
      is_public_pc: false,
      idle_minutes: 60,
      started_at: new Date(now),
      seen_at: new Date(now),
      expires_at: new Date(now + 3_600_000),
      ended_at: null,
    })
    .execute()
  return token
}

/** From the press to the other rows, in a browser; the middle of several. */
async function pageChanges(origin: string, cookie: string): Promise<number> {
  const browser = await openChromium()
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    await context.addCookies([{ name: 'desk', value: cookie, url: origin }])
    const page = await context.newPage()
    await page.goto(`${origin}/desk/activities`)
    await page.waitForSelector('.ant-table-row')
    const times: number[] = []
    for (let turn = 0; turn < PAGES; turn += 1)
      times.push(
        await page.evaluate(
          () =>
            new Promise<number>((resolve) => {
              const before = document.querySelector('.ant-table-row')?.getAttribute('data-row-key')
              const begun = performance.now()
              document.querySelector<HTMLButtonElement>('.pages button:last-child')?.click()
              const look = () =>
                document.querySelector('.ant-table-row')?.getAttribute('data-row-key') === before
                  ? requestAnimationFrame(look)
                  : resolve(performance.now() - begun)
              look()
            }),
        ),
      )
    return median(times)
  } finally {
    await browser.close()
  }
}
