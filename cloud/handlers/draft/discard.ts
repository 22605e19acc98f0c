import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { lockDraft, removeDraft } from '../../repositories/activity/draft'
import { permitFor, refusalToTouch } from './held'

export const discard: Handler<'draft.discard'> = async ({ draftId, version }, { db, permit, logAs }) => {
  const found = await lockDraft(db, draftId)
  if (found === null) return refuse('draft_not_found')
  const permitted = permitFor(permit, found)
  if (!permitted.ok) return permitted
  const refusal = refusalToTouch(found, version)
  if (refusal !== null) return refusal
  logAs({ record: { kind: 'activity', id: found.recordId } })
  await removeDraft(db, permitted.value, draftId)
  return accept({ draftId })
}
