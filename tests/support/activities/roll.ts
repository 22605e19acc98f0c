import type { TestApi } from '../api/test-api'
import type { Person } from '../api/people'
import { done, register, setNow } from './activities'
import { admitParty, makeClass, NINE } from './codes'

/** Check-in of the class ends at 11:30 on Saturday; 48 h later is Monday 11:30 in Shanghai. */
export const CLOSABLE = '2026-11-30T03:30:00.000Z'

/** Whose name stands on the roll: the id of their place in that activity. */
export const memberOf = async (api: TestApi, activityId: string, who: Person): Promise<string> =>
  (
    await api.db
      .selectFrom('party_member')
      .select('id')
      .where('activity_id', '=', activityId)
      .where('resident_id', '=', who.residentId)
      .executeTakeFirstOrThrow()
  ).id

export interface HeldClass {
  readonly activityId: string
  readonly came: Person
  readonly absent: Person
  /** Of the one who stayed away. */
  readonly memberId: string
}

/** A class to which one comes and from which one stays away; it is its start then. */
export async function holdClass(
  api: TestApi,
  staff: Person,
  given: Parameters<typeof makeClass>[1] = {},
): Promise<HeldClass> {
  const activityId = await makeClass(api.db, given)
  const first = await register(api, activityId)
  const second = await register(api, activityId)
  await setNow(api, (given.starts_at as Date | undefined)?.toISOString() ?? NINE)
  await done(admitParty(api, staff, activityId, first.registrationId))
  return {
    activityId,
    came: first.who,
    absent: second.who,
    memberId: await memberOf(api, activityId, second.who),
  }
}
