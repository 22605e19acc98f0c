import { accept } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { countRecords, readGuardianWords, readMessageWords } from '../../personal-data/count-records'
import { findResident } from '../../repositories/resident'

export const ownRecords: Handler<'me.kept'> = async (_input, { db, caller: { residentId } }) => {
  const { eraseAfter } = await findResident(db, residentId)
  return accept({
    counts: await countRecords(db, residentId),
    guardian: await readGuardianWords(db, residentId),
    messages: await readMessageWords(db, residentId),
    eraseAfter: eraseAfter === null ? null : toIso(eraseAfter),
  })
}
