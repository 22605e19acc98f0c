import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { recordCompound } from '../../repositories/resident'

export const chooseCompound: Handler<'me.chooseCompound'> = async (input, { db, caller }) => {
  const recorded = await recordCompound(db, caller.residentId, input.compoundId)
  return recorded ? accept({ compoundId: input.compoundId }) : refuse('compound_not_found')
}
