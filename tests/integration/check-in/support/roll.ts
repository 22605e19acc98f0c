import type { House } from '../../../support/api/house'
import type { Person } from '../../../support/api/people'

/** Whose name stands on the roll: the id of their place in that activity. */
export const memberOf = async (house: House, activityId: string, who: Person): Promise<string> =>
  (
    await house.db
      .selectFrom('party_member')
      .select('id')
      .where('activity_id', '=', activityId)
      .where('resident_id', '=', who.residentId)
      .executeTakeFirstOrThrow()
  ).id
