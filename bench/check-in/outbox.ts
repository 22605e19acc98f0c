import fc from 'fast-check'
import { sql } from 'kysely'
import type { Database } from '../../cloud/database/connect'
import { recordPost } from '../../cloud/repositories/post'
import { ensureResident } from '../../cloud/repositories/resident'
import { instant } from '../../core/kernel/shanghai-time'
import { createOutboxPhone, liveThrough, lives, type Answerer } from '../../src/testing/outbox-phone'
import { figure, type Figure } from '../figure'
import { openDispatch } from '../support/crowd'
import { withBenchDatabase } from '../support/database'

const GROUP = 'check-in'
/** Sequences of starts, acts, kills, lost and repeated sendings; each on a phone of its own. */
const SEQUENCES = 500
const ACTIVITY = 'bench-outbox'
/** Each run of the bench walks the same sequences. */
const SEED = 20_261_122

/** The phone's outbox against the real backend: how many random sequences left each act recorded exactly once. */
export function measureOutbox(): Promise<Figure[]> {
  return withBenchDatabase(async ({ db, url }) => {
    await openMarket(db)
    const { dispatch, close } = await openDispatch(url, 4)
    let once = 0
    let acts = 0
    try {
      for (const [index, all] of fc.sample(lives(), { numRuns: SEQUENCES, seed: SEED }).entries()) {
        const openid = await admitScanner(db, index)
        const backend: Answerer = async (endpoint, input) => ({
          kind: 'answered',
          body: await dispatch({ endpoint, input, token: null, openid, address: 'bench' }),
        })
        const before = await heads(db)
        const phone = createOutboxPhone()
        phone.person = { person: openid, token: null }
        const last = await liveThrough(phone, all, backend, (outbox) =>
          outbox.submit('door.addHead', { activityId: ACTIVITY }),
        )
        acts += phone.everStored.size
        const recorded = (await heads(db)) - before
        if (recorded === phone.everStored.size && last.state().queued.length === 0) once += 1
      }
    } finally {
      await close()
    }
    const name = `outbox: of ${SEQUENCES} random kills and repeats (${acts} heads), each head exactly once in`
    return [figure(GROUP, name, once, 'sequences', { least: SEQUENCES })]
  })
}

/** Numbers of acts begin anew on each phone; the backend knows them by their person too. */
async function admitScanner(db: Database, index: number): Promise<string> {
  const openid = `scanner-${index}`
  const now = instant(Date.now())
  await recordPost(
    db,
    { residentId: await ensureResident(db, openid, now), role: 'scanner', called: '测' },
    now,
  )
  return openid
}

/** A market that goes on now: everybody who comes is a head. */
async function openMarket(db: Database): Promise<void> {
  await sql`
    insert into activity (id, kind, status, origin, topic, title, place, sample, starts_at, ends_at)
    values (${ACTIVITY}, 'open', 'published', 'staff', 'market', '梧桐市集', '百禧公园', true,
      now() - interval '1 hour', now() + interval '5 hours')`.execute(db)
}

async function heads(db: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from door_entry where activity_id = ${ACTIVITY}`.execute(db)
  return rows[0]?.count ?? -1
}
