import type { ActivityPage, RegistrationTerms } from '../../../core/contract/activity/activity-page'
import { largestParty } from '../../../core/domain/registration/joining/joining'
import { freeSeats } from '../../../core/domain/registration/seats'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { FoundActivity } from '../../repositories/activity/lock-activity'

type Known = Omit<FoundActivity, 'isPublic' | 'isEndedEarly'>

/** The one way in which an activity becomes its page: of what is public, and of what a draft would become. */
export function pageOf(
  found: Known,
  beside: Pick<ActivityPage, 'change' | 'workshops' | 'stalls'> & { readonly waitingParties: number },
): ActivityPage {
  const { row, deadlines } = found
  const { change, waitingParties, workshops, stalls } = beside
  return {
    id: row.id,
    kind: row.kind,
    status: row.status === 'withdrawn' ? 'withdrawn' : 'published',
    topic: row.topic,
    title: row.title,
    about: row.about === null ? [] : row.about.split('\n'),
    bring: row.bring,
    host: row.host,
    forWhom: row.for_whom,
    photo: row.photo === null ? null : { name: row.photo, alt: row.photo_alt ?? '' },
    place: row.place,
    officeId: row.office_id,
    startsAt: toIso(row.starts_at),
    endsAt: toIso(row.ends_at),
    checkInFrom: toIso(deadlines.checkInFrom),
    checkInUntil: toIso(deadlines.checkInUntil),
    sample: row.sample,
    access: {
      stepFree: row.step_free,
      ramp: row.ramp,
      lift: row.lift,
      accessibleToilet: row.accessible_toilet,
      hearingLoop: row.hearing_loop,
      doorWidthCm: row.door_width_cm,
      verifiedOn: row.access_verified_on,
    },
    amenities: {
      toilet: row.toilet,
      babyRoom: row.baby_room,
      drinkingWater: row.drinking_water,
      servicePhone: row.service_phone,
    },
    partOf: row.part_of,
    change,
    terms: termsOf(found, waitingParties),
    workshops,
    stalls,
  }
}

function termsOf(
  { activity, deadlines, seats, rules }: Known,
  waitingParties: number,
): RegistrationTerms | null {
  if (activity.kind === 'open') return null
  const { capacity, audience, questions } = activity
  return {
    capacity,
    free: freeSeats(seats),
    waitingParties,
    largestParty: largestParty(activity, rules),
    opensAt: deadlines.opensAt === null ? null : toIso(deadlines.opensAt),
    closesAt: toIso(deadlines.closesAt),
    promotionEndsAt: toIso(deadlines.promotionEndsAt),
    ...audience,
    questions,
  }
}
