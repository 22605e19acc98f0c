import { decideNotice } from '../../../core/domain/news/notice'
import {
  addDays,
  instantAt,
  parseInstant,
  shanghaiDay,
  toIso,
  type Instant,
} from '../../../core/kernel/shanghai-time'
import type { StaffNotice } from '../../../core/contract/news'
import type { MutationInput } from '../../api/result'
import { refusalSentence } from '../../text/refusals/refusal-sentence'
import { NOTICES } from '../../text/staff/notices'

/** Characters that the backend takes. */
export const LONGEST_TITLE = 30
export const LONGEST_TEXT = 200

/** Days from today, and hours, that can be chosen as the end: tonight, the week, at most the 30 days of the rule. */
export const DAYS_AHEAD = [0, 1, 2, 3, 4, 6, 13, 29] as const
export const HOURS = [8, 12, 18, 22] as const

/** A notice as it is being written. */
export interface NoticeForm {
  readonly title: string
  readonly text: string
  readonly daysAhead: number
  readonly hour: number
}

/** Until tonight, or until tomorrow night where it is late already. */
export const blankNotice = (now: Instant): NoticeForm => {
  const tonight = { title: '', text: '', daysAhead: 0, hour: 22 }
  return endOf(tonight, now) > now ? tonight : { ...tonight, daysAhead: 1 }
}

export const endOf = ({ daysAhead, hour }: Pick<NoticeForm, 'daysAhead' | 'hour'>, now: Instant): Instant =>
  instantAt(addDays(shanghaiDay(now), daysAhead), hour * 60)

/** Of one line each, as the backend wants them. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

export const inputOf = (form: NoticeForm, now: Instant): MutationInput<'notice.publish'> => ({
  title: oneLine(form.title),
  text: oneLine(form.text),
  until: toIso(endOf(form, now)),
})

/** What still keeps it from being published, by field; the end is judged by the rule itself. */
export function faultsOf(form: NoticeForm, now: Instant) {
  const times = decideNotice(endOf(form, now), now)
  return {
    title: oneLine(form.title) === '' ? NOTICES.nameMissing : null,
    text: oneLine(form.text) === '' ? NOTICES.textMissing : null,
    until: times.ok ? null : refusalSentence(times.refusal, times.detail),
  }
}

/** The phone's clock ticks by the minute: one that was published in this one would not have begun yet. */
const TICK_MS = 60_000

/** Whether residents see it now. */
export const hangs = ({ from, until, withdrawnAt }: StaffNotice, now: Instant): boolean =>
  withdrawnAt === null && parseInstant(from) < now + TICK_MS && now < parseInstant(until)
