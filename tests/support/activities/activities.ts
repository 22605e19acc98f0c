import { randomUUID } from 'node:crypto'
import type { Insertable } from 'kysely'
import { sql } from 'kysely'
import type { Reply } from '../../../cloud/app/dispatch'
import type { Database } from '../../../cloud/database/connect'
import type { ActivityTable } from '../../../cloud/database/schema/activity'
import type { EndpointName } from '../../../core/contract'
import { openApi, type TestApi } from '../api/test-api'
import { admit, type Person } from '../api/people'

/** A Sunday, 9:00 in Shanghai. */
export const START = '2026-11-22T01:00:00.000Z'

/** A api whose clock stands still on the Sunday before the classes. */
export const openHall = (options: Parameters<typeof openApi>[0] = {}): Promise<TestApi> =>
  openApi({ frozenAt: START, ...options })

/** A published class for two persons on Saturday 28 November, 9:00 to 11:00 in Shanghai. */
export async function makeActivity(
  db: Database,
  given: Partial<Insertable<ActivityTable>> = {},
): Promise<string> {
  const { id } = await db
    .insertInto('activity')
    .values({
      id: `class-${randomUUID().slice(0, 8)}`,
      kind: 'registered',
      status: 'published',
      origin: 'staff',
      topic: 'class',
      title: '中国结手作',
      about: null,
      bring: null,
      host: null,
      for_whom: null,
      place: '梧桐里会客厅',
      office_id: null,
      part_of: null,
      series_id: null,
      series_day: null,
      sample: true,
      starts_at: new Date('2026-11-28T01:00:00Z'),
      ends_at: new Date('2026-11-28T03:00:00Z'),
      opens_at: null,
      closes_at: null,
      capacity: 2,
      min_age: null,
      max_age: null,
      compound_ids: [],
      neighbourhood_ids: [],
      questions: '[]',
      step_free: 'unverified',
      ramp: 'unverified',
      lift: 'unverified',
      accessible_toilet: 'unverified',
      hearing_loop: 'unverified',
      door_width_cm: null,
      access_verified_on: null,
      toilet: 'unverified',
      baby_room: 'unverified',
      drinking_water: 'unverified',
      service_phone: null,
      roll_closed_at: null,
      edited_at: null,
      ...given,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** One act of somebody, with a request id of its own. */
export const act = (api: TestApi, endpoint: EndpointName, who: Person, input: object): Promise<Reply> =>
  api.call(endpoint, { requestId: randomUUID(), ...input }, { token: who.token })

/** The value of an answer that has to be one. */
export async function done<Value = Record<string, unknown>>(reply: Promise<Reply>): Promise<Value> {
  const answer = await reply
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer)}`)
  return answer.value as Value
}

export interface Registered {
  readonly registrationId: string
  readonly place: 'confirmed' | 'waiting'
  readonly number: string
  readonly position: number | null
}

/** Somebody new, or `who`, registers themselves and these family records. */
export async function register(
  api: TestApi,
  activityId: string,
  { who, family = [], ...more }: { who?: Person; family?: readonly string[] } & Record<string, unknown> = {},
): Promise<Registered & { who: Person }> {
  const person = who ?? (await admit(api.db))
  const input = { activityId, party: [null, ...family], ...more }
  return { ...(await done<Registered>(act(api, 'registration.register', person, input))), who: person }
}

export async function addFamily(
  api: TestApi,
  keeper: Person,
  birthYear = 1955,
  name = '妈妈',
): Promise<string> {
  const added = await done<{ familyMemberId: string }>(
    act(api, 'family.add', keeper, { name, relation: '母亲', birthYear }),
  )
  return added.familyMemberId
}

/** Moves the one clock. */
export const setNow = async (api: TestApi, instant: string): Promise<void> => {
  await api.call('demo.setNow', { instant })
}

/** Registers with Jest: each test begins on that Sunday, and fails on what broke inside the backend during it. */
export function startEachOnSunday(api: () => TestApi): void {
  beforeEach(async () => {
    api().handled.length = 0
    await setNow(api(), START)
  })
  afterEach(() => {
    expect(api().handled.find(({ error }) => error !== undefined)?.error).toBeUndefined()
  })
}

/** The counter, the seats that members hold by their states, and how many places each registration has. */
export async function seatsOf(
  db: Database,
  activityId: string,
): Promise<{ counter: number; recount: number }> {
  const { rows } = await sql<{ counter: number; recount: number }>`
    select seats_in_use as counter, (
      select count(*)::integer from party_member
      where activity_id = activity.id and state in ('confirmed', 'attended', 'no_show') and not released
    ) as recount
    from activity where id = ${activityId}`.execute(db)
  return rows[0] as { counter: number; recount: number }
}

export interface StoredParty {
  readonly number: string
  readonly joinNumber: number
  readonly states: readonly string[]
}

/** Every registration in order of joining, with its members' states. */
export async function partiesOf(db: Database, activityId: string): Promise<readonly StoredParty[]> {
  const { rows } = await sql<StoredParty>`
    select lpad(number::text, 4, '0') as number, join_number as "joinNumber",
      array(select state from party_member where registration_id = registration.id order by state) as states
    from registration where activity_id = ${activityId} order by join_number`.execute(db)
  return rows
}
