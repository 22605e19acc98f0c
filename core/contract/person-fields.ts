import { integer, maxLength, maxValue, minValue, number, pipe, regex, string, transform, uuid } from 'valibot'
import type { IsoInstant } from '../kernel/shanghai-time'
import { PHONE, phoneFrom } from '../shapes/phone'

/** Which member of staff did something and when, as colleagues say it. */
export interface ByWhom {
  readonly called: string
  readonly at: IsoInstant
}

/** The id of a registration, a member, a family record or a stall, as an earlier answer gave it. */
export const id = pipe(string(), maxLength(36), uuid('use the id as it was given'))

/** The number of a message in the inbox. */
export const messageId = pipe(number(), integer(), minValue(1), maxValue(Number.MAX_SAFE_INTEGER))

/**
 * What can be dialled in China: landline with or without area code and extension, mobile, 400, service number; in
 * whichever way it is written, passed on in one form.
 */
export const phone = pipe(
  string(),
  maxLength(60),
  transform(phoneFrom),
  maxLength(25),
  regex(PHONE, 'write a phone number like 13812345678 or 021-62570000'),
)

/** The token of a forwarded card: 16 bytes of chance. */
export const cardToken = pipe(
  string(),
  maxLength(22),
  regex(/^[A-Za-z0-9_-]{22}$/, 'use the card as it was forwarded'),
)

/** A year of birth. */
export const birthYear = pipe(number(), integer(), minValue(1900), maxValue(2100))
