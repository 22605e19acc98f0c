import { accept, refuse, type Result } from '../../../kernel/result'

/** A draft as far as it matters who may do what with it. */
export interface DraftStanding {
  readonly state: 'writing' | 'handed_in' | 'approved'
  readonly version: number
  /** The account that handed it in; `null` once it was erased. */
  readonly by: string | null
}

/** Is the draft still what somebody saw? Nothing happens to one that was approved, or changed meanwhile. */
export function decideTouching<Draft extends DraftStanding>(
  draft: Draft,
  version: number | null,
): Result<Draft, 'already_published' | 'draft_changed'> {
  if (draft.state === 'approved') return refuse('already_published')
  return draft.version === version ? accept(draft) : refuse('draft_changed')
}

export type ApprovalRefusal = 'already_published' | 'draft_changed' | 'not_submitted' | 'second_person_needed'

/**
 * May this account publish that version? Only what was handed in, and somebody else handed in. Accounts count, never
 * posts. Where exactly one account may approve (`approvers`), it may publish its own: 单人发布.
 */
export function decideApproval(
  draft: DraftStanding,
  version: number,
  approver: string,
  approvers: readonly string[],
): Result<{ readonly isAlone: boolean }, ApprovalRefusal> {
  const touching = decideTouching(draft, version)
  if (!touching.ok) return touching
  if (draft.state !== 'handed_in') return refuse('not_submitted')
  if (draft.by !== approver) return accept({ isAlone: false })
  const isAlone = approvers.every((account) => account === approver)
  return isAlone ? accept({ isAlone }) : refuse('second_person_needed')
}
