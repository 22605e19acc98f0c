import type { Instant } from '../../kernel/shanghai-time'
import { shanghaiDay } from '../../kernel/shanghai-time'

/** Characters: what fits on a postcard. WeChat checks at most 2,500. */
export const LONGEST_SUGGESTION = 500
export const LONGEST_REPLY = 500

/** In one Shanghai day, of one resident: enough for an angry evening, too few for a flood. */
export const SUGGESTIONS_A_DAY = 5

/** Days after which a number that was left with a suggestion is forgotten. */
export const SUGGESTION_PHONE_DAYS = 30

/** What WeChat's check said of a text; `unchecked` still has to be asked, `review` is for a person to judge. */
export type CheckState = 'passed' | 'review' | 'unchecked' | 'refused'

/** How a check ended: WeChat's three words, no answer, or that it can say nothing of this text. */
export type TextVerdict = 'pass' | 'review' | 'risky' | 'unreachable' | 'uncheckable'

/** What is recorded of a verdict. Whatever WeChat cannot judge, staff judges; what has no answer yet is asked again. */
export const checkStateOf = (verdict: TextVerdict): CheckState =>
  ({ pass: 'passed', review: 'review', uncheckable: 'review', unreachable: 'unchecked', risky: 'refused' })[
    verdict
  ] as CheckState

/** How the writer reads it. */
export type SuggestionState = 'received' | 'replied' | 'refused'

export const suggestionState = (checked: CheckState, reply: string | null): SuggestionState =>
  checked === 'refused' ? 'refused' : reply === null ? 'received' : 'replied'

/** Reports about places in one Shanghai day, of one resident: nobody's are buried under another's. */
export const REPORTS_A_DAY = 5

/** @param earlier when this resident wrote before, in any order */
export const mayWriteNow = (earlier: readonly Instant[], now: Instant, aDay = SUGGESTIONS_A_DAY): boolean =>
  earlier.filter((at) => shanghaiDay(at) === shanghaiDay(now)).length < aDay

/** 138****5678: enough to tell two apart, too little to call. */
export const maskedPhone = (phone: string | null): string | null =>
  phone === null ? null : phone.length < 7 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`
