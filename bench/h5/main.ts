import { figure, type Figure } from '../figure'
import { measureBytes } from '../support/byte-budgets'
import { withBenchDatabase } from '../support/database'
import { withServer } from '../support/server'
import { audit } from '../support/lighthouse'
import { median } from '../support/median'

const GROUP = 'h5'
const ROUNDS = 3
const PERCENT = 100
/** With tables, words and a link, opened by a forwarded link. */
const ARTICLE = '/news/pages/article/index?id=canteens'

/** The H5 edition's first screen as a phone loads it, and an article: bytes, and what Lighthouse says of them. */
export async function measure(): Promise<readonly Figure[]> {
  const { home, article } = await withBenchDatabase(({ db }) =>
    withServer(db, async (origin) => ({
      home: await audits(`${origin}/`),
      article: await audits(`${origin}${ARTICLE}`),
    })),
  )
  const middle = (of: keyof Audit): number => median(home.map((one) => one[of]))
  const ofArticle = (of: keyof Audit): number => median(article.map((one) => one[of]))
  return [
    firstLoad(),
    figure(GROUP, 'first load, bytes as served', middle('bytes'), 'bytes'),
    figure(GROUP, 'Lighthouse mobile: performance', middle('performance') * PERCENT, 'points', { least: 90 }),
    figure(GROUP, 'Lighthouse mobile: accessibility', middle('accessibility') * PERCENT, 'points', {
      least: 100,
    }),
    figure(GROUP, 'Lighthouse mobile: best practices', middle('bestPractices') * PERCENT, 'points', {
      least: 95,
    }),
    figure(
      GROUP,
      'Lighthouse mobile, an article: performance',
      ofArticle('performance') * PERCENT,
      'points',
      {
        least: 90,
      },
    ),
    figure(
      GROUP,
      'Lighthouse mobile, an article: accessibility',
      ofArticle('accessibility') * PERCENT,
      'points',
      { least: 100 },
    ),
  ]
}

type Audit = Awaited<ReturnType<typeof audit>>

async function audits(address: string): Promise<readonly Audit[]> {
  const found: Audit[] = []
  for (let round = 0; round < ROUNDS; round += 1) found.push(await audit(address))
  return found
}

function firstLoad(): Figure {
  const [measured] = measureBytes('h5')
  if (!measured) throw new Error('the H5 edition was not measured')
  return figure(GROUP, 'first load gzipped', measured.bytes, 'bytes', { most: measured.limit })
}
