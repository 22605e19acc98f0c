import { sql } from 'kysely'
import { connect, type Database } from '../../../cloud/database/connect'
import { migrate } from '../../../cloud/database/migrate'
import { OperatorError } from '../../../cloud/database/operator-error'
import { checkSessions } from '../../../cloud/database/role-settings'
import { loadPackFolder } from '../../../cloud/pack/load-folder'
import { fixMode } from '../../../cloud/repositories/database-mode'
import { PACK_FOLDER } from '../../support/api/test-api'
import { createEmptyDatabase, type TestDatabase } from '../../support/database'

let database: TestDatabase
let fresh: Database
beforeEach(async () => {
  database = await createEmptyDatabase()
  await migrate(database.db)
  fresh = connect(database.databaseUrl, { poolSize: 1, onIdleError: fail })
})
afterEach(async () => {
  await fresh.destroy()
  await database.drop()
})

const settingsOf = async (db: Database): Promise<Record<string, unknown>> => {
  const { rows } = await sql<Record<string, unknown>>`
    select current_setting('jit') as jit, current_setting('TimeZone') as zone,
           current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
           current_setting('idle_in_transaction_session_timeout') as idle`.execute(db)
  return rows[0] ?? {}
}

const alter = (change: string): Promise<unknown> => {
  const { pathname } = new URL(database.databaseUrl)
  const name = sql.id(pathname.slice(1))
  return sql`alter role current_user in database ${name} ${sql.raw(change)}`.execute(database.db)
}

test('after migrating, every new session of the role has its settings, whatever server and user are set to', async () => {
  await sql`alter role current_user set timezone = 'Asia/Shanghai'`.execute(database.db)
  try {
    expect(await settingsOf(fresh)).toEqual({
      jit: 'off',
      zone: 'UTC',
      statement: '10s',
      lock: '500ms',
      idle: '15s',
    })
  } finally {
    await sql`alter role current_user reset timezone`.execute(database.db)
  }
})

test('a program that starts has nothing to say of a database that was migrated', async () => {
  expect(await checkSessions(fresh)).toEqual([])
})

test('a setting that is missing is said with the way out, and migrating again puts it right', async () => {
  await alter('reset lock_timeout')
  expect(await checkSessions(fresh)).toEqual([
    expect.stringMatching(/lock_timeout is 0, not 500ms.*node dist\/database\/main.cjs/),
  ])
  await migrate(database.db)
  const again = connect(database.databaseUrl, { poolSize: 1, onIdleError: fail })
  expect(await checkSessions(again)).toEqual([])
  await again.destroy()
})

test('sessions in another time zone are refused', async () => {
  await alter("set timezone = 'Asia/Shanghai'")
  await expect(checkSessions(fresh)).rejects.toThrow(OperatorError)
})

test('a table that was never counted is named', async () => {
  await sql`create table never_counted (id int)`.execute(database.db)
  expect(await checkSessions(fresh)).toEqual([
    expect.stringMatching(/not counted never_counted.*node dist\/database\/main.cjs/),
  ])
})

test('after migrating and loading every table is counted, the one with a single row as one', async () => {
  await fixMode(database.db, true)
  await loadPackFolder(database.db, PACK_FOLDER)
  const { rows } = await sql<{ name: string; rows: number }>`
    select relname as name, reltuples::int as rows from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace`.execute(database.db)
  expect(rows.filter((table) => table.rows < 0)).toEqual([])
  expect(rows.find(({ name }) => name === 'database_mode')).toEqual({ name: 'database_mode', rows: 1 })
})

test('a connection asks for nothing at its start that a pooler between would refuse', async () => {
  const { rows } = await sql<{ source: string; name: string }>`
    select name, source from pg_settings where source = 'client' order by name`.execute(fresh)
  expect(rows.map(({ name }) => name)).toEqual(['application_name', 'client_encoding'])
})

function fail(error: Error): never {
  throw error
}
