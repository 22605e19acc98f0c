import { boolean, nullable, optional, strictObject } from 'valibot'
import { LONGEST_REPLY, LONGEST_SUGGESTION, type SuggestionState } from '../domain/me/suggestion'
import type { IsoInstant } from '../kernel/shanghai-time'
import { endpoint, staff, type } from './endpoint'
import { EDITORS } from '../domain/staff/post'
import { isoInstant, lines, requestId } from './fields'
import { id, phone } from './person-fields'

/** A suggestion as its writer sees it again. */
export interface MySuggestion {
  readonly suggestionId: string
  /** `null` where WeChat's check refused it afterwards: then nothing of it is kept. */
  readonly text: string | null
  readonly at: IsoInstant
  readonly state: SuggestionState
  readonly wantsCall: boolean
  readonly reply: string | null
}

/** A suggestion as staff sees it: not whose it is. */
export interface ReceivedSuggestion {
  readonly suggestionId: string
  readonly text: string
  readonly at: IsoInstant
  /** WeChat could not say that it is harmless: read it before it is passed on. */
  readonly flagged: boolean
  /** 138****5678; `null` where the writer did not ask to be called. */
  readonly phone: string | null
  readonly reply: string | null
}

export const suggestion = {
  /** Checked by WeChat first; where that gives no answer it is kept, and checked later. */
  'suggestion.send': endpoint({
    access: 'resident',
    effect: 'exchange',
    input: strictObject({ text: lines(LONGEST_SUGGESTION), phone: nullable(phone), requestId }),
    output: type<{ suggestionId: string }>(),
    refusals: ['words_refused', 'too_many_suggestions', 'phone_not_kept'],
  }),
  /** The caller's own, newest first. */
  'suggestion.mine': endpoint({
    access: 'resident',
    effect: 'read',
    input: strictObject({}),
    output: type<{ suggestions: readonly MySuggestion[] }>(),
    refusals: [],
  }),
  /** Unanswered first, then newest first, fifty at a time, `after` the last one on the screen; without who wrote them. */
  'suggestion.list': endpoint({
    access: staff(EDITORS, { within: 'street' }),
    effect: 'read',
    input: strictObject({
      after: optional(nullable(strictObject({ suggestionId: id, answered: boolean(), at: isoInstant }))),
    }),
    output: type<{
      suggestions: readonly ReceivedSuggestion[]
      /** How many wait for an answer in all. */
      unanswered: number
      /** There are more after these. */
      more: boolean
    }>(),
    refusals: [],
  }),
  /** The number of somebody who wants to be called. Who looked is recorded. */
  'suggestion.openPhone': endpoint({
    access: staff(EDITORS, { within: 'street' }),
    effect: 'write',
    input: strictObject({ suggestionId: id, requestId }),
    output: type<{ phone: string | null }>(),
    refusals: ['suggestion_not_found'],
  }),
  /** What the writer reads under their suggestion; a second reply replaces the first. */
  'suggestion.reply': endpoint({
    access: staff(EDITORS, { within: 'street' }),
    effect: 'write',
    input: strictObject({ suggestionId: id, reply: lines(LONGEST_REPLY), requestId }),
    output: type<{ suggestionId: string }>(),
    refusals: ['suggestion_not_found'],
  }),
} as const
