import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { sql } from 'kysely'
import { connect } from '../../../cloud/database/connect'
import { admitRunTimeUser, migrate, refuseOutdated } from '../../../cloud/database/migrate'
import type { Migration } from '../../../cloud/database/migration'
import { migrations } from '../../../cloud/database/migrations'
import { OperatorError } from '../../../cloud/database/operator-error'
import { createEmptyDatabase, createTestDatabase } from '../../support/database'
import type { TestDatabase } from '../../support/database'

let made: TestDatabase[] = []
afterEach(async () => {
  await Promise.all(made.map((database) => database.drop()))
  made = []
})

async function emptyDatabase(): Promise<TestDatabase> {
  const database = await createEmptyDatabase()
  made.push(database)
  return database
}

const step = (name: string, ...statements: string[]): Migration => ({
  name,
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
})

const lantern = step('0001-lantern', 'create table lantern (id int primary key)')
const red = step('0002-red', 'insert into lantern values (1)')
const blue = step('0003-blue', 'insert into lantern values (2)')

const lanterns = async ({ db }: TestDatabase) =>
  (await sql<{ id: number }>`select id from lantern order by id`.execute(db)).rows.map((row) => row.id)

test('applies what is missing, in order, and nothing the second time', async () => {
  const database = await emptyDatabase()
  expect(await migrate(database.db, [lantern, red])).toEqual(['0001-lantern', '0002-red'])
  expect(await migrate(database.db, [lantern, red])).toEqual([])
  expect(await migrate(database.db, [lantern, red, blue])).toEqual(['0003-blue'])
  expect(await lanterns(database)).toEqual([1, 2])
})

test('processes that start together apply each step once', async () => {
  const database = await emptyDatabase()
  // `pg_sleep` keeps the first one inside its transaction while the others arrive.
  const slow = step('0002-red', 'select pg_sleep(0.2)', 'insert into lantern values (1)')
  const pools = Array.from({ length: 6 }, () =>
    connect(database.databaseUrl, {
      poolSize: 2,
      onIdleError: (error) => {
        throw error
      },
    }),
  )
  try {
    const applied = await Promise.all(pools.map((db) => migrate(db, [lantern, slow, blue])))
    expect(applied.flat().sort()).toEqual(['0001-lantern', '0002-red', '0003-blue'])
  } finally {
    await Promise.all(pools.map((db) => db.destroy()))
  }
  expect(await lanterns(database)).toEqual([1, 2])
})

test('waits for the other process longer than a statement may run', async () => {
  const database = await emptyDatabase()
  const impatient = connect(database.databaseUrl, {
    poolSize: 1,
    onIdleError: (error) => {
      throw error
    },
  })
  try {
    await sql`set statement_timeout = 1000`.execute(impatient)
    const slow = step('0001-slow', 'select pg_sleep(1.2)')
    const [first, second] = await Promise.all([migrate(impatient, [slow]), migrate(database.db, [slow])])
    expect([...first, ...second]).toEqual(['0001-slow'])
  } finally {
    await impatient.destroy()
  }
})

test('a step that fails leaves nothing of itself, and the ones before it stay', async () => {
  const database = await emptyDatabase()
  const broken = step('0002-broken', 'insert into lantern values (7)', 'insert into lantern values (7)')
  await expect(migrate(database.db, [lantern, broken])).rejects.toThrow(
    /0002-broken failed and was rolled back/,
  )
  expect(await lanterns(database)).toEqual([])
  expect(await migrate(database.db, [lantern, red])).toEqual(['0002-red'])
})

test('refuses a database that a newer version has migrated', async () => {
  const database = await emptyDatabase()
  await migrate(database.db, [lantern, red, blue])
  const refusal = await migrate(database.db, [lantern, red]).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(OperatorError)
  expect((refusal as Error).message).toMatch(/0003-blue.*newer version/)
})

test('an older program goes on where every newer step says that it may, and changes nothing', async () => {
  const database = await emptyDatabase()
  const gentle = { ...blue, oldestProgram: red.name }
  await migrate(database.db, [lantern, red, gentle])
  expect(await migrate(database.db, [lantern, red])).toEqual([])
  await refuseOutdated(database.db, [lantern, red])
  // A program that ended before `red` is too old for it.
  await expect(migrate(database.db, [lantern])).rejects.toThrow('newer version')
  expect(await migrate(database.db, [lantern, red, gentle])).toEqual([])
})

