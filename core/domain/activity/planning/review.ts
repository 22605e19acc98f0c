import { accept, refuse, type Result } from '../../../kernel/result'
import type { ActivityStatus } from '../activity'

export type ApprovalRefusal = 'already_published' | 'not_submitted' | 'second_person_needed'

/**
 * May this person publish a draft? Only what was handed in as it stands now, and by somebody else. `submitter` is
 * `undefined` where it was not handed in since the last change, `null` where whoever did has been erased.
 */
export function decideApproval(
  status: ActivityStatus,
  submitter: string | null | undefined,
  approver: string,
): Result<null, ApprovalRefusal> {
  if (status !== 'draft') return refuse('already_published')
  if (submitter === undefined) return refuse('not_submitted')
  return submitter === approver ? refuse('second_person_needed') : accept(null)
}
