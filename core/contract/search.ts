import { nullable, pipe, regex, strictObject, string } from 'valibot'
import type { ChangeRequest } from '../domain/activity/change'
import type { OfficeStatus } from '../domain/office/office'
import { LONGEST_QUERY, type SearchDocument } from '../domain/search/document'
import type { AskedDays } from '../domain/search/answer'
import type { Help } from '../domain/search/question/needs'
import type { Group, MarkedText, Reason } from '../domain/search/rank'
import type { IsoInstant } from '../kernel/shanghai-time'
import { endpoint, type } from './endpoint'
import { line } from './fields'

/** When and where an activity takes place next; of a series the next date. */
export interface NextTime {
  readonly activityId: string
  readonly startsAt: IsoInstant
  readonly endsAt: IsoInstant
  /** Where to go now: 改室内 is reckoned in. */
  readonly place: string
  readonly change: ChangeRequest['kind'] | null
}

/** What a line of an answer says beside the title; each kind has its own. */
export interface Card {
  /** In the words of whoever wrote it: an address, a description, an explanation. */
  readonly about: string | null
  /** Short names of the offices that handle a service. */
  readonly offices: readonly string[]
  /** Of an office; `open` for everything else. */
  readonly status: OfficeStatus
  /** Dates of an activity still to come, the next one first; empty for everything else. */
  readonly times: readonly NextTime[]
}

/** A document as a phone keeps it, to search without a network. */
export interface ShelfDocument extends SearchDocument {
  readonly card: Card
}

export interface FoundItem {
  /** Of the thing within its kind; of an activity that recurs, of its series. */
  readonly id: string
  readonly title: MarkedText
  readonly reason: Reason | null
  readonly card: Card
}

/** Whom to call with the words that were typed. */
export interface SearchHelp {
  readonly call: Help
  readonly number: string
  /** It stands before what was found: that only mentions it. */
  readonly first: boolean
}

export interface SearchAnswer {
  /** The kind of the best first, within each the best. */
  readonly groups: readonly Group<FoundItem>[]
  /** Nothing has what was typed; these are guesses at what was meant. */
  readonly guessed: boolean
  /** Days that the question named, and whether something is on then; `null` where it named none. */
  readonly days: AskedDays | null
  /** `null` where what was found is enough. */
  readonly help: SearchHelp | null
}

export const search = {
  /** One box for offices, services, places, activities, words and news: what is called so, and questions as people ask them. */
  'search.find': endpoint({
    access: 'public',
    effect: 'read',
    input: strictObject({ text: line(LONGEST_QUERY) }),
    output: type<SearchAnswer>(),
    refusals: [],
  }),
  /** What a phone keeps to search without a network: ready for its own ranking. `null` where it has this version. */
  'search.shelf': endpoint({
    access: 'public',
    effect: 'read',
    input: strictObject({
      version: nullable(pipe(string(), regex(/^[0-9a-f]{16}$/, 'send the version as it came'))),
    }),
    output: type<{
      version: string
      content: {
        documents: readonly ShelfDocument[]
        /** How common characters are read: `jin:今金津`, one line a sound. */
        sounds: string
      } | null
    }>(),
    refusals: [],
  }),
} as const
