import { OWN_OFFICE, type TestApi } from '../api/test-api'
import { admit } from '../api/people'
import { act, addFamily, done, makeActivity, register } from './activities'

export interface CheckInParty {
  readonly registrationId: string
  readonly number: string
  readonly ticket: string
}

/** A class in the own office whose door is open on Tuesday 24 November at 10:00 in Shanghai. */
export const makeClassNow = (api: TestApi, given: Parameters<typeof makeActivity>[1] = {}): Promise<string> =>
  makeActivity(api.db, {
    office_id: OWN_OFFICE,
    capacity: 60,
    starts_at: new Date('2026-11-24T10:30:00+08:00'),
    ends_at: new Date('2026-11-24T12:00:00+08:00'),
    ...given,
  })

/** A registration of somebody of this name with these relatives, each with the year of birth. */
export async function makeNamedParty(
  api: TestApi,
  activityId: string,
  name: string,
  family: readonly (readonly [string, number])[] = [],
): Promise<CheckInParty> {
  const who = await admit(api.db)
  await done(act(api, 'family.describeMyself', who, { callName: name, born: [1955, 1955] }))
  const relatives: string[] = []
  for (const [relative, year] of family) {
    const familyMemberId = await addFamily(api, who, year, relative)
    const consent = { familyMemberId, version: '2026-11', given: true }
    if (year > 2012) await done(act(api, 'family.consent', who, consent))
    relatives.push(familyMemberId)
  }
  const { registrationId, number } = await register(api, activityId, { who, family: relatives })
  const { ticket } = await done<{ ticket: string }>(
    api.call('checkIn.ticket', { registrationId }, { token: who.token }),
  )
  return { registrationId, number, ticket }
}
