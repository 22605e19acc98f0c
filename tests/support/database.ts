import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { Client, escapeIdentifier } from 'pg'
import { connect } from '../../cloud/database/connect'
import type { Database } from '../../cloud/database/connect'
import { grantRunTime } from '../../cloud/database/grants'
import { admitRunTimeUser, migrate } from '../../cloud/database/migrate'
import { roleSettingStatements } from '../../cloud/database/role-settings'
import type { Migration } from '../../cloud/database/migration'
import { migrations as shipped } from '../../cloud/database/migrations'
import { testDatabaseUrls } from './database/test-postgres'

export interface TestDatabase {
  /** As the owner of everything in it. */
  readonly db: Database
  /** What the backend serves with: rows of every table, and neither tables nor the rows of history to change. */
  readonly served: Database
  /** For programs that a test starts, as the owner. */
  readonly databaseUrl: string
  /** The same as the user of `served`. */
  readonly runTimeUrl: string
  /** Cuts off whoever is still connected; fails if a connection of ours broke meanwhile. */
  drop(): Promise<void>
}

export const POOL_SIZE = 10

/** What a database holds beside its empty tables. Two fillings of one name are alike. */
export interface Filling {
  readonly name: string
  fill(db: Database): Promise<void>
  /** Statements about the database of that name which hold while it is filled and afterwards: no copy inherits them. */
  settings(database: string): string
}

/**
 * A database of its own, migrated and filled, for one test file: `beforeAll` makes it, `afterAll` drops it. It is
 * cloned (about 30 ms) from a template that the first caller makes for each list of migrations and each filling.
 */
export async function createTestDatabase(
  migrations: readonly Migration[] = shipped,
  filling: Filling | null = null,
): Promise<TestDatabase> {
  const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`
  await asSuperuser(async (client) => {
    const migrated = await migratedTemplate(client, migrations)
    const template = filling === null ? migrated : await filledTemplate(client, migrated, filling)
    await create(client, name, copyOf(template))
    // They belong to a role in one database, and no clone inherits them.
    for (const role of [programsRole(), runTimeRole()]) await client.query(roleSettingStatements(role, name))
    if (filling !== null) await client.query(filling.settings(escapeIdentifier(name)))
  })
  return open(name)
}

/** The same without any table, for tests of migrating itself. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`
  await asSuperuser((client) => create(client, name, ''))
  return open(name)
}

function open(name: string): TestDatabase {
  const databaseUrl = urlOf(name)
  const runTimeUrl = urlOf(name, testDatabaseUrls().runTimeUrl)
  const broken: Error[] = []
  const open = (url: string): Database =>
    connect(throughSocket(url), { poolSize: POOL_SIZE, onIdleError: (error) => broken.push(error) })
  const [db, served] = [open(databaseUrl), open(runTimeUrl)]
  const drop = async (): Promise<void> => {
    await Promise.all([db.destroy(), served.destroy()])
    await asSuperuser((client) => client.query(`drop database ${escapeIdentifier(name)} with (force)`))
    if (broken[0]) throw broken[0]
  }
  return { db, served, databaseUrl, runTimeUrl, drop }
}

function migratedTemplate(client: Client, migrations: readonly Migration[]): Promise<string> {
  const program = migrations === shipped ? process.env.MIGRATED_BY : undefined
  const parts = [...migrations.map(({ name, up }) => `${name}\n${up.toString()}\n`), grantRunTime.toString()]
  return ensureTemplate(client, `${parts.join('')}${program ?? ''}`, async (template) => {
    await create(client, template, '')
    await within(template, async (db) => {
      if (program === undefined) await migrate(db, migrations)
      else migrateBy(program, urlOf(template))
      await admitRunTimeUser(db, runTimeRole())
    })
  })
}

/** By a later version's program, which `npm run test:upgrade` names: this one is tested on a database of that version. */
const migrateBy = (program: string, url: string): void =>
  void execFileSync(process.execPath, [program], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: 'pipe',
  })

function filledTemplate(client: Client, migrated: string, filling: Filling): Promise<string> {
  return ensureTemplate(client, `${migrated}\n${filling.name}`, async (template) => {
    await create(client, template, copyOf(migrated))
    await client.query(roleSettingStatements(programsRole(), template))
    await client.query(filling.settings(escapeIdentifier(template)))
    await within(template, (db) => filling.fill(db))
  })
}

/**
 * Made whole or made again: only a finished one carries the mark `is_template`. The caller of the lock makes it.
 * @param what it is; another template for every other text
 */
async function ensureTemplate(
  client: Client,
  what: string,
  make: (template: string) => Promise<void>,
): Promise<string> {
  const template = `template_${createHash('sha256').update(what).digest('hex').slice(0, 16)}`
  await client.query('select pg_advisory_lock(hashtext($1))', [template])
  try {
    const { rows } = await client.query('select datistemplate as whole from pg_database where datname = $1', [
      template,
    ])
    if (rows[0]?.whole) return template
    if (rows[0]) await client.query(`drop database ${escapeIdentifier(template)} with (force)`)
    await make(template)
    await client.query(
      `alter database ${escapeIdentifier(template)} is_template true allow_connections false`,
    )
    return template
  } finally {
    await client.query('select pg_advisory_unlock(hashtext($1))', [template])
  }
}

async function within(database: string, act: (db: Database) => Promise<unknown>): Promise<void> {
  const db = connect(urlOf(database), {
    poolSize: 1,
    onIdleError: (error) => {
      throw error
    },
  })
  try {
    await act(db)
  } finally {
    await db.destroy()
  }
}

const copyOf = (template: string): string => `template ${escapeIdentifier(template)} strategy wal_log`

const create = (client: Client, name: string, how: string) =>
  client.query(`create database ${escapeIdentifier(name)} owner ${escapeIdentifier(programsRole())} ${how}`)

/** The shorter way to it, for connections of this process; programs take the network, as they will. */
export function throughSocket(databaseUrl: string): string {
  const url = new URL(databaseUrl)
  url.searchParams.set('host', testDatabaseUrls().sockets)
  return url.href
}

const programsRole = (): string => new URL(testDatabaseUrls().url).username

const runTimeRole = (): string => new URL(testDatabaseUrls().runTimeUrl).username

function urlOf(name: string, like = testDatabaseUrls().url): string {
  const url = new URL(like)
  url.pathname = `/${name}`
  return url.href
}

async function asSuperuser<Result>(act: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: testDatabaseUrls().superuserUrl })
  await client.connect()
  try {
    return await act(client)
  } finally {
    await client.end()
  }
}
