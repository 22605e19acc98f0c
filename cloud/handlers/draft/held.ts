import { decideTouching } from '../../../core/domain/activity/planning/review'
import { refuse, type Result } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import { placeOfOffice, type StaffContext } from '../../app/permit'
import type { FoundDraft } from '../../repositories/activity/draft'

/** Why a draft may not be touched; where somebody else saved meanwhile, with what they saved. */
export function refusalToTouch(
  found: FoundDraft | null,
  version: number | null,
): Result<never, 'draft_not_found' | 'draft_changed' | 'already_published'> | null {
  if (found === null) return refuse('draft_not_found')
  const touching = decideTouching(found, version)
  if (touching.ok) return null
  return touching.refusal === 'draft_changed' ? refuse('draft_changed', changedBy(found)) : touching
}

/** Who changed it, when, and to what: the form lays both beside each other. */
export const changedBy = ({ version, called, at, content, publishAt, state }: FoundDraft) => ({
  version,
  called,
  at: toIso(at),
  content,
  publishAt: publishAt === null ? null : toIso(publishAt),
  state,
})

/** Whether a post of the caller reaches the office of a draft. */
export const permitFor = (permit: StaffContext<'activity'>['permit'], { officeId }: FoundDraft) =>
  permit(placeOfOffice(officeId))
