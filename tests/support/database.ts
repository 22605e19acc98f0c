import { createHash, randomBytes } from 'node:crypto'
import { Client, escapeIdentifier } from 'pg'
import { connect } from '../../cloud/database/connect'
import type { Database } from '../../cloud/database/connect'
import { migrate } from '../../cloud/database/migrate'
import type { Migration } from '../../cloud/database/migration'
import { migrations as shipped } from '../../cloud/database/migrations'
import { testDoors } from './database/test-postgres'

export interface TestDatabase {
  readonly db: Database
  /** For programs that a test starts. */
  readonly databaseUrl: string
  /** Cuts off whoever is still connected; fails if a connection of `db` broke meanwhile. */
  drop(): Promise<void>
}

const POOL_SIZE = 10

/**
 * A database of its own, migrated, for one test file: `beforeAll` makes it, `afterAll` drops it. It is cloned
 * (about 30 ms) from a template that the first caller makes for each list of migrations.
 */
export async function createTestDatabase(migrations: readonly Migration[] = shipped): Promise<TestDatabase> {
  const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`
  await asSuperuser(async (client) => {
    const template = await ensureTemplate(client, migrations)
    await create(client, name, `template ${escapeIdentifier(template)} strategy wal_log`)
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
  const broken: Error[] = []
  const db = connect(databaseUrl, { poolSize: POOL_SIZE, onIdleError: (error) => broken.push(error) })
  const drop = async (): Promise<void> => {
    await db.destroy()
    await asSuperuser((client) => client.query(`drop database ${escapeIdentifier(name)} with (force)`))
    if (broken[0]) throw broken[0]
  }
  return { db, databaseUrl, drop }
}

/** Made whole or made again: only a finished one carries the mark `is_template`. The caller of the lock makes it. */
async function ensureTemplate(client: Client, migrations: readonly Migration[]): Promise<string> {
  const hash = createHash('sha256')
  for (const { name, up } of migrations) hash.update(`${name}\n${up.toString()}\n`)
  const template = `template_${hash.digest('hex').slice(0, 16)}`
  await client.query('select pg_advisory_lock(1)')
  try {
    const { rows } = await client.query('select datistemplate as whole from pg_database where datname = $1', [
      template,
    ])
    if (rows[0]?.whole) return template
    if (rows[0]) await client.query(`drop database ${escapeIdentifier(template)} with (force)`)
    await create(client, template, '')
    await migrateInto(template, migrations)
    await client.query(
      `alter database ${escapeIdentifier(template)} is_template true allow_connections false`,
    )
    return template
  } finally {
    await client.query('select pg_advisory_unlock(1)')
  }
}

async function migrateInto(template: string, migrations: readonly Migration[]): Promise<void> {
  const db = connect(urlOf(template), {
    poolSize: 1,
    onIdleError: (error) => {
      throw error
    },
  })
  try {
    await migrate(db, migrations)
  } finally {
    await db.destroy()
  }
}

const create = (client: Client, name: string, how: string) =>
  client.query(`create database ${escapeIdentifier(name)} owner ${escapeIdentifier(programsRole())} ${how}`)

const programsRole = (): string => new URL(testDoors().url).username

function urlOf(name: string): string {
  const url = new URL(testDoors().url)
  url.pathname = `/${name}`
  return url.href
}

async function asSuperuser<Result>(act: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: testDoors().superuserUrl })
  await client.connect()
  try {
    return await act(client)
  } finally {
    await client.end()
  }
}
