import { type Instant, instant } from '../../core/kernel/shanghai-time'
import type { Database } from '../database/connect'
import { wechatMessagesWithout, type SendWechatMessage } from '../gateways/wechat-messages'
import { textCheckWithout, type CheckText } from '../gateways/wechat/text-check'
import { OperatorError } from '../database/operator-error'
import { eraseDueResidents } from '../personal-data/erase'
import { readMode } from '../repositories/database-mode'
import { refreshSearch } from '../search/refresh'
import {
  forgetOldGuests,
  forgetOldPhones,
  forgetOldStallContacts,
  lapseWaitlists,
  queueReminders,
} from './activities'
import { RETENTION } from './retention'
import { sendDueMessages } from './send-messages'
import { checkStateOf, type CheckState, SUGGESTION_PHONE_DAYS } from '../../core/domain/me/suggestion'
import { readUncheckedNotes, recordNoteCheck } from '../repositories/life-circle'
import { readUnchecked, recordCheck, type StoredWords, forgetPhonesOf } from '../repositories/suggestion'

/** One piece of work that is due again and again; safe to run twice, in parallel, and after a crash in the middle. */
interface Job {
  readonly name: string
  run(db: Database, now: Instant, outside: JobGateways): Promise<number>
}

/** What jobs need of the outside world. */
export interface JobGateways {
  readonly sendMessage: SendWechatMessage
  readonly checkText?: CheckText
  /** Once it is aborted no further piece of work is begun; the next round goes on where this one ended. */
  readonly stopping?: AbortSignal
}

const ALONE: JobGateways = { sendMessage: wechatMessagesWithout }

const jobs: readonly Job[] = [
  { name: 'erase-due-residents', run: eraseDueResidents },
  ...RETENTION.map(({ job, prune }) => ({ name: job, run: prune })),
  { name: 'lapse-waitlists', run: lapseWaitlists },
  { name: 'queue-reminders', run: queueReminders },
  {
    name: 'send-messages',
    run: (db, now, { sendMessage, stopping }) => sendDueMessages(db, sendMessage, now, stopping),
  },
  { name: 'forget-phones', run: forgetOldPhones },
  { name: 'forget-guests', run: forgetOldGuests },
  { name: 'forget-stall-contacts', run: forgetOldStallContacts },
  {
    name: 'check-suggestions',
    run: (db, _now, { checkText }) => checkSuggestions(db, checkText ?? textCheckWithout),
  },
  {
    name: 'check-reports',
    run: (db, _now, { checkText }) => checkReports(db, checkText ?? textCheckWithout),
  },
  { name: 'forget-suggestion-phones', run: forgetSuggestionPhones },
  { name: 'refresh-search', run: refreshSearch },
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
  if (mode === null) throw new OperatorError('The database has not been set up: start the server once.')
  const reports: JobReport[] = []
  for (const job of jobs) {
    if (outside.stopping?.aborted) break
    try {
      reports.push({ name: job.name, done: await job.run(db, mode.now, outside) })
    } catch (error) {
      reports.push({ name: job.name, done: 0, error })
    }
  }
  return reports
}

/** So that one round ends; the next minute goes on. */
const MOST_A_ROUND = 100

const checkSuggestions = async (db: Database, check: CheckText): Promise<number> =>
  judge(await readUnchecked(db, MOST_A_ROUND), check, (id, state) => recordCheck(db, id, state))

/** The notes of 这里不对. */
const checkReports = async (db: Database, check: CheckText): Promise<number> =>
  judge(await readUncheckedNotes(db, MOST_A_ROUND), check, (id, state) => recordNoteCheck(db, id, state))

/**
 * Asks WeChat about words that were kept without an answer, and ends for this minute where it still gives none.
 * Gives how many were judged. Safe on several instances: a second verdict on the same words changes nothing.
 */
async function judge(
  words: readonly StoredWords[],
  check: CheckText,
  record: (id: string, state: Exclude<CheckState, 'unchecked'>) => Promise<boolean>,
): Promise<number> {
  let judged = 0
  for (const { id, openid, content } of words) {
    const state = checkStateOf(await check({ openid, content }))
    if (state === 'unchecked') return judged
    if (await record(id, state)) judged += 1
  }
  return judged
}

const DAY_MS = 86_400_000

/** A number that was left to be called is kept for 30 days. */
function forgetSuggestionPhones(db: Database, now: Instant): Promise<number> {
  return forgetPhonesOf(db, instant(now - SUGGESTION_PHONE_DAYS * DAY_MS))
}
