import type {
  CheckInEntry,
  CheckInList,
  CheckInMember,
  CheckInParty,
} from '../../core/contract/check-in/check-in-desk'
import type { IsoInstant } from '../../core/kernel/shanghai-time'

export const NINE_TWELVE = '2026-11-24T01:12:00.000Z' as IsoInstant

export const entry = (entryId: string, given: Partial<CheckInEntry> = {}): CheckInEntry => ({
  entryId,
  at: NINE_TWELVE,
  grade: 'staff',
  doorFlag: null,
  flags: [],
  giftAt: null,
  giftTwice: false,
  ...given,
})

export const memberOf = (memberId: string, given: Partial<CheckInMember> = {}): CheckInMember => ({
  memberId,
  name: '王**',
  child: false,
  state: 'confirmed',
  released: false,
  entry: null,
  ...given,
})

export const partyOf = (
  registrationId: string,
  members: readonly CheckInMember[],
  number = '0527',
): CheckInParty => ({
  registrationId,
  number,
  wantsHelp: false,
  members,
})

/** Tuesday 24 November, 9:00 to 11:00 in Shanghai; as many registered as there are members. */
export const listOf = (parties: readonly CheckInParty[], given: Partial<CheckInList> = {}): CheckInList => ({
  activityId: 'knots',
  title: '中国结课',
  place: '梧桐里会客厅',
  startsAt: '2026-11-24T01:00:00.000Z' as IsoInstant,
  endsAt: '2026-11-24T03:00:00.000Z' as IsoInstant,
  checkInFrom: '2026-11-24T00:00:00.000Z' as IsoInstant,
  checkInUntil: '2026-11-24T03:30:00.000Z' as IsoInstant,
  counts: {
    registered: parties.flatMap(({ members }) => members).length,
    attended: parties.flatMap(({ members }) => members).filter((one) => one.entry !== null).length,
    walkedIn: 0,
    withoutPhone: 0,
    doorRecords: 0,
    heads: parties.flatMap(({ members }) => members).filter((one) => one.entry !== null).length,
    capacity: 20,
    free: 12,
  },
  parties,
  heads: [],
  releaseFrom: '2026-11-24T01:15:00.000Z' as IsoInstant,
  numberLimits: { wrongNumbers: 5, wrongNumberMinutes: 10 },
  ticketKey: '',
  roll: { closableFrom: '2026-11-26T03:30:00.000Z' as IsoInstant, closedAt: null },
  ...given,
})
