import type { Generated } from 'kysely'
import type { CheckState } from '../../../core/domain/me/suggestion'
import type { Moment, NullableMoment } from './columns'

/** What somebody wrote to the 街道. */
export interface SuggestionTable {
  id: Generated<string>
  resident_id: string
  /** Null exactly where WeChat's check refused it afterwards (CHECK). */
  text: string | null
  /** Encrypted; only where the writer wants to be called, and erased some days later. */
  phone_sealed: Buffer | null
  checked: CheckState
  at: Moment
  reply: string | null
  replied_at: NullableMoment
}

/** Append-only: who of the staff looked at a number, or replied. Outlives the suggestion. */
export interface SuggestionHistoryTable {
  id: Generated<number>
  suggestion_id: string
  act: 'opened' | 'replied'
  at: Moment
  by_resident: string | null
}

export interface SuggestionTables {
  suggestion: SuggestionTable
  suggestion_history: SuggestionHistoryTable
}
