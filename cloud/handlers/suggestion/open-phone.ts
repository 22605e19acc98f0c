import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { openedPhone } from '../../gateways/sealing/phone-seal'
import { findSealedPhone, recordSuggestionAct } from '../../repositories/suggestion'

export const openPhone: Handler<'suggestion.openPhone'> = async ({ suggestionId }, context) => {
  const { db, caller, now, gateways } = context
  const sealed = await findSealedPhone(db, suggestionId)
  if (sealed === undefined) return refuse('suggestion_not_found')
  await recordSuggestionAct(db, suggestionId, 'opened', caller.residentId, now)
  return accept({ phone: sealed === null ? null : openedPhone(gateways.phoneSeal, sealed) })
}
