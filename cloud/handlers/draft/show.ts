import type { DraftView } from '../../../core/contract/activity/draft'
import { EDITORS } from '../../../core/domain/staff/post'
import { accept, refuse } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { findDraft, readApprovers } from '../../repositories/activity/draft'
import { permitFor } from './held'

export const show: Handler<'draft.show'> = async ({ draftId }, { db, caller, now, permit }) => {
  const found = await findDraft(db, draftId)
  if (found === null) return refuse('draft_not_found')
  const permitted = permitFor(permit, found)
  if (!permitted.ok) return permitted
  const mayApprove = (approvers: readonly string[]): DraftView['mayApprove'] => {
    if (!caller.posts.some(({ role }) => EDITORS.includes(role))) return 'no'
    if (found.state === 'handed_in' && found.by !== caller.residentId) return 'yes'
    return approvers.every((account) => account === caller.residentId) ? 'alone' : 'second_person_needed'
  }
  return accept({
    draftId,
    recordId: found.recordId,
    version: found.version,
    state: found.state,
    content: found.content,
    publishAt: found.publishAt === null ? null : toIso(found.publishAt),
    by: { called: found.called, at: toIso(found.at) },
    sentBack: found.sentBack,
    sentBackAs: found.sentBackAs,
    mayApprove: mayApprove(await readApprovers(db, now)),
  })
}
