import type { Logger } from 'pino'
import type { Database } from '../database/connect'
import { runJobs, type JobGateways } from '../jobs/run'

const EVERY_MS = 60_000

/** Runs the jobs each minute, as the timer of the cloud function does; never two rounds at once. */
export function startJobTimer(db: Database, outside: JobGateways, log: Logger): { stop(): Promise<void> } {
  let round = Promise.resolve()
  let busy = false
  const timer = setInterval(() => {
    if (busy) return
    busy = true
    round = runRound(db, outside, log).finally(() => {
      busy = false
    })
  }, EVERY_MS)
  return {
    stop: async () => {
      clearInterval(timer)
      await round
    },
  }
}

async function runRound(db: Database, outside: JobGateways, log: Logger): Promise<void> {
  try {
    for (const { name, done, error } of await runJobs(db, outside)) {
      if (error !== undefined) log.error({ job: name, err: error }, 'job failed')
      else if (done > 0) log.info({ job: name, done }, 'job')
    }
  } catch (error) {
    log.error({ err: error }, 'jobs could not run')
  }
}
