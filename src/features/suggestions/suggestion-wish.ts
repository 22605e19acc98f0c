import { LONGEST_SUGGESTION } from '../../../core/domain/me/suggestion'
import type { Wish } from '../../api/acting'
import { SUGGESTIONS } from '../../text/me/suggestions'
import { dialled, PHONE } from '../registration/telling/dialled'

/** What somebody writes, as it stands on the screen. */
export interface SuggestionForm {
  readonly text: string
  readonly wantsCall: boolean
  readonly phone: string
}

export const BLANK: SuggestionForm = { text: '', wantsCall: false, phone: '' }

export const charactersLeft = ({ text }: SuggestionForm): number => LONGEST_SUGGESTION - text.length

/** What still keeps it from being sent, by field. */
export const faultsOf = (form: SuggestionForm): { text: string | null; phone: string | null } => ({
  text: form.text.trim() === '' ? SUGGESTIONS.empty : null,
  phone: form.wantsCall && !PHONE.test(dialled(form.phone)) ? SUGGESTIONS.phoneFault : null,
})

export const wishOf = ({ text, wantsCall, phone }: SuggestionForm): Wish<'suggestion.send'> => ({
  text: text.trim(),
  phone: wantsCall ? dialled(phone) : null,
})
