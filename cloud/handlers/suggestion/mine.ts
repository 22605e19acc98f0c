import { accept } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { readMySuggestions } from '../../repositories/suggestion'

export const mine: Handler<'suggestion.mine'> = async (_input, { db, caller }) =>
  accept({ suggestions: await readMySuggestions(db, caller.residentId) })
