import { wrongCodesSince } from '../../core/domain/staff/invitation'
import { REQUESTS_KEPT_DAYS } from '../../core/kernel/request-ages'
import { instant, type Instant } from '../../core/kernel/shanghai-time'
import { standardLimits } from '../app/limits'
import type { Database } from '../database/connect'
import type { Schema } from '../database/schema'
import { pruneRateWindows } from '../repositories/caller'
import { prunePairings } from '../repositories/check-in/pairings'
import { pruneReceipts } from '../repositories/check-in/receipts'
import { pruneRefused, pruneWrongNumbers } from '../repositories/check-in/refused'
import { pruneDeskSignIns } from '../repositories/desk-session'
import { pruneInvitations, pruneWrongCodes } from '../repositories/invitation'
import { ERASURES_KEPT_DAYS, pruneErasures } from '../repositories/erasure'
import { pruneFiles, pruneTickets } from '../repositories/file'
import { HISTORY_KEPT_DAYS, pruneHistory } from '../repositories/history'
import { pruneCards } from '../repositories/registration/cards'
import { pruneRequests } from '../repositories/request'
import { pruneSessions } from '../repositories/session'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** How long a row of one table stays, and what deletes it afterwards. */
interface Retention {
  readonly job: string
  readonly table: keyof Schema
  prune(db: Database, now: Instant): Promise<number>
}

const after = (ms: number, prune: (db: Database, before: Instant) => Promise<number>): Retention['prune'] => {
  return (db, now) => prune(db, instant(now - ms))
}

/**
 * Every table into which whoever calls again and again can put row after row, strangers above all. What belongs to
 * an account and goes with it stands in `cloud/personal-data`; a test asks each public endpoint for its tables.
 */
export const RETENTION: readonly Retention[] = [
  { job: 'prune-sessions', table: 'session', prune: pruneSessions },
  { job: 'prune-requests', table: 'request', prune: after(REQUESTS_KEPT_DAYS * DAY, pruneRequests) },
  {
    job: 'prune-rate-windows',
    table: 'rate_window',
    prune: (db) => pruneRateWindows(db, standardLimits.windowSeconds),
  },
  // A tap that a phone kept for lack of a network still finds its receipt: 48 h, and an hour to arrive.
  { job: 'prune-receipts', table: 'receipt', prune: after(49 * HOUR, pruneReceipts) },
  { job: 'prune-pairings', table: 'screen_pairing', prune: after(DAY, prunePairings) },
  {
    job: 'prune-desk-sign-ins',
    table: 'desk_sign_in',
    // A browser counts as known to an account for 90 days after its last session there.
    prune: (db, now) => pruneDeskSignIns(db, { asked: instant(now - HOUR), ended: instant(now - 90 * DAY) }),
  },
  { job: 'prune-refused-scans', table: 'refused_scan', prune: after(90 * DAY, pruneRefused) },
  { job: 'prune-wrong-numbers', table: 'wrong_number', prune: after(DAY, pruneWrongNumbers) },
  {
    job: 'prune-wrong-codes',
    table: 'wrong_code',
    prune: (db, now) => pruneWrongCodes(db, wrongCodesSince(now)),
  },
  { job: 'prune-invitations', table: 'invitation', prune: after(30 * DAY, pruneInvitations) },
  { job: 'prune-erasures', table: 'erasure', prune: after(ERASURES_KEPT_DAYS * DAY, pruneErasures) },
  // And the other tables of what was done; see `prune_history`.
  { job: 'prune-history', table: 'staff_act', prune: after(HISTORY_KEPT_DAYS * DAY, pruneHistory) },
  // Counted by the hour.
  { job: 'prune-upload-tickets', table: 'upload_ticket', prune: after(HOUR, pruneTickets) },
  { job: 'prune-files', table: 'file', prune: after(DAY, pruneFiles) },
  { job: 'prune-hand-over-cards', table: 'hand_over_card', prune: after(30 * DAY, pruneCards) },
]
