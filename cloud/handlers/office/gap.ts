import { accept } from '../../../core/kernel/result'
import type { ShanghaiDay } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { placeOfOffice } from '../../app/permit'
import { readHeldAt } from '../../repositories/activity/held-at'

export const gap: Handler<'office.gap'> = async ({ officeId, from, until, window }, { db, permit }) => {
  const permitted = permit(placeOfOffice(officeId))
  if (!permitted.ok) return permitted
  const span = { from: from as ShanghaiDay, until: until as ShanghaiDay, window }
  return accept({ activities: await readHeldAt(db, officeId, span) })
}
