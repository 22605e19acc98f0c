import { OWN_OFFICE, type House } from '../../../support/api/house'
import { admit } from '../../../support/api/people'
import { act, addFamily, done, makeActivity, register } from '../../registration/support/hall'

export interface DoorParty {
  readonly registrationId: string
  readonly number: string
  readonly ticket: string
}

/** A class in the own office whose door is open on Tuesday 24 November at 10:00 in Shanghai. */
export const makeClassNow = (house: House, given: Parameters<typeof makeActivity>[1] = {}): Promise<string> =>
  makeActivity(house.db, {
    office_id: OWN_OFFICE,
    capacity: 60,
    starts_at: new Date('2026-11-24T10:30:00+08:00'),
    ends_at: new Date('2026-11-24T12:00:00+08:00'),
    ...given,
  })

/** A registration of somebody of this name with these relatives, each with the year of birth. */
export async function makeNamedParty(
  house: House,
  activityId: string,
  name: string,
  family: readonly (readonly [string, number])[] = [],
): Promise<DoorParty> {
  const who = await admit(house.db)
  await done(act(house, 'family.describeMyself', who, { callName: name, born: [1955, 1955] }))
  const relatives: string[] = []
  for (const [relative, year] of family) {
    const familyMemberId = await addFamily(house, who, year, relative)
    const consent = { familyMemberId, version: '2026-11', given: true }
    if (year > 2012) await done(act(house, 'family.consent', who, consent))
    relatives.push(familyMemberId)
  }
  const { registrationId, number } = await register(house, activityId, { who, family: relatives })
  const { ticket } = await done<{ ticket: string }>(
    house.call('checkIn.ticket', { registrationId }, { token: who.token }),
  )
  return { registrationId, number, ticket }
}
