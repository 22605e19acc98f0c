import { momentOf, offlineFlags } from '../../../core/domain/check-in/scan/moment'
import { decideTaking, gradeAtConfirming } from '../../../core/domain/check-in/scan/receipt'
import { accept, refuse } from '../../../core/kernel/result'
import { instant } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { tokenHashOf } from '../../app/token'
import { logRefused } from '../../services/codes/judge-code'
import { recordScan } from '../../services/check-in/record-scan'
import { findPlace } from '../../repositories/check-in/places'
import { lockReceipt, takeReceipt } from '../../repositories/check-in/receipts'

export const confirm: Handler<'checkIn.confirm'> = async (input, { db, caller, now }) => {
  const tokenHash = tokenHashOf(input.receipt)
  const locked = await lockReceipt(db, tokenHash)
  const place = locked === null ? null : await findPlace(db, locked.receipt.place)
  if (locked === null || place === null) return refuse('code_expired')
  const { receipt, rules } = locked
  const { residentId } = caller
  // The tap counts where it was late for lack of a network, as far as the receipt's own age bears it out.
  const late = input.times ? momentOf(phoneTimes(input.times), now, rules) : null
  const taking = decideTaking(receipt, residentId, late?.at ?? now, rules)
  if (!taking.ok) {
    await logRefused(db, taking, receipt.grade === 'poster' ? 'poster' : 'rolling', place, now)
    return taking
  }
  await takeReceipt(db, tokenHash, residentId, now)
  return accept(
    await recordScan(db, {
      place,
      residentId,
      // What was tapped then is recorded, whatever the rules of seats say by now.
      mode: late === null ? 'online' : 'upload',
      members: input.members ?? null,
      walkIns: input.walkIns ?? [],
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
