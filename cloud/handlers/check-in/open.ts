import { randomBytes } from 'node:crypto'
import { mayGiveReceipt } from '../../../core/domain/check-in/scan/receipt'
import { accept } from '../../../core/kernel/result'
import { instant } from '../../../core/kernel/shanghai-time'
import { Overloaded } from '../../app/faults'
import type { Handler } from '../../app/handler'
import { inOneTrip } from '../../database/one-trip'
import { tokenHashOf } from '../../app/token'
import { judgeOpening } from '../../services/codes/judge-code'
import { countReceipts, recordReceipt } from '../../repositories/check-in/receipts'
import { readDeployment } from '../../repositories/directory'
import { openedCode } from './opened-code'

const MINUTE_MS = 60_000

export const open: Handler<'checkIn.open'> = async ({ code }, { db, caller, now, gateways }) => {
  const judged = await judgeOpening(db, code, now, gateways.keySeal)
  if (!judged.ok) return judged
  const { place, grade } = judged.value
  const [given, deployment] = await inOneTrip(
    db,
    (trip) => countReceipts(trip, { place, grade }, instant(now - MINUTE_MS), now),
    readDeployment,
  )
  // The phone says that too many come at once; a receipt that somebody has stays good.
  if (!mayGiveReceipt(given)) throw new Overloaded()
  const receipt = randomBytes(16).toString('base64url')
  await recordReceipt(db, tokenHashOf(receipt), { place, grade, openedAt: now })
  const opening = { receipt, openedAt: now, grade, place }
  return accept(await openedCode(db, opening, deployment, caller?.residentId ?? null))
}
