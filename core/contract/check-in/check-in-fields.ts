import {
  array,
  integer,
  maxLength,
  maxValue,
  minValue,
  number,
  pipe,
  regex,
  strictObject,
  string,
} from 'valibot'
import type { CheckInFlag, PlaceKind } from '../../domain/check-in/place'
import type { NoSeatReason } from '../../domain/registration/attendance/attendance'
import type { IsoInstant } from '../../kernel/shanghai-time'
import { line, slug } from '../fields'
import { id } from '../person-fields'

/** Whatever a scanner read in one line, ours or not. */
export const scannedText = line(400)

/** 16 bytes of chance, base64url: a receipt, or what a screen waits with. */
export const token = pipe(
  string(),
  maxLength(22),
  regex(/^[A-Za-z0-9_-]{22}$/, 'use the token as it was given'),
)

/** Milliseconds since 1970 by a phone's own clock, right or wrong. */
const phoneClock = pipe(number(), integer(), minValue(0), maxValue(8_640_000_000_000_000))

/** When something happened and when this call was sent, by one clock: only their difference counts. */
export const phoneTimes = strictObject({ happenedAt: phoneClock, sentAt: phoneClock })

/** Members who came; an empty list is nobody. */
export const cameMembers = pipe(array(id), maxLength(20))

/** Activities in which the person walks in. */
export const walkInActivities = pipe(array(slug), maxLength(5))

/** Where a code belongs. */
export interface ScannedPlace {
  readonly kind: PlaceKind
  readonly id: string
  readonly name: string
}

/** One person's being there. */
export interface Came {
  /** `null` for a walk-in. */
  readonly memberId: string | null
  readonly entryId: string
  /** The first time. */
  readonly at: IsoInstant
  /** They had come before: nothing new was recorded. */
  readonly repeated: boolean
  /** They were there, but the rules of seats had no place for them. */
  readonly doorFlag: NoSeatReason | null
  readonly flags: readonly CheckInFlag[]
}
