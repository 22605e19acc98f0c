import { accept } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { placeOfOffice } from '../../app/permit'
import { listScreens } from '../../repositories/check-in/codes'

export const list: Handler<'screen.list'> = async ({ officeId }, { db, permit }) => {
  const permitted = permit(placeOfOffice(officeId))
  if (!permitted.ok) return permitted
  const screens = await listScreens(db, officeId)
  return accept({
    screens: screens.map(({ id, pairedAt, seenAt, revokedAt }) => ({
      screenId: id,
      officeId,
      pairedAt: toIso(pairedAt),
      seenAt: seenAt === null ? null : toIso(seenAt),
      revokedAt: revokedAt === null ? null : toIso(revokedAt),
    })),
  })
}
