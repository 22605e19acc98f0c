import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { toIso, type Instant } from '../../core/kernel/shanghai-time'
import { connect, type Database } from '../database/connect'
import { refuseOutdated } from '../database/migrate'
import { OperatorError } from '../database/operator-error'
import { reachDatabase } from '../database/reach'
import { sealsFor } from '../gateways/sealing/seals'
import { eraseAgain } from '../personal-data/erase'
import { readMode } from '../repositories/database-mode'
import { readDatabaseId } from '../repositories/erasure'
import { recordAct } from '../repositories/post'
import { text } from '../setup/environment'
import { reportFailure } from '../setup/open-database'
import { newKeyPair, readIdentity, type Identity } from './age'
import { writeErasures } from './erasure-list'
import { rotate, type ErasureList } from './files'
import { makeBackup } from './make-backup'
import { readBackup, readList, restore } from './restore'
import { readBackupSettings, readCommand, readScratchUrl, type BackupCommand } from './command-line'

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`)

type Command<Name> = Extract<BackupCommand, { command: Name }>

/** `node dist/backup/main.cjs …`: makes backups, saves who was erased, and brings a backup back without them. */
async function main(): Promise<void> {
  const command = readCommand(process.argv.slice(2))
  switch (command.command) {
    case 'new-key':
      return sayNewKey()
    case 'make':
      return make(command)
    case 'erasures':
      return saveErasures()
    case 'restore':
      return bringBack(command)
    case 'replay':
      return replay(command)
  }
}

function sayNewKey(): void {
  const { recipient, identity } = newKeyPair()
  say(`# Public, for the server: BACKUP_RECIPIENT=${recipient}`)
  say('# Secret, opens every backup; keep it twice, and never on the server:')
  say(identity)
}

function databaseUrl(): string {
  const url = text(process.env, 'DATABASE_URL')
  if (url !== null && URL.canParse(url)) return url
  throw new OperatorError(
    'DATABASE_URL is not set: point it at the database (postgres://user:password@host:5432/database).',
  )
}

/** Restoring makes tables: where another user serves, the owner's. */
const ownerUrl = (): string => text(process.env, 'DATABASE_OWNER_URL') ?? databaseUrl()

async function withDatabase<Value>(url: string, run: (db: Database) => Promise<Value>): Promise<Value> {
  await reachDatabase(url)
  const db = connect(url, {
    poolSize: 2,
    applicationName: 'living-room-backup',
    onIdleError: (error) => void process.stderr.write(`${error.message}\n`),
  })
  try {
    return await run(db)
  } finally {
    await db.destroy()
  }
}

/** Backups are kept by the calendar outside, also of a demonstration whose own clock was moved. */
async function wallClock(db: Database): Promise<Instant> {
  const { rows } = await sql<{ now: Instant }>`select clock_timestamp() as now`.execute(db)
  return rows[0]?.now as Instant
}

async function make({ unchecked }: Command<'make'>): Promise<void> {
  const { folder, recipient, keepDays } = readBackupSettings(process.env)
  const url = databaseUrl()
  const scratchUrl = unchecked === null ? readScratchUrl(process.env, url) : null
  await withDatabase(url, async (db) => {
    await refuseOutdated(db)
    const now = await wallClock(db)
    const programs = text(process.env, 'PG_BIN')
    const { path, about } = await makeBackup({ db, url, folder, recipient, programs, scratchUrl, now })
    const rows = Object.values(about.rows).reduce((sum, count) => sum + count, 0)
    const checked = unchecked === null ? 'restored once and counted' : `not tried out (${unchecked})`
    say(`${path}: ${about.bytes} bytes, ${rows} rows, ${checked}.`)
    say(`${await rotate(folder, keepDays, now)} files older than ${keepDays} days were deleted.`)
  })
}

async function saveErasures(): Promise<void> {
  const { folder, recipient, keepDays } = readBackupSettings(process.env)
  await withDatabase(databaseUrl(), async (db) => {
    await refuseOutdated(db)
    const now = await wallClock(db)
    const { path, count } = await writeErasures({ db, folder, recipient, now })
    await rotate(folder, keepDays, now)
    say(`${path}: ${count} erasures.`)
  })
}

const identityIn = async (path: string): Promise<Identity> =>
  readIdentity(
    await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      throw new OperatorError(`The key file ${path} cannot be read (${error.code ?? error.message}).`)
    }),
  )

async function bringBack({ dump, identity, erasures }: Command<'restore'>): Promise<void> {
  const url = ownerUrl()
  const { keySeal } = sealsFor(process.env, false)
  const backup = await readBackup({ dump, erasures, identity: await identityIn(identity), keySeal })
  say(`The backup is of ${toIso(backup.about.madeAt)}; what happened since is lost.`)
  sayReach(backup.list)
  await withDatabase(url, async (db) => {
    const programs = text(process.env, 'PG_BIN')
    const { erasedAgain } = await restore(backup, { db, url, programs }, () => clockOf(db))
    say(`Restored. ${erasedAgain} people who had been erased since were erased again; servers may start.`)
  })
}

/** For a database that its provider has set back to a point in time. */
async function replay({ identity, list: path }: Command<'replay'>): Promise<void> {
  const list = await readList(path, await identityIn(identity))
  sayReach(list)
  await withDatabase(databaseUrl(), async (db) => {
    await refuseOutdated(db)
    await refuseServers(db)
    if ((await readDatabaseId(db)) !== list.databaseId)
      throw new OperatorError('This list of erasures belongs to another database.')
    const now = await clockOf(db)
    const erasedAgain = await eraseAgain(db, list.erased, now)
    await recordAct(
      db,
      { postId: null, source: 'command', endpoint: 'backup.replay', changed: { erasedAgain } },
      now,
    )
    say(`${erasedAgain} people who had been erased were erased again; servers may start.`)
  })
}

async function refuseServers(db: Database): Promise<void> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from pg_stat_activity
    where datname = current_database() and application_name like 'living-room-%'
      and application_name <> 'living-room-backup'
  `.execute(db)
  if ((rows[0]?.n ?? 0) > 0)
    throw new OperatorError(
      'A server or job is connected to this database: stop it first, nobody may see who was erased.',
    )
}

function sayReach(list: ErasureList | null): void {
  if (list === null) say('Nobody is erased again: whoever was erased since the backup is back.')
  else
    say(
      `It is known who was erased until ${toIso(list.madeAt)}: ${list.erased.length}; whoever was erased later is back.`,
    )
}

async function clockOf(db: Database): Promise<Instant> {
  const mode = await readMode(db)
  if (mode === null) throw new OperatorError('The database has not been set up: start the server once.')
  return mode.now
}

main().catch((error: unknown) => {
  process.exitCode = reportFailure(error)
})
