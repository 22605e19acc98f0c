import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { lockDraft, recordSentBack } from '../../repositories/activity/draft'
import { refusalToTouch } from './held'

export const sendBack: Handler<'draft.sendBack'> = async ({ draftId, version, word }, context) => {
  const { db, permit, logAs } = context
  const found = await lockDraft(db, draftId)
  if (found === null) return refuse('draft_not_found')
  const refusal = refusalToTouch(found, version)
  if (refusal !== null) return refusal
  if (found.state !== 'handed_in') return refuse('not_submitted')
  logAs({ record: { kind: 'activity', id: found.recordId } })
  await recordSentBack(db, permit(), found, word)
  return accept({ draftId })
}
