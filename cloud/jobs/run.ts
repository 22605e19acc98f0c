import { instant, type Instant } from '../../core/kernel/shanghai-time'
import { standardLimits } from '../app/limits'
import type { Database } from '../database/connect'
import { eraseDueResidents } from '../personal-data/erase'
import { pruneRateWindows } from '../repositories/arrival'
import { readMode } from '../repositories/database-mode'
import { pruneRequests } from '../repositories/request'
import { pruneSessions } from '../repositories/session'

/** How long the first answer of a repeatable write is kept: a phone that was off for a week still gets it. */
const ANSWERS_KEPT_DAYS = 7

/** One piece of work that is due again and again; safe to run twice, in parallel, and after a crash in the middle. */
interface Job {
  readonly name: string
  run(db: Database, now: Instant): Promise<number>
}

const jobs: readonly Job[] = [
  { name: 'erase-due-residents', run: eraseDueResidents },
  { name: 'prune-sessions', run: pruneSessions },
  {
    name: 'prune-requests',
    run: (db, now) => pruneRequests(db, instant(now - ANSWERS_KEPT_DAYS * 86_400_000)),
  },
  { name: 'prune-rate-windows', run: (db) => pruneRateWindows(db, standardLimits.windowSeconds) },
]

export interface JobReport {
  readonly name: string
  readonly done: number
  readonly error?: unknown
}

/** Runs every job once on the one clock. A job that fails does not keep the others from running. */
export async function runJobs(db: Database): Promise<readonly JobReport[]> {
  const mode = await readMode(db)
  if (mode === null)
    throw new Error('the database is not set up yet; run `npm start` or `npm run migrate` first')
  const reports: JobReport[] = []
  for (const job of jobs) {
    try {
      reports.push({ name: job.name, done: await job.run(db, mode.now) })
    } catch (error) {
      reports.push({ name: job.name, done: 0, error })
    }
  }
  return reports
}
