import { widestRole } from '../../../core/domain/staff/post'
import { accept } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { findResident } from '../../repositories/resident'

export const show: Handler<'me.show'> = async (_input, { db, caller }) => {
  const resident = await findResident(db, caller.residentId)
  return accept({
    compoundId: resident.compoundId,
    posts: caller.posts,
    staffRole: widestRole(caller.posts),
    staffOfficeId: caller.posts.flatMap(({ officeIds }) => officeIds)[0] ?? null,
    eraseAfter: resident.eraseAfter === null ? null : toIso(resident.eraseAfter),
  })
}
