import { OperatorError } from '../database/operator-error'
import { refuseOutdated } from '../database/migrate'
import { checkSessions } from '../database/role-settings'
import { readMode } from '../repositories/database-mode'
import { joinDatabase, reportFailure } from '../setup/open-database'
import { readSettings, type Settings } from '../setup/settings'
import { runCommand } from './commands'
import { readCommand } from './command-line'

const warn = (error: Error): void => void process.stderr.write(`${error.message}\n`)

/** `npm run staff`: how the first admin gets in, and what is left to the operator afterwards; beside a running server or without one. */
async function main(): Promise<void> {
  const asked = readCommand(process.argv.slice(2))
  const settings = readSettings(process.env)
  const database = await joinDatabase(settings, {
    applicationName: 'living-room-staff',
    poolSize: 1,
    onIdleError: warn,
    onLost: warn,
  })
  try {
    for (const sentence of await checkSessions(database.db)) process.stderr.write(`${sentence}\n`)
    await refuseOutdated(database.db)
    const mode = await readMode(database.db)
    if (mode === null)
      throw new OperatorError('The database has not been set up: start the server once, then invite.')
    const parts = { db: database.db, now: mode.now, origin: originOf(settings, mode.isDemo) }
    process.stdout.write(`${await runCommand(parts, asked)}\n`)
  } finally {
    await database.close()
  }
}

/** Only a demonstration, which is on this machine, may guess where it is reached. */
const originOf = ({ publicOrigin, host, port }: Settings, isDemo: boolean): string | null =>
  publicOrigin ?? (isDemo ? `http://${host}:${port}` : null)

main().catch((error: unknown) => {
  process.exitCode = reportFailure(error)
})
