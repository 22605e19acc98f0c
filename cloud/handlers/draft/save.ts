import { randomBytes } from 'node:crypto'
import { accept, refuse } from '../../../core/kernel/result'
import { parseInstant } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { placeOfOffice } from '../../app/permit'
import { isOffice, lockDraft, recordNewDraft, recordSaved } from '../../repositories/activity/draft'
import { mayShow, withPhoto } from './photo'
import { permitFor, refusalToTouch } from './held'

const ID_BYTES = 8

export const save: Handler<'draft.save'> = async (input, { db, now, permit, logAs }) => {
  const { draftId, version } = input
  const permitted = permit(placeOfOffice(input.content.officeId))
  if (!permitted.ok) return permitted
  const found = draftId === null ? null : await lockDraft(db, draftId)
  if (draftId !== null && found === null) return refuse('draft_not_found')
  if (found !== null) {
    const before = permitFor(permit, found)
    if (!before.ok) return before
  }
  const content = withPhoto(input.content, found?.content.photo ?? null)
  if (content.officeId !== null && !(await isOffice(db, content.officeId))) return refuse('office_not_found')
  if (!(await mayShow(db, permit, content.photo, found?.content.photo))) return refuse('file_not_found')
  const written = { content, publishAt: input.publishAt === null ? null : parseInstant(input.publishAt) }
  if (found === null) {
    const recordId = randomBytes(ID_BYTES).toString('hex')
    const made = await recordNewDraft(db, permitted.value, recordId, written, now)
    logAs({ record: { kind: 'activity', id: recordId } })
    return accept({ draftId: made.id, recordId, version: made.version })
  }
  const refusal = refusalToTouch(found, version)
  if (refusal !== null) return refusal
  logAs({ record: { kind: 'activity', id: found.recordId } })
  const saved = await recordSaved(db, permitted.value, found.id, written, now)
  return accept({ draftId: found.id, recordId: found.recordId, version: saved })
}
