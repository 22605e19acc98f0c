import { accept } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { findResident } from '../../repositories/resident'

export const show: Handler<'me.show'> = async (_input, { db, caller }) => {
  const resident = await findResident(db, caller.residentId)
  return accept({
    compoundId: resident.compoundId,
    staffRole: caller.role,
    staffOfficeId: caller.officeId,
    eraseAfter: resident.eraseAfter === null ? null : toIso(resident.eraseAfter),
  })
}
