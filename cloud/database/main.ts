import { joinDatabase, reportFailure } from '../setup/open-database'
import { readSettings, type Settings } from '../setup/settings'
import type { Database } from './connect'
import { admitRunTimeUser, migrate } from './migrate'
import { OperatorError } from './operator-error'
import { applyRoleSettings } from './role-settings'

/**
 * Brings the database forward without starting anything else, before a new version is put in place. With
 * `DATABASE_OWNER_URL` that user migrates, and the one of `DATABASE_URL` is given what serving needs.
 */
async function main(): Promise<void> {
  const settings = readSettings(process.env)
  const { databaseUrl, ownerUrl } = settings
  const user = ownerUrl === null ? null : nameOfUser(databaseUrl, ownerUrl)
  await within({ ...settings, databaseUrl: ownerUrl ?? databaseUrl }, async (db) => {
    const applied = await migrate(db)
    say(applied.length === 0 ? 'Nothing to migrate.' : `Migrated: ${applied.join(', ')}`)
    if (user === null) return
    await admitRunTimeUser(db, user)
    say(`${user} may serve, and neither change tables nor rewrite history.`)
  })
  // What its sessions begin with, a user sets for itself.
  if (user !== null) await within(settings, (db) => db.transaction().execute(applyRoleSettings))
}

async function within(settings: Settings, act: (db: Database) => Promise<void>): Promise<void> {
  const database = await joinDatabase(settings, {
    applicationName: 'living-room-migrate',
    poolSize: 1,
    onIdleError: warn,
    onLost: warn,
  })
  try {
    for (const sentence of database.notices) say(sentence)
    await act(database.db)
  } finally {
    await database.close()
  }
}

/** @throws OperatorError where the two addresses do not name two users of one database */
function nameOfUser(databaseUrl: string | null, ownerUrl: string): string {
  const [user, owner] = [databaseUrl ?? '', ownerUrl].map((url) => (URL.canParse(url) ? new URL(url) : null))
  const name = decodeURIComponent(user?.username ?? '')
  if (name !== '' && owner && owner.username !== user?.username && owner.pathname === user?.pathname)
    return name
  throw new OperatorError(
    'DATABASE_OWNER_URL and DATABASE_URL lead to one database by the names of two users: the owner, who migrates, and ' +
      'the one that serves. Set both as postgres://user:password@host:5432/database.',
  )
}

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`)
const warn = (error: Error): void => void process.stderr.write(`${error.message}\n`)

main().catch((error: unknown) => {
  process.exitCode = reportFailure(error)
})
