import type { ActivityPage, RegistrationTerms } from '../../../core/contract/activity/activity-page'
import { largestParty } from '../../../core/domain/registration/joining/joining'
import { freeSeats } from '../../../core/domain/registration/seats'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { FoundActivity } from '../../repositories/activity/lock-activity'
import { wordsIn } from '../../repositories/activity/records'

type Known = Omit<FoundActivity, 'isPublic' | 'isEndedEarly'>

/** The one way in which an activity becomes its page: of what is public, and of what a draft would become. */
export function pageOf(
  found: Known,
  beside: Pick<ActivityPage, 'change' | 'workshops' | 'stalls'> & { readonly waitingParties: number },
): ActivityPage {
  const { row, deadlines } = found
  const { change, waitingParties, workshops, stalls } = beside
  const { about, photo, access, amenities } = wordsIn(row)
  return {
    id: row.id,
    kind: row.kind,
    status: row.status === 'withdrawn' ? 'withdrawn' : 'published',
    topic: row.topic,
    title: row.title,
    about,
    bring: row.bring,
    host: row.host,
    forWhom: row.for_whom,
    photo,
    place: row.place,
    officeId: row.office_id,
    startsAt: toIso(row.starts_at),
    endsAt: toIso(row.ends_at),
    checkInFrom: toIso(deadlines.checkInFrom),
    checkInUntil: toIso(deadlines.checkInUntil),
    sample: row.sample,
    access,
    amenities: { ...amenities, servicePhone: row.service_phone },
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
