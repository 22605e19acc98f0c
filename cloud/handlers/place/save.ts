import { decideOffice } from '../../../core/domain/office/checked'
import { EDITORS } from '../../../core/domain/staff/post'
import { accept, refuse } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { placeOfOffice } from '../../app/permit'
import { lastSave } from '../../repositories/place-check'
import {
  isWithinStreet,
  lockOffice,
  readChecks,
  readChoices,
  readOffices,
  recordOffice,
} from '../../repositories/place'

export const save: Handler<'place.save'> = async (input, { db, caller, now, permit }) => {
  const { officeId, version, content, checked, how } = input
  const permitted = permit(placeOfOffice(officeId))
  if (!permitted.ok) return permitted
  const locked = await lockOffice(db, officeId)
  const [before] = await readOffices(db, [officeId])
  if (locked === null || before === undefined) return refuse('office_not_found')
  if (locked.version !== version) {
    const by = await lastSave(db, 'office', officeId)
    return refuse('place_changed', {
      called: by?.called ?? '',
      at: by?.at ?? toIso(now),
      version: locked.version,
      content: before.content,
    })
  }
  const choices = await readChoices(db)
  const isIn = (rows: readonly { readonly id: string }[], id: string | null): boolean =>
    id === null || rows.some((row) => row.id === id)
  if (!isIn(choices.neighbourhoods, content.neighbourhoodId)) return refuse('neighbourhood_not_found')
  if (!isIn(choices.offices, content.successorId)) return refuse('office_not_found')
  if (!content.serviceIds.every((id) => isIn(choices.services, id))) return refuse('service_not_found')
  const isEditor = caller.posts.some(({ role }) => EDITORS.includes(role))
  const decision = decideOffice(officeId, before.content, content, { facts: checked, how }, isEditor)
  if (!decision.ok) return decision
  const positions = [content.position, ...content.entrances.map(({ position }) => position)]
  for (const position of input.isFarMeant ? [] : positions)
    if (position !== null && !(await isWithinStreet(db, position))) return refuse('position_far')
  const saved = await recordOffice(db, permitted.value, { officeId, content, how, ...decision.value }, now)
  const offices = await readOffices(db, [officeId])
  return accept({ version: saved, checks: (await readChecks(db, offices)).get(officeId) ?? [] })
}
