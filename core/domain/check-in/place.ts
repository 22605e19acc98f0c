import { accept, refuse, type Result } from '../../kernel/result'
import { toIso, type Instant } from '../../kernel/shanghai-time'
import type { ActivityStatus } from '../activity/activity'
import type { OfficeStatus } from '../office/office'

/** A code names an office, or the spot of an activity; never a person's intention. */
export type PlaceKind = 'office' | 'activity'

/** What was recorded although the rules said no at that time, or not surely at that time. */
export type CheckInFlag =
  | 'offline'
  | 'clamped'
  | 'revoked_screen'
  | 'revoked_poster'
  | 'place_closed'
  /** 纸质: typed from a sheet. */
  | 'paper'
  /** 工作人员目测: taken for 60 or more. */
  | 'seems_elder'

export type PlaceFacts =
  | {
      readonly kind: 'office'
      readonly status: OfficeStatus
      readonly successor: { readonly id: string; readonly name: string } | null
    }
  | {
      readonly kind: 'activity'
      readonly title: string
      readonly status: ActivityStatus
      readonly checkInFrom: Instant
      readonly checkInUntil: Instant
    }

export type PlaceRefusal = 'place_closed' | 'activity_withdrawn' | 'activity_not_now'

/**
 * May a code of this place be opened at `at`? An office at any hour, unless it is closed for good or moved
 * away (its successor is named); the spot of an activity within the check-in window.
 */
export function decideOpening(place: PlaceFacts, at: Instant): Result<null, PlaceRefusal> {
  if (place.kind === 'office') {
    return place.status === 'open' ? accept(null) : refuse('place_closed', { successor: place.successor })
  }
  const { title, status, checkInFrom, checkInUntil } = place
  if (status === 'withdrawn') return refuse('activity_withdrawn', { title })
  if (at >= checkInFrom && at < checkInUntil) return accept(null)
  return refuse('activity_not_now', { title, from: toIso(checkInFrom), until: toIso(checkInUntil) })
}
