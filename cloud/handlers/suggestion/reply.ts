import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { recordReply, recordSuggestionAct } from '../../repositories/suggestion'

/** Named after what it records; the writer reads it under their suggestion. */
export const reply: Handler<'suggestion.reply'> = async (input, { db, caller, now }) => {
  if (!(await recordReply(db, input.suggestionId, input.reply, now))) return refuse('suggestion_not_found')
  await recordSuggestionAct(db, input.suggestionId, 'replied', caller.residentId, now)
  return accept({ suggestionId: input.suggestionId })
}
