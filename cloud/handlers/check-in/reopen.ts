import { decideTaking } from '../../../core/domain/check-in/scan/receipt'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { tokenHashOf } from '../../app/token'
import { findPlace } from '../../repositories/check-in/places'
import { findReceipt } from '../../repositories/check-in/receipts'
import { readDeployment } from '../../repositories/directory'
import { openedCode } from './opened-code'

export const reopen: Handler<'checkIn.reopen'> = async ({ receipt }, { db, caller: { residentId }, now }) => {
  const found = await findReceipt(db, tokenHashOf(receipt))
  const place = found === null ? null : await findPlace(db, found.place)
  if (found === null || place === null) return refuse('code_expired')
  const deployment = await readDeployment(db)
  const taking = decideTaking(found, residentId, now, deployment.rules)
  if (!taking.ok) return taking
  const { openedAt, grade } = found
  return accept(await openedCode(db, { receipt, openedAt, grade, place }, deployment, residentId))
}
