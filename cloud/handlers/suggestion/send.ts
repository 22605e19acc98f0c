import { mayWriteNow } from '../../../core/domain/me/suggestion'
import { accept, refuse } from '../../../core/kernel/result'
import { checkedWrite } from '../../app/checked-write'
import type { Handler } from '../../app/handler'
import { recordSuggestion, writtenLately } from '../../repositories/suggestion'

export const send: Handler<'suggestion.send'> = async (input, context) => {
  const { text, phone } = input
  const { caller, now, gateways } = context
  const { residentId } = caller
  if (phone !== null && !gateways.phoneSeal) return refuse('phone_not_kept')
  return checkedWrite('suggestion.send', { input, words: text }, context, async (tx, checked) => {
    if (!mayWriteNow(await writtenLately(tx, residentId, now), now)) return refuse('too_many_suggestions')
    if (checked === 'refused') return refuse('words_refused')
    const phoneSealed = phone === null ? null : (gateways.phoneSeal?.seal(phone) ?? null)
    return accept({
      suggestionId: await recordSuggestion(tx, { residentId, text, phoneSealed, checked, now }),
    })
  })
}
