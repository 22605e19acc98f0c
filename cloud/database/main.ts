import { joinDatabase, reportFailure } from '../setup/open-database'
import { readSettings } from '../setup/settings'
import { migrate } from './migrate'

/** `npm run migrate`: brings the database forward without starting anything else, before a new version is put in place. */
async function main(): Promise<void> {
  const database = await joinDatabase(readSettings(process.env), {
    applicationName: 'living-room-migrate',
    poolSize: 1,
    onIdleError: warn,
    onLost: warn,
  })
  try {
    for (const sentence of database.notices) process.stdout.write(`${sentence}\n`)
    const applied = await migrate(database.db)
    process.stdout.write(applied.length === 0 ? 'Nothing to migrate.\n' : `Migrated: ${applied.join(', ')}\n`)
  } finally {
    await database.close()
  }
}

const warn = (error: Error): void => void process.stderr.write(`${error.message}\n`)

main().catch((error: unknown) => {
  process.exitCode = reportFailure(error)
})
