import { instant, type Instant } from '../../../kernel/shanghai-time'
import type { RuleSettings } from '../../activity/rule-settings'

const HOUR = 3_600_000

/** Two readings of one phone's clock, right or wrong: when it happened, and when this call was sent. */
export interface PhoneTimes {
  readonly happenedAt: Instant
  readonly sentAt: Instant
}

/** When something happened, as far as can be known. */
export interface Moment {
  readonly at: Instant
  /** The phone told an age that cannot be: it was cut to what can. */
  readonly clamped: boolean
}

/** What is said of anything that was kept for lack of a network. */
export const offlineFlags = ({ clamped }: Moment): ('offline' | 'clamped')[] =>
  clamped ? ['offline', 'clamped'] : ['offline']

type UploadRules = Pick<RuleSettings, 'uploadHours'>

/** When it was, by the age that the phone's own clock tells: `received − (sent − happened)`, an age of 0 to 48 h. */
export function momentOf(
  { happenedAt, sentAt }: PhoneTimes,
  received: Instant,
  { uploadHours }: UploadRules,
): Moment {
  const age = sentAt - happenedAt
  const within = Math.min(Math.max(age, 0), uploadHours * HOUR)
  return { at: instant(received - within), clamped: within !== age }
}

/** A moment that something proves, such as the slot of a genuine code: however long ago, but never ahead. */
export const momentProved = (proved: Instant, received: Instant): Moment => ({
  at: proved < received ? proved : received,
  clamped: proved > received,
})
