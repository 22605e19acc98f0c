import { checkSessions } from '../database/role-settings'
import { wechatMessagesFor } from '../gateways/wechat-messages'
import { textCheckFor } from '../gateways/wechat/text-check'
import { joinDatabase, reportFailure } from '../setup/open-database'
import { readSettings } from '../setup/settings'
import { runJobs } from './run'

/** `npm run jobs -- --once`: runs every job now, on the one clock, beside a running server or without one. */
async function main(): Promise<number> {
  if (process.argv.slice(2).join(' ') !== '--once') {
    process.stderr.write(
      'Use: node dist/jobs/main.cjs --once (a running server does the jobs each minute by itself).\n',
    )
    return 2
  }
  const settings = readSettings(process.env)
  const database = await joinDatabase(settings, {
    applicationName: 'living-room-jobs',
    poolSize: 2,
    onIdleError: warn,
    onLost: warn,
  })
  try {
    for (const sentence of await checkSessions(database.db)) process.stderr.write(`${sentence}\n`)
    const reports = await runJobs(database.db, {
      sendMessage: wechatMessagesFor(settings.wechat),
      checkText: textCheckFor(settings.wechat),
    })
    for (const { name, done } of reports.filter((report) => report.error === undefined)) {
      process.stdout.write(`${name}: ${done}\n`)
    }
    const failed = reports.filter((report) => report.error !== undefined)
    for (const { name, error } of failed) process.stderr.write(`${name}: ${String(error)}\n`)
    return failed.length === 0 ? 0 : 1
  } finally {
    await database.close()
  }
}

const warn = (error: Error): void => void process.stderr.write(`${error.message}\n`)

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    process.exitCode = reportFailure(error)
  },
)
