import { giftOutcome } from '../../../core/domain/check-in/gift'
import { accept, refuse } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler, HandlerContext } from '../../app/handler'
import { deskPermit, staffMoment } from '../../services/check-in/check-in-desk'
import { lockActivity } from '../../repositories/activity/lock-activity'
import { findEntry, readEntries } from '../../repositories/check-in/entries'
import { firstGiftAt, recordGift } from '../../repositories/check-in/gifts'

export const giveGift: Handler<'door.giveGift'> = async (input, { db, caller, now, permit }) => {
  const locked = await lockActivity(db, input.activityId)
  const permitted = deskPermit(locked, permit)
  if (!permitted.ok) return permitted
  if (locked === null) return refuse('activity_not_found')
  const entry = await entryFor(db, input)
  if (entry === null || entry.undoneAt !== null) return refuse('entry_not_found')
  const { mode, at } = staffMoment(input.times, locked, now)
  const firstAt = await firstGiftAt(db, entry.id)
  const outcome = giftOutcome(firstAt, mode)
  if (outcome !== 'repeat') {
    const second = outcome === 'flagged'
    await recordGift(db, permitted.value, entry.id, { at, second, by: caller.residentId, now })
  }
  return accept({ entryId: entry.id, at: toIso(firstAt ?? at), outcome })
}

async function entryFor(
  db: HandlerContext<'door.giveGift'>['db'],
  input: { activityId: string; entryId?: string | null | undefined; memberId?: string | null | undefined },
) {
  if (input.entryId) return findEntry(db, input.activityId, input.entryId)
  if (!input.memberId) return null
  const [entry] = await readEntries(db, input.activityId, [input.memberId])
  return entry ?? null
}
