import { createHash, randomBytes } from 'node:crypto'
import { decideBeginning, hourBefore, ticketsSince } from '../../../core/domain/staff/picture'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { findFileOwner, lockCounts, recordTicket } from '../../repositories/file'

const TICKET_BYTES = 16

/** SHA-256, as the database has it. */
export const ticketHashOf = (ticket: string): Buffer => createHash('sha256').update(ticket).digest()

export const begin: Handler<'file.begin'> = async ({ kind, size, activityId }, context) => {
  const { db, now, permit, logAs } = context
  const owner = await findFileOwner(db, activityId)
  if (owner === null) return refuse('activity_not_found')
  const permitted = permit({ officeId: owner.officeId, activityId })
  if (!permitted.ok) return permitted
  const since = { ticket: ticketsSince(now), hour: hourBefore(now) }
  const counts = await lockCounts(db, permitted.value, activityId, since)
  const decided = decideBeginning({ size, ...counts })
  if (!decided.ok) return decided
  const ticket = randomBytes(TICKET_BYTES).toString('base64url')
  await recordTicket(db, permitted.value, { hash: ticketHashOf(ticket), kind, ownerId: activityId }, now)
  logAs({ record: { kind: 'activity', id: activityId }, changed: { kind, size } })
  return accept({ ticket })
}
