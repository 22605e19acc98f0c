import { REQUESTS_KEPT_DAYS } from '../../core/kernel/request-ages'
import { instant, type Instant } from '../../core/kernel/shanghai-time'
import { standardLimits } from '../app/limits'
import type { Database } from '../database/connect'
import { wechatMessagesWithout, type SendWechatMessage } from '../gateways/wechat-messages'
import { textCheckWithout, type CheckText } from '../gateways/wechat/text-check'
import { eraseDueResidents } from '../personal-data/erase'
import { pruneRateWindows } from '../repositories/arrival'
import { prunePairings } from '../repositories/check-in/pairings'
import { pruneReceipts } from '../repositories/check-in/receipts'
import { pruneWrongNumbers } from '../repositories/check-in/refused'
import { readMode } from '../repositories/database-mode'
import { pruneRequests } from '../repositories/request'
import { pruneSessions } from '../repositories/session'
import { refreshSearch } from '../search/refresh'
import { forgetOldPhones, lapseWaitlists, queueReminders } from './activities'
import { checkReports, checkSuggestions } from './check-words'
import { sendDueMessages } from './send-messages'
import { forgetSuggestionPhones } from './suggestions'

/** A tap that a phone kept for lack of a network still finds its receipt: 48 h, and an hour to arrive. */
const RECEIPTS_KEPT_MS = 49 * 3_600_000

/** One piece of work that is due again and again; safe to run twice, in parallel, and after a crash in the middle. */
interface Job {
  readonly name: string
  run(db: Database, now: Instant, outside: JobGateways): Promise<number>
}

/** What jobs need of the outside world. */
export interface JobGateways {
  readonly sendMessage: SendWechatMessage
  readonly checkText?: CheckText
}

const ALONE: JobGateways = { sendMessage: wechatMessagesWithout }

const jobs: readonly Job[] = [
  { name: 'erase-due-residents', run: eraseDueResidents },
  { name: 'prune-sessions', run: pruneSessions },
  {
    name: 'prune-requests',
    run: (db, now) => pruneRequests(db, instant(now - REQUESTS_KEPT_DAYS * 86_400_000)),
  },
  { name: 'prune-rate-windows', run: (db) => pruneRateWindows(db, standardLimits.windowSeconds) },
  { name: 'lapse-waitlists', run: lapseWaitlists },
  { name: 'queue-reminders', run: queueReminders },
  { name: 'send-messages', run: (db, now, { sendMessage }) => sendDueMessages(db, sendMessage, now) },
  { name: 'forget-phones', run: forgetOldPhones },
  {
    name: 'check-suggestions',
    run: (db, _now, { checkText }) => checkSuggestions(db, checkText ?? textCheckWithout),
  },
  {
    name: 'check-reports',
    run: (db, _now, { checkText }) => checkReports(db, checkText ?? textCheckWithout),
  },
  { name: 'forget-suggestion-phones', run: forgetSuggestionPhones },
  { name: 'prune-receipts', run: (db, now) => pruneReceipts(db, instant(now - RECEIPTS_KEPT_MS)) },
  { name: 'prune-pairings', run: (db, now) => prunePairings(db, instant(now - 86_400_000)) },
  { name: 'refresh-search', run: refreshSearch },
  { name: 'prune-wrong-numbers', run: (db, now) => pruneWrongNumbers(db, instant(now - 86_400_000)) },
]

export interface JobReport {
  readonly name: string
  readonly done: number
  readonly error?: unknown
}

/**
 * Runs every job once on the one clock. A job that fails does not keep the others from running.
 * @param outside without it nothing can be sent to WeChat.
 */
export async function runJobs(db: Database, outside: JobGateways = ALONE): Promise<readonly JobReport[]> {
  const mode = await readMode(db)
  if (mode === null)
    throw new Error('the database is not set up yet; run `npm start` or `npm run migrate` first')
  const reports: JobReport[] = []
  for (const job of jobs) {
    try {
      reports.push({ name: job.name, done: await job.run(db, mode.now, outside) })
    } catch (error) {
      reports.push({ name: job.name, done: 0, error })
    }
  }
  return reports
}
