import { access, constants } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { sql } from 'kysely'
import { connect, type Database } from '../database/connect'
import { ownerFinding, readUser } from '../database/grants'
import { pendingMigrations, refuseOutdated } from '../database/migrate'
import { OperatorError } from '../database/operator-error'
import { reachDatabase } from '../database/reach'
import { checkSessions } from '../database/role-settings'
import { sealsFor } from '../gateways/sealing/seals'
import { readPackFolder, refuseSamples } from '../pack/load-folder'
import type { Environment } from './environment'
import { refuseOtherMode } from './prepare-database'
import { refuseStrangeKeys } from './seal-at-rest'
import { examineSettings, type Settings } from './settings'
import { clockFinding, settingFindings } from './strict-start'

export interface Checked {
  /** What a start would refuse, or residents would meet: a sentence each. */
  readonly findings: readonly string[]
  /** What is only good to know. */
  readonly notes: readonly string[]
}

/**
 * Looks at everything that a server needs, to the end, and changes nothing.
 * @param built the folder where `h5` and `desk` stand
 */
export async function checkSetup(env: Environment, built: string): Promise<Checked> {
  const { settings, problems } = examineSettings(env)
  const findings = [...problems, ...settingFindings(env, settings)]
  const notes: string[] = []
  const look = async (check: () => Promise<unknown>): Promise<void> => {
    try {
      await check()
    } catch (error) {
      if (!(error instanceof OperatorError)) throw error
      findings.push(error.message)
    }
  }
  if (settings.databaseUrl !== null)
    await look(() => lookAtDatabase(env, settings, { findings, notes, look }))
  else if (settings.mayEmbed) notes.push('A PostgreSQL of its own is started in DATA_DIR.')
  await look(async () => {
    const pack = await readPackFolder(settings.dataPack)
    if (!settings.isDemo) refuseSamples(pack, settings.dataPack)
  })
  for (const page of ['h5/index.html', 'desk/desk.html', 'desk/screen.html']) {
    if (!(await isThere(resolve(built, page))))
      findings.push(`The pages are not built: ${resolve(built, page)} is missing.`)
  }
  if (!(await mayWriteBelow(resolve(settings.dataDir)))) {
    findings.push(`DATA_DIR ${settings.dataDir} cannot be written to by this user: give it the folder.`)
  }
  if (settings.ownerUrl !== null && !settings.isDemo) {
    notes.push('DATABASE_OWNER_URL is of no use to a server: keep it to `node dist/database/main.cjs` alone.')
  }
  if (settings.publicOrigin === null && !settings.isDemo) {
    notes.push(
      'PUBLIC_ORIGIN is not set: an invitation has no link, and the desk works on this machine only.',
    )
  }
  return { findings, notes }
}

interface Looking {
  readonly findings: string[]
  readonly notes: string[]
  look(check: () => Promise<unknown>): Promise<void>
}

async function lookAtDatabase(env: Environment, settings: Settings, { findings, notes, look }: Looking) {
  const url = settings.databaseUrl ?? ''
  await reachDatabase(url)
  const db = connect(url, {
    poolSize: 1,
    applicationName: 'living-room-check',
    // The query that meets it says so itself.
    onIdleError: () => undefined,
  })
  try {
    if (!settings.isDemo) {
      const clock = await askClock(db)
      if (clock !== null) findings.push(clock)
    }
    const user = await readUser(db)
    const finding = settings.isDemo ? null : ownerFinding(user)
    if (finding !== null) findings.push(finding)
    if (user.isOwner) {
      const pending = await pendingMigrations(db)
      if (pending.length > 0) notes.push(`The next start migrates the database: ${pending.join(', ')}.`)
    } else await refuseOutdated(db)
    if (await isEmpty(db)) return
    await look(() => refuseOtherMode(db, settings.isDemo))
    await look(() => refuseStrangeKeys(db, sealsFor(env, settings.isDemo)))
    await look(async () => notes.push(...(await checkSessions(db))))
  } finally {
    await db.destroy()
  }
}

/** Asks the database for its time; gives the sentence of `clockFinding`. */
export async function askClock(db: Database): Promise<string | null> {
  const asked = Date.now()
  const { rows } = await sql<{ ms: number }>`
    select floor(extract(epoch from clock_timestamp()) * 1000)::bigint as ms`.execute(db)
  const answered = Date.now()
  return clockFinding(Number(rows[0]?.ms), asked, answered)
}

async function isEmpty(db: Database): Promise<boolean> {
  const { rows } = await sql`select 1 where to_regclass('database_mode') is null`.execute(db)
  return rows.length > 0
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** The folder, or the nearest one above it in which it would be made. */
async function mayWriteBelow(folder: string): Promise<boolean> {
  if (!(await isThere(folder)) && dirname(folder) !== folder) return mayWriteBelow(dirname(folder))
  return access(folder, constants.W_OK).then(
    () => true,
    () => false,
  )
}
