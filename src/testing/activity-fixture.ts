import type {
  ActivityPage,
  ActivitySummary,
  AnnouncedActivity,
} from '../../core/contract/activity/activity-page'
import type { MyRegistration } from '../../core/contract/registration/registration'
import { parseInstant, toIso, type IsoInstant } from '../../core/kernel/shanghai-time'

/** A moment in Shanghai, `2026-11-28T09:00`, as it travels. */
export const shanghai = (moment: string): IsoInstant => toIso(parseInstant(`${moment}:00+08:00`))

/** A class on the Saturday after Tuesday 24 November 2026. */
export const summary = (given: Partial<ActivitySummary> = {}): ActivitySummary => ({
  id: 'knots',
  kind: 'registered',
  topic: 'class',
  title: '学编中国结',
  startsAt: shanghai('2026-11-28T09:00'),
  endsAt: shanghai('2026-11-28T11:00'),
  place: '柳园会客厅',
  forWhom: null,
  free: 4,
  change: null,
  sample: false,
  ...given,
})

/** The same with all that was announced about it, as home and the wall screens have it. */
export const announced = (given: Partial<AnnouncedActivity> = {}): AnnouncedActivity => ({
  ...summary(given),
  announced: null,
  servicePhone: null,
  ...given,
})

export const TERMS: NonNullable<ActivityPage['terms']> = {
  capacity: 20,
  free: 4,
  waitingParties: 0,
  largestParty: 5,
  opensAt: null,
  closesAt: shanghai('2026-11-28T09:00'),
  promotionEndsAt: shanghai('2026-11-28T07:00'),
  minAge: null,
  maxAge: null,
  compoundIds: [],
  neighbourhoodIds: [],
  questions: [],
}

export const page = (given: Partial<ActivityPage> = {}): ActivityPage => ({
  id: 'knots',
  kind: 'registered',
  status: 'published',
  topic: 'class',
  title: '学编中国结',
  about: [],
  bring: null,
  host: null,
  forWhom: null,
  place: '柳园会客厅',
  officeId: null,
  startsAt: shanghai('2026-11-28T09:00'),
  endsAt: shanghai('2026-11-28T11:00'),
  checkInFrom: shanghai('2026-11-28T08:00'),
  checkInUntil: shanghai('2026-11-28T11:30'),
  change: null,
  sample: false,
  access: {
    stepFree: 'unverified',
    ramp: 'unverified',
    lift: 'unverified',
    accessibleToilet: 'unverified',
    hearingLoop: 'unverified',
    doorWidthCm: null,
    verifiedOn: null,
  },
  amenities: {
    toilet: 'unverified',
    babyRoom: 'unverified',
    drinkingWater: 'unverified',
    servicePhone: null,
  },
  terms: TERMS,
  partOf: null,
  photo: null,
  workshops: [],
  stalls: [],
  ...given,
})

/** A registration of one's own for a class at 14:00 of that day. */
export const mine = (
  day: string,
  headline: MyRegistration['headline'] = 'confirmed',
  activity: Partial<MyRegistration['activity']> = {},
): MyRegistration => ({
  registrationId: `of-${day}`,
  number: '2903',
  activity: {
    id: `class-${day}`,
    title: '中国结',
    place: '柳园会客厅',
    startsAt: shanghai(`${day}T14:00`),
    endsAt: shanghai(`${day}T16:00`),
    status: 'published',
    change: null,
    servicePhone: null,
    ...activity,
  },
  headline,
  persons: 1,
  own: true,
})
