import { sql } from 'kysely'
import { Client } from 'pg'
import type { Database } from '../../../cloud/database/connect'
import type { TestApi } from '../../support/api/test-api'
import { admit, type Person } from '../../support/api/people'
import {
  act,
  addFamily,
  done,
  makeActivity,
  openHall,
  register,
  setNow,
  startEachOnSunday,
} from '../../support/activities/activities'
import { makeClass, NINE, opened, pairScreen, posterOf, TWELVE_PAST } from '../../support/activities/codes'
import { countRoundTrips, type Sent } from '../../support/database/round-trips'

let api: TestApi
let admin: Person
let poster: string
beforeAll(async () => {
  api = await openHall()
  admin = await admit(api.db, 'admin')
  poster = `p/${await posterOf(api, admin)}`
  await api.db.transaction().execute(async (tx) => {
    // Longer than any statement of a call may take on a busy machine.
    await sql`set local statement_timeout = 0`.execute(tx)
    await fillTables(tx)
  })
})
afterAll(() => api.close())
startEachOnSunday(() => api)

/** Everything that was sent while it was counted. */
const asked: Sent[] = []

/** How often one call waits for the database, with recognising its caller, `begin` and `commit`. */
async function roundTripsOf(call: () => Promise<unknown>): Promise<number> {
  const { roundTrips, statements } = await countRoundTrips(async () => {
    expect(await call()).toMatchObject({ ok: true })
  })
  asked.push(...statements)
  return roundTrips
}

const LIST = { span: null, place: null, topic: null, age: null, hasPlaces: false }

describe('how often a call waits for the database', () => {
  it('what everybody reads: twice, for who asks and for the answer', async () => {
    const activityId = await makeActivity(api.db)
    const { who } = await register(api, activityId)
    const read = (endpoint: string, input: object) =>
      roundTripsOf(() => api.call(endpoint, input, { token: who.token }))
    expect(await read('activity.list', LIST)).toBeLessThanOrEqual(2)
    expect(await read('registration.mine', {})).toBeLessThanOrEqual(2)
  })

  it('home of a phone that has been here before: once', async () => {
    const { who } = await register(api, await makeActivity(api.db))
    const home = (version: string | null) =>
      done<{ public: { version: string } }>(api.call('home.show', { version }, { token: who.token }))
    const { version } = (await home(null)).public
    const again = () => api.call('home.show', { version }, { token: who.token })
    expect(await roundTripsOf(again)).toBe(1)
  })

  it('registering: six times, whether one person comes or five', async () => {
    const activityId = await makeActivity(api.db, { capacity: 20, cool_down: true })
    const alone = await admit(api.db)
    expect(
      await roundTripsOf(() => act(api, 'registration.register', alone, { activityId, party: [null] })),
    ).toBeLessThanOrEqual(6)
    const keeper = await admit(api.db)
    const family: string[] = []
    for (const name of ['妈妈', '爸爸', '外婆', '外公']) family.push(await addFamily(api, keeper, 1950, name))
    expect(
      await roundTripsOf(() =>
        act(api, 'registration.register', keeper, { activityId, party: [null, ...family] }),
      ),
    ).toBeLessThanOrEqual(6)
  })

  it('cancelling a place that somebody gets who waited: seven times', async () => {
    const activityId = await makeActivity(api.db, { capacity: 1, cool_down: true })
    const { who, registrationId } = await register(api, activityId)
    await register(api, activityId)
    expect(
      await roundTripsOf(() => act(api, 'registration.cancel', who, { registrationId })),
    ).toBeLessThanOrEqual(7)
    const messages = await api.db
      .selectFrom('message')
      .select('kind')
      .where('activity_id', '=', activityId)
      .execute()
    expect(messages).toEqual([{ kind: 'promoted' }])
  })

  it('opening a code at the door or one’s own: six times, with everything that it shows', async () => {
    const activityId = await makeClass(api.db)
    await makeClass(api.db, { title: '别的课' })
    const { who, registrationId } = await register(api, activityId)
    const screen = await pairScreen(api, admin)
    await setNow(api, TWELVE_PAST)
    for (const code of [poster, screen.codeAt(TWELVE_PAST)]) {
      expect(
        await roundTripsOf(() => api.call('checkIn.open', { code }, { token: who.token })),
      ).toBeLessThanOrEqual(6)
    }
    expect(
      await roundTripsOf(() => api.call('checkIn.ticket', { registrationId }, { token: who.token })),
    ).toBeLessThanOrEqual(6)
  })

  it('confirming: seven times, for one activity and for two, with a relative or alone', async () => {
    const [first, second] = [await makeClass(api.db), await makeClass(api.db)]
    const keeper = await admit(api.db)
    const mother = await addFamily(api, keeper)
    await register(api, first, { who: keeper, family: [mother] })
    await setNow(api, NINE)
    const confirm = async (more: object): Promise<number> => {
      const { receipt } = await opened(api, poster, keeper)
      return roundTripsOf(() => act(api, 'checkIn.confirm', keeper, { receipt, ...more }))
    }
    expect(await confirm({})).toBeLessThanOrEqual(7)
    const { receipt, parties } = await opened(api, poster, keeper)
    const members = parties[0]?.members.map(({ memberId }) => memberId)
    const both = () => act(api, 'checkIn.confirm', keeper, { receipt, members, walkIns: [second] })
    expect(await roundTripsOf(both)).toBeLessThanOrEqual(7)
    expect(await done(both())).toBeDefined()
  })
})

