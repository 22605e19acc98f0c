import type { ActivityPage, RegistrationTerms } from '../../../core/contract/activity/activity-page'
import { largestParty } from '../../../core/domain/registration/joining/joining'
import { freeSeats } from '../../../core/domain/registration/seats'
import { accept, refuse } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { latestChange } from '../../repositories/activity/change'
import { findActivity, type FoundActivity } from '../../repositories/activity/lock-activity'
import { countWaitingParties, readWorkshops } from '../../repositories/activity/pages'
import { readStalls } from '../../repositories/stall'

export const show: Handler<'activity.show'> = async ({ activityId }, { db, now }) => {
  const found = await findActivity(db, activityId)
  if (found?.isPublic !== true) return refuse('activity_not_found')
  const [change, waiting, workshops, stalls] = await Promise.all([
    latestChange(db, activityId),
    countWaitingParties(db, activityId),
    readWorkshops(db, activityId),
    readStalls(db, activityId),
  ])
  return accept({
    ...aboutOf(found, found.row.status === 'withdrawn' ? 'withdrawn' : 'published'),
    change: change?.notice ?? null,
    // Nobody waits any more once it has begun, also before a job wrote that down.
    terms: termsOf(found, now < found.deadlines.startsAt ? waiting : 0),
    workshops,
    stalls,
  })
}

function aboutOf(
  { row, deadlines }: FoundActivity,
  status: ActivityPage['status'],
): Omit<ActivityPage, 'change' | 'terms' | 'workshops' | 'stalls'> {
  return {
    id: row.id,
    kind: row.kind,
    status,
    topic: row.topic,
    title: row.title,
    about: row.about === null ? [] : row.about.split('\n'),
    bring: row.bring,
    host: row.host,
    forWhom: row.for_whom,
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
  }
}

function termsOf(
  { activity, deadlines, seats, rules }: FoundActivity,
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
