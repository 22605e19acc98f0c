import { sql } from 'kysely'
import type { Output } from '../../core/contract'
import type { Dispatch } from '../../cloud/app/dispatch'
import { refreshSearch } from '../../cloud/search/refresh'
import { EXPECTED_FIRST } from '../../tests/fixtures/search/queries'
import { figure, type Figure } from '../figure'
import { openDispatch } from '../support/crowd'
import { quantile } from '../support/quantile'
import { withBenchDatabase } from '../support/database'
import { buildSubdistrict, DOCUMENTS, TYPED } from './subdistrict'

const GROUP = 'search'
const WARM_UP_ROUNDS = 1
const ROUNDS = 5

/** The group `search`: what has to be found first, how long an answer takes, and how long the index. */
export async function measure(): Promise<Figure[]> {
  return withBenchDatabase(async ({ db, url }) => {
    const { dispatch, close } = await openDispatch(url, 2)
    try {
      const wrong = await wrongFirst(dispatch)
      await buildSubdistrict(db)
      const begun = performance.now()
      const made = await refreshSearch(db)
      const seconds = (performance.now() - begun) / 1000
      if (made < DOCUMENTS) throw new Error(`only ${made} documents were made`)
      await sql`vacuum analyze search_document`.execute(db)
      const times = await timesOf(dispatch)
      return [
        figure(GROUP, `queries of ${EXPECTED_FIRST.length} with another first result`, wrong.length, '', {
          most: 0,
        }),
        figure(GROUP, `index of ${DOCUMENTS} documents`, seconds, 's', { most: 60 }),
        figure(GROUP, `search.find over ${DOCUMENTS} documents: median`, quantile(times, 0.5), 'ms', {
          most: 30,
        }),
        figure(GROUP, `search.find over ${DOCUMENTS} documents: p99`, quantile(times, 0.99), 'ms', {
          most: 100,
        }),
      ]
    } finally {
      await close()
    }
  })
}

async function find(dispatch: Dispatch, text: string): Promise<Output<'search.find'>> {
  const reply = await dispatch({
    endpoint: 'search.find',
    input: { text },
    token: null,
    openid: 'bench',
    address: '',
  })
  if (!reply.ok) throw new Error(`${text}: ${JSON.stringify(reply)}`)
  return reply.value as Output<'search.find'>
}

async function wrongFirst(dispatch: Dispatch): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const { query, first } of EXPECTED_FIRST) {
    const [group] = (await find(dispatch, query)).groups
    const found = group === undefined ? null : `${group.kind} ${group.items[0]?.id ?? ''}`
    if (found !== first) wrong.push(query)
  }
  return wrong
}

async function timesOf(dispatch: Dispatch): Promise<readonly number[]> {
  const times: number[] = []
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round += 1) {
    for (const text of TYPED) {
      const begun = performance.now()
      await find(dispatch, text)
      const took = performance.now() - begun
      if (round >= WARM_UP_ROUNDS) times.push(took)
    }
  }
  return times
}
