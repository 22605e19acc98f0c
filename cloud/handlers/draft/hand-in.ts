import { decideHandingIn } from '../../../core/domain/activity/planning/draft'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { lockDraft, recordHandedIn, unknownPlaces } from '../../repositories/activity/draft'
import { readRules } from '../../repositories/activity/rules'
import { permitFor, refusalToTouch } from './held'

export const handIn: Handler<'draft.handIn'> = async ({ draftId, version }, context) => {
  const { db, now, permit, logAs } = context
  const found = await lockDraft(db, draftId)
  if (found === null) return refuse('draft_not_found')
  const permitted = permitFor(permit, found)
  if (!permitted.ok) return permitted
  const refusal = refusalToTouch(found, version)
  if (refusal !== null) return refusal
  const unknown = await unknownPlaces(db, found.content)
  if (unknown.compounds.length > 0) return refuse('compound_not_found', { compounds: unknown.compounds })
  if (unknown.neighbourhoods.length > 0)
    return refuse('neighbourhood_not_found', { neighbourhoods: unknown.neighbourhoods })
  const planned = decideHandingIn(found.content, await readRules(db), now)
  if (!planned.ok) return planned
  logAs({ record: { kind: 'activity', id: found.recordId } })
  await recordHandedIn(db, permitted.value, draftId, now)
  return accept({ draftId })
}
