import { momentOf, offlineFlags } from '../../../core/domain/check-in/scan/moment'
import { decideTaking, gradeAtConfirming } from '../../../core/domain/check-in/scan/receipt'
import { accept, refuse } from '../../../core/kernel/result'
import { instant } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { inOneTrip } from '../../database/one-trip'
import { tokenHashOf } from '../../app/token'
import { logRefused } from '../../services/codes/judge-code'
import { recordScan } from '../../services/check-in/record-scan'
import { activitiesOfScan } from '../../repositories/check-in/expected'
import { findPlace } from '../../repositories/check-in/places'
import { lockReceipt, takeReceipt } from '../../repositories/check-in/receipts'

export const confirm: Handler<'checkIn.confirm'> = async (input, { db, caller, now }) => {
  const tokenHash = tokenHashOf(input.receipt)
  const locked = await lockReceipt(db, tokenHash)
  if (locked === null) return refuse('code_expired')
  const { receipt, rules } = locked
  const { residentId } = caller
  const given = { members: input.members ?? null, walkIns: input.walkIns ?? [] }
  const [place, scope] = await inOneTrip(
    db,
    (trip) => findPlace(trip, receipt.place),
    (trip) => activitiesOfScan(trip, receipt.place, residentId, receipt.openedAt, given, rules),
  )
  if (place === null) return refuse('code_expired')
  // The tap counts where it was late for lack of a network, as far as the receipt's own age bears it out.
  const late = input.times ? momentOf(phoneTimes(input.times), now, rules) : null
  const taking = decideTaking(receipt, residentId, late?.at ?? now, rules)
  if (!taking.ok) {
    await logRefused(db, taking, receipt.grade === 'poster' ? 'poster' : 'rolling', place, now)
    return taking
  }
  await takeReceipt(db, tokenHash, residentId, now)
  return accept(
    await recordScan(db, scope, {
      place,
      residentId,
      // What was tapped then is recorded, whatever the rules of seats say by now.
      mode: late === null ? 'online' : 'upload',
      ...given,
      at: receipt.openedAt,
      now,
      grade: gradeAtConfirming(receipt, now, rules),
      flags: late === null ? [] : offlineFlags(late),
      rules,
    }),
  )
}

const phoneTimes = ({ happenedAt, sentAt }: { happenedAt: number; sentAt: number }) => ({
  happenedAt: instant(happenedAt),
  sentAt: instant(sentAt),
})
