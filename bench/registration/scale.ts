import { sql } from 'kysely'
import type { Dispatch } from '../../cloud/app/dispatch'
import type { Database } from '../../cloud/database/connect'
import { figure, type Figure } from '../figure'
import { withBenchDatabase } from '../support/database'
import { openDispatch } from '../support/crowd'
import { quantile } from '../support/quantile'
import { admitMany } from '../support/residents'
import { plan } from './people'

/** REGISTRATION_MOST makes it shorter. */
const MOST = Number(process.env['REGISTRATION_MOST'] ?? 1_000_000)
const SIZES = [MOST / 100, MOST / 10, MOST] as const
/** What one resident has does not grow; how many residents there are does. */
const PER_RESIDENT = 100
const PER_ACTIVITY = 100
const CALLS = 600
const WARM_UP = 100

/** Both lists at growing numbers of registrations: what a resident waits for must not grow with them. */
export async function measureScale(): Promise<Figure[]> {
  return withBenchDatabase(async ({ db, url }) => {
    const openids = await admitMany(db, 'many', MOST / PER_RESIDENT)
    const { dispatch, close } = await openDispatch(url, 4)
    const p99: Record<'activity.list' | 'registration.mine', number[]> = {
      'activity.list': [],
      'registration.mine': [],
    }
    try {
      let there = 0
      for (const size of SIZES) {
        await fill(db, there, size)
        there = size
        const active = openids.slice(0, size / PER_RESIDENT)
        p99['activity.list'].push(await p99Of(dispatch, active, 'activity.list', LIST))
        p99['registration.mine'].push(await p99Of(dispatch, active, 'registration.mine', {}))
      }
    } finally {
      await close()
    }
    return Object.entries(p99).flatMap(([endpoint, [first = Number.NaN, , last = Number.NaN]]) => [
      figure('registration', `${endpoint}: p99 at ${SIZES[2]} registrations`, last, 'ms'),
      figure(
        'registration',
        `${endpoint}: p99 at ${SIZES[2]} against ${SIZES[0]} registrations`,
        last / first,
        '×',
        { most: 1.5 },
      ),
    ])
  })
}

const LIST = { span: null, place: null, topic: null, age: null, hasPlaces: false }

/** Registrations for past activities, of residents who had none yet; each is a single with a place. */
async function fill(db: Database, from: number, to: number): Promise<void> {
  await sql`set statement_timeout = 0`.execute(db)
  const prefix = `past-${to}`
  await plan(db, prefix, (to - from) / PER_ACTIVITY, PER_ACTIVITY)
  await sql`
    update activity set starts_at = starts_at - interval '400 days' - random() * interval '300 days',
      ends_at = ends_at - interval '300 days' where id like ${`${prefix}-%`}`.execute(db)
  await sql`
    with given as (
      select n, ${`${prefix}-`} || (n / ${PER_ACTIVITY}::integer + 1) as activity_id, n % ${PER_ACTIVITY}::integer as number
      from generate_series(0, ${to - from - 1}::integer) as n
    ), people as (
      select resident_id, row_number() over (order by openid) - 1 as place from wechat_account where openid like 'many-%'
    ), made as (
      insert into registration (activity_id, registrant_id, number, join_number, answers, telling, joined_at, confirmed_at)
      select activity_id, resident_id, number, number + 1, '{}', 'wechat', now(), now()
      from given join people on place = ${from / PER_RESIDENT}::integer + n % ${(to - from) / PER_RESIDENT}::integer
      returning id, activity_id, registrant_id
    )
    insert into party_member (registration_id, activity_id, resident_id, child, state)
    select id, activity_id, registrant_id, false, 'confirmed' from made`.execute(db)
  await sql`vacuum analyze`.execute(db)
}

async function p99Of(
  dispatch: Dispatch,
  openids: readonly string[],
  endpoint: string,
  input: object,
): Promise<number> {
  const times: number[] = []
  for (let call = 0; call < CALLS + WARM_UP; call += 1) {
    const openid = openids[(call * 31) % openids.length] ?? ''
    const begun = performance.now()
    const reply = await dispatch({ endpoint, input, token: null, openid, address: 'bench' })
    if (!reply.ok) throw new Error(`${endpoint} answered ${JSON.stringify(reply)}`)
    if (call >= WARM_UP) times.push(performance.now() - begun)
  }
  return quantile(times, 0.99)
}
