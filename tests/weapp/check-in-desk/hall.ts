import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { ensureResident } from '../../../cloud/repositories/resident'
import type { StaffRole } from '../../../core/domain/staff/post'
import { instant } from '../../../core/kernel/shanghai-time'
import { makeClassNow, makeNamedParty, type CheckInParty } from '../../support/activities/named-party'
import type { makeActivity } from '../../support/activities/activities'
import { givePost } from '../../support/api/people'
import type { MiniProgram } from '../../support/mini-program/mini-program'
import type { Phone } from '../../support/mini-program/phone/phone'
import type { Residents } from '../../support/mini-program/residents'

export const DOOR = '/staff/pages/door/index'
export const doorUrl = (activityId: string): string => `${DOOR}?id=${activityId}`
/** The mini-program of the tests that has the pages for staff. */
export const WAY = 'request'

const PLUS_ONE = { label: '加 1 位没有手机的街坊' }

/** What stands at a door: an activity that began, its parties, and phones of staff. */
export interface Hall {
  /** A class in the own office that takes place now. */
  makeClass(given?: Parameters<typeof makeActivity>[1]): Promise<string>
  /** A registration of somebody of this name, with these relatives. */
  makeParty(
    activityId: string,
    name: string,
    family?: readonly (readonly [string, number])[],
  ): Promise<CheckInParty>
  staffPhone(role?: StaffRole): Promise<Phone>
  open(phone: Phone, url: string): Promise<MiniProgram>
}

export function hallOf(residents: Residents): Hall {
  const api = () => residents.backend().api
  let staff = 0
  return {
    makeClass: (given) => makeClassNow(api(), given),
    makeParty: (activityId, name, family) => makeNamedParty(api(), activityId, name, family),
    async staffPhone(role = 'scanner') {
      const openid = `o-staff-${(staff += 1)}-${randomUUID()}`
      const residentId = await ensureResident(api().db, openid, instant(0))
      await givePost(api().db, residentId, role)
      return residents.phone({ outside: residents.backend().outsideFor(openid) })
    },
    open: (phone, url) => residents.open({ phone, url, way: WAY }),
  }
}

export async function typeNumber(app: MiniProgram, number: string): Promise<void> {
  await app.tap('输号码')
  for (const digit of number) await app.tap({ role: 'button', label: digit })
}

export const plusOne = async (app: MiniProgram): Promise<void> => {
  await app.tap(PLUS_ONE)
  // A finger that bounces is one tap: the next person comes a moment later.
  const tappedAt = app.clock.now()
  app.clock.pace = 20
  await app.until('the next person comes', () => app.clock.now() > tappedAt + 400)
  app.clock.pace = 1
}

export interface EntryRow {
  readonly kind: string
  readonly member: boolean
  readonly flags: readonly string[]
}

export async function entriesAt(residents: Residents, activityId: string): Promise<readonly EntryRow[]> {
  const { rows } = await sql<EntryRow>`
    select kind, member_id is not null as member, flags from door_entry
    where activity_id = ${activityId} and undone_at is null order by kind, id`.execute(
    residents.backend().api.db,
  )
  return rows
}