test('a list of before that says nothing about programs is taken on', async () => {
  const database = await emptyDatabase()
  await sql`create table migration (name text collate "C" primary key, applied_at timestamptz not null)`.execute(
    database.db,
  )
  await sql`insert into migration values ('0001-lantern', now())`.execute(database.db)
  await sql`create table lantern (id int primary key)`.execute(database.db)
  expect(await migrate(database.db, [lantern, red])).toEqual(['0002-red'])
})

/** Until somebody waits for the table of lanterns, or nobody does. */
async function untilWaiting({ db }: TestDatabase, wanted: boolean): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ waits: boolean }>`
      select exists (select from pg_locks where not granted and relation = 'lantern'::regclass) as waits
    `.execute(db)
    if (rows[0]?.waits === wanted) return
    await new Promise((settle) => setTimeout(settle, 20))
  }
}

test('a step lets everybody pass who waits behind it, and tries again', async () => {
  const database = await emptyDatabase()
  await migrate(database.db, [lantern])
  const wider = step('0002-wider', 'alter table lantern add column colour text')
  let letGo = (): void => undefined
  const held = new Promise<void>((settle) => (letGo = settle))
  let begin = (): void => undefined
  const begun = new Promise<void>((settle) => (begin = settle))
  const reader = database.db.transaction().execute(async (tx) => {
    await sql`select id from lantern`.execute(tx)
    begin()
    await held
  })
  await begun
  const migrating = migrate(database.db, [lantern, wider])
  // It gives up by itself while the reader still holds the table, and is there once that has gone.
  await untilWaiting(database, true)
  await untilWaiting(database, false)
  letGo()
  await reader
  expect(await migrating).toEqual(['0002-wider'])
})

test('refuses a list that got a step in the middle after its successor had run', async () => {
  const database = await emptyDatabase()
  await migrate(database.db, [lantern, blue])
  const refusal = await migrate(database.db, [lantern, red, blue]).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(OperatorError)
  expect((refusal as Error).message).toMatch(/0003-blue but not 0002-red/)
})

test('refuses a list out of order or with a name twice', async () => {
  const { db } = await emptyDatabase()
  await expect(migrate(db, [lantern, blue, red])).rejects.toThrow('0002-red is listed after 0003-blue')
  await expect(migrate(db, [lantern, lantern])).rejects.toThrow('0001-lantern is listed after 0001-lantern')
})

test('two test databases cloned from one template share no rows', async () => {
  const [one, two] = await Promise.all([createTestDatabase([lantern]), createTestDatabase([lantern])])
  made.push(one, two)
  await sql`insert into lantern values (1)`.execute(one.db)
  expect(await lanterns(one)).toEqual([1])
  expect(await lanterns(two)).toEqual([])
})
test('every migration of the folder is listed, by the name of its file and in order', () => {
  const folder = resolve(__dirname, '../../../cloud/database/migrations')
  const files = readdirSync(folder).filter((file) => /^\d/.test(file) && !file.includes('.test.'))
  expect(migrations.map(({ name }) => `${name}.ts`)).toEqual(files.sort())
})

describe('who owns nothing', () => {
  const asRunTimeUser = (database: TestDatabase) => ({ ...database, db: database.served })

  test('cannot migrate, and is told who has to', async () => {
    const database = asRunTimeUser(await emptyDatabase())
    await expect(migrate(database.db, [lantern])).rejects.toThrow(/may not create tables.*DATABASE_OWNER_URL/)
    await expect(refuseOutdated(database.db, [lantern])).rejects.toThrow(/is empty.*as its owner/)
  })

  test('is told what to run where the owner has migrated and granted nothing', async () => {
    const database = await emptyDatabase()
    await migrate(database.db, [lantern])
    await expect(refuseOutdated(database.served, [lantern])).rejects.toThrow(
      /may not read this database.*DATABASE_OWNER_URL, which grants/,
    )
  })

  test('serves once it is admitted, and loses what it had beyond that', async () => {
    const database = await emptyDatabase()
    await migrate(database.db, [lantern])
    const user = new URL(database.runTimeUrl).username
    await sql`grant all on lantern to ${sql.id(user)}`.execute(database.db)
    await admitRunTimeUser(database.db, user)
    await refuseOutdated(database.served, [lantern])
    await sql`insert into lantern values (7)`.execute(database.served)
    await expect(sql`truncate lantern`.execute(database.served)).rejects.toThrow('permission denied')
  })
})