it('none of these statements looks through a table that grows with the years', async () => {
  expect(asked.length).toBeGreaterThan(50)
  const looked = new Map<string, string>()
  const client = new Client(api.databaseUrl)
  await client.connect()
  for (const { text, values } of asked) {
    if (/^(begin|commit)/.test(text)) continue
    const { rows } = await client.query<{ 'QUERY PLAN': unknown }>(`explain (format json) ${text}`, [
      ...values,
    ])
    for (const table of lookedThrough(rows[0]?.['QUERY PLAN'])) {
      if (GROWING.has(table)) looked.set(table, text)
    }
  }
  await client.end()
  expect(Object.fromEntries(looked)).toEqual({})
})

const GROWING: ReadonlySet<string> = new Set([
  'activity',
  'activity_change',
  'check_in_history',
  'door_entry',
  'family_member',
  'guest',
  'member_history',
  'message',
  'party_member',
  'rate_window',
  'receipt',
  'registration',
  'request',
  'resident',
  'resident_profile',
  'session',
  'staff_act',
  'visit',
  'wechat_account',
])

/** Tables that a plan reads from one end to the other, wherever in it. */
function lookedThrough(plan: unknown): readonly string[] {
  if (typeof plan !== 'object' || plan === null) return []
  const own = 'Node Type' in plan && plan['Node Type'] === 'Seq Scan' && 'Relation Name' in plan
  return [...(own ? [String(plan['Relation Name'])] : []), ...Object.values(plan).flatMap(lookedThrough)]
}

/** Two years of a small 街道: so much that the planner finds reading all of it dearer than an index. */
async function fillTables(db: Database): Promise<void> {
  await sql`
    with people as (
      insert into resident (created_at) select now() from generate_series(1, 4000) returning id
    ), accounts as (
      insert into wechat_account (openid, resident_id) select 'filled-' || id, id from people
    ), sessions as (
      insert into session (token_hash, resident_id, created_at, expires_at)
      select sha256(id::text::bytea), id, now(), now() + interval '90 days' from people
    ), profiles as (
      insert into resident_profile (resident_id, call_name) select id, '李' from people
    ), families as (
      insert into family_member (keeper_id, name, relation, birth_year, created_at) select id, '妈妈', '母亲', 1950, now() from people
    ), windows as (
      insert into rate_window (subject, opened_at, hits) select 'resident:' || id, now(), 1 from people
    ), requests as (
      insert into request (identity, endpoint, request_id, input_hash, created_at, answer)
      select id::text, 'registration.register', gen_random_uuid(), sha256(id::text::bytea), now(), '{"ok":true}' from people
    )
    insert into visit (resident_id, place_kind, place_id, day, at, grade, flags, act_id)
    select id, 'office', 'wutong-hall', '2025-01-01'::date + day, '2025-01-01'::timestamptz + day * interval '1 day', 'poster', '{}', gen_random_uuid()
    from people, generate_series(1, 4) as day`.execute(db)
  await sql`
    insert into activity (id, kind, status, origin, topic, title, place, sample, starts_at, ends_at, capacity)
    select 'filled-' || n, 'registered', 'published', 'staff', 'class', '中国结课', '武宁片区', true,
      '2024-11-01'::timestamptz + n * interval '8 hours', '2024-11-01'::timestamptz + n * interval '8 hours' + interval '2 hours', 20
    from generate_series(1, 2000) as n`.execute(db)
  await sql`
    insert into activity_change (activity_id, kind, at)
    select 'filled-' || n, 'as-planned', now() from generate_series(1, 2000) as n, generate_series(1, 2)`.execute(
    db,
  )
  await sql`
    insert into receipt (token_hash, place_kind, place_id, grade, opened_at)
    select sha256(n::text::bytea), 'office', 'wutong-hall', 'poster', '2026-11-01'::timestamptz + n * interval '1 minute'
    from generate_series(1, 5000) as n`.execute(db)
  await sql`
    with people as (select id, row_number() over () as n from resident), made as (
      insert into registration (activity_id, registrant_id, number, join_number, answers, telling, joined_at, confirmed_at)
      select 'filled-' || n % 2000 + 1, id, (n / 2000 + step * 10)::smallint, n / 2000 + step * 10 + 1, '{}', 'wechat', now(), now()
      from people, generate_series(1, 4) as step
      returning id, activity_id, registrant_id
    ), members as (
      insert into party_member (registration_id, activity_id, resident_id, child, state)
      select id, activity_id, registrant_id, false, 'confirmed' from made
      on conflict do nothing
      returning id, activity_id
    ), messages as (
      insert into message (key, resident_id, activity_id, registration_id, kind, cause, about, at, delivery, due_at, unreached, read_at)
      select id::text, registrant_id, activity_id, id, 'reminder', '', '{}', now(), 'inbox', now(), false, now() from made
    ), guests as (
      insert into guest (registration_id, consent, consent_at) select id, 'oral', now() from made
    ), heads as (
      insert into door_entry (id, activity_id, kind, member_id, at, grade, flags, act_id, before_state, before_released, without_phone, holds_seat)
      select gen_random_uuid(), activity_id, 'attended', id, now(), 'poster', '{}', gen_random_uuid(), 'confirmed', false, false, false from members
    )
    insert into member_history (member_id, from_state, to_state, released, act, at)
    select id, null, 'confirmed', false, 'register', now() from members`.execute(db)
  await sql`analyze`.execute(db)
}
