import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../../cloud/database/connect'
import { registerThrough } from '../registration/people'
import { figure, type Figure } from '../figure'
import { openDispatch } from '../support/crowd'
import { withBenchDatabase } from '../support/database'
import { median } from '../support/median'
import { admitMany } from '../support/residents'
import { editorsAt, valueOf } from './editors'

const PEOPLE = 500
const LOOK_UPS = 20

/** A market for which 500 people are registered: the change of a rainy morning, and finding one of them. */
export const measureCrowdedDay = (): Promise<readonly Figure[]> =>
  withBenchDatabase(async ({ db, url }) => {
    const activityId = 'crowded-market'
    await plan(db, activityId)
    const { dispatch, close } = await openDispatch(url, 4)
    const register = registerThrough(dispatch)
    for (const openid of await admitMany(db, 'crowd', PEOPLE)) await register({ openid, activityId })
    await close()
    await sql`
      insert into resident_profile (resident_id, call_name)
      select resident_id, '王' || row_number() over () from wechat_account where openid like 'crowd-%'
      on conflict (resident_id) do update set call_name = excluded.call_name`.execute(db)
    const [ask] = await editorsAt(db, 1)
    if (ask === undefined) throw new Error('nobody is an editor')

    const times: number[] = []
    for (let look = 1; look <= LOOK_UPS; look += 1) {
      const begun = performance.now()
      const { found } = valueOf(await ask('counter.find', { asked: `王${look}`, channel: 'call' }))
      times.push(performance.now() - begun)
      if (found.length === 0) throw new Error('nobody was found')
    }
    const begun = performance.now()
    const { notified } = valueOf(
      await ask('activity.change', {
        activityId,
        kind: 'indoors',
        place: '武宁片区二楼',
        startsAt: null,
        note: null,
        requestId: randomUUID(),
      }),
    )
    const took = performance.now() - begun
    if (notified !== PEOPLE) throw new Error(`${notified} were told, of ${PEOPLE}`)
    return [
      figure('desk', 'rain-change-500-ms', took, 'ms', { most: 2_000 }),
      figure('desk', 'find-person-ms', median(times), 'ms', { most: 2_000 }),
    ]
  })

async function plan(db: Database, activityId: string): Promise<void> {
  await sql`
    insert into activity (id, kind, status, origin, topic, title, place, sample, starts_at, ends_at, capacity, waitlist_limit)
    values (${activityId}, 'registered', 'published', 'staff', 'market', '周末市集', '百禧公园', true,
      now() + interval '3 days', now() + interval '3 days 4 hours', ${PEOPLE}::integer, 0)`.execute(db)
}
