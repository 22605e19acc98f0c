import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Reply } from '../../../cloud/app/dispatch'
import { rollingCode } from '../../../cloud/services/codes/rolling-mac'
import type { Database } from '../../../cloud/database/connect'
import { linkOf } from '../../../core/domain/check-in/codes/code'
import { slotAt } from '../../../core/domain/check-in/codes/rolling'
import { parseInstant } from '../../../core/kernel/shanghai-time'
import type { CheckedIn, OpenedCode } from '../../../core/contract/check-in/check-in'
import { OWN_OFFICE, type TestApi } from '../api/test-api'
import type { Person } from '../api/people'
import { act, done, makeActivity } from './activities'

/** Saturday 28 November, 9:00 in Shanghai: the class begins. */
export const NINE = '2026-11-28T01:00:00.000Z'
/** 9:12 on that day. */
export const TWELVE_PAST = '2026-11-28T01:12:00.000Z'

/** A class for two in the own office, on Saturday from 9:00 to 11:00. */
export const makeClass = (db: Database, given: Parameters<typeof makeActivity>[1] = {}): Promise<string> =>
  makeActivity(db, { office_id: OWN_OFFICE, ...given })

/** The poster of the own office, or of another place. */
export async function posterOf(
  api: TestApi,
  admin: Person,
  place: { officeId: string } | { activityId: string } = { officeId: OWN_OFFICE },
): Promise<string> {
  const endpoint = 'officeId' in place ? 'poster.forOffice' : 'poster.forActivity'
  const { token } = await done<{ token: string }>(act(api, endpoint, admin, place))
  return token
}

/** A receipt for a code, as nobody or as somebody. */
export const openCode = (api: TestApi, code: string, who: Person | null = null): Promise<Reply> =>
  api.call('checkIn.open', { code }, { token: who?.token ?? null })

export const opened = (api: TestApi, code: string, who: Person | null = null): Promise<OpenedCode> =>
  done<OpenedCode>(openCode(api, code, who))

/** Opens and confirms at once. */
export async function scan(api: TestApi, code: string, who: Person, more: object = {}): Promise<CheckedIn> {
  const { receipt } = await opened(api, code, who)
  return done<CheckedIn>(act(api, 'checkIn.confirm', who, { receipt, ...more }))
}

/** Staff lets a party in, or those of it who are named. */
export const admitParty = (
  api: TestApi,
  staff: Person,
  activityId: string,
  registrationId: string,
  more: object = {},
): Promise<Reply> => act(api, 'door.admit', staff, { activityId, registrationId, members: null, ...more })

/** The first head that an answer lets in. */
export const entryIdOf = async (reply: Promise<Reply>): Promise<string> =>
  (await done<{ came: { entryId: string }[] }>(reply)).came[0]?.entryId ?? ''

export interface PairedScreen {
  readonly screenId: string
  /** The code that it shows at an instant, as WeChat's scanner reads it. */
  codeAt(instant: string, slots?: number): string
}

export async function pairScreen(
  api: TestApi,
  admin: Person,
  officeId: string = OWN_OFFICE,
): Promise<PairedScreen> {
  const { secret, pairingId, digits } = await done<{ secret: string; pairingId: string; digits: string }>(
    api.call('screen.startPairing', {}),
  )
  await done(act(api, 'screen.pair', admin, { pairingId, digits, officeId }))
  const { screenId, key } = await done<{ screenId: string; key: string }>(
    api.call('screen.collectKey', { secret }),
  )
  return {
    screenId,
    codeAt: (instant, slots = 0) =>
      linkOf(
        'caoyang.example',
        rollingCode(Buffer.from(key, 'base64url'), screenId, slotAt(parseInstant(instant)) + slots),
      ),
  }
}

export interface Seats {
  readonly counter: number
  readonly recount: number
}

/** The counter, and the seats that members and walk-ins hold. */
export async function seatsWithWalkIns(db: Database, activityId: string): Promise<Seats> {
  const { rows } = await sql<Seats>`
    select seats_in_use as counter, (
      (select count(*) from party_member
        where activity_id = activity.id and state in ('confirmed', 'attended', 'no_show') and not released)
      + (select count(*) from door_entry where activity_id = activity.id and holds_seat and undone_at is null)
    )::integer as recount
    from activity where id = ${activityId}`.execute(db)
  return rows[0] as Seats
}

export const refusedScans = (db: Database) =>
  db.selectFrom('refused_scan').select(['reason', 'kind', 'place_id']).orderBy('id').execute()

export const visitsOf = (db: Database, residentId: string) =>
  db
    .selectFrom('visit')
    .select(['id', 'place_id', 'day', 'at', 'grade', 'flags', 'undone_at'])
    .where('resident_id', '=', residentId)
    .orderBy('at')
    .execute()

export const entriesOf = (db: Database, activityId: string) =>
  db
    .selectFrom('door_entry')
    .select([
      'id',
      'kind',
      'member_id',
      'resident_id',
      'door_flag',
      'holds_seat',
      'grade',
      'flags',
      'undone_at',
    ])
    .where('activity_id', '=', activityId)
    .orderBy('at')
    .execute()

export const statesOf = async (db: Database, activityId: string): Promise<readonly string[]> =>
  (
    await db
      .selectFrom('party_member')
      .select('state')
      .where('activity_id', '=', activityId)
      .orderBy('state')
      .execute()
  ).map(({ state }) => state)

export const request = (): string => randomUUID()
