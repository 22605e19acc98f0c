import { sql } from 'kysely'
import { executeLater, inOneTrip } from '../../../cloud/database/one-trip'
import { createTestDatabase, type TestDatabase } from '../../support/database'
import { countRoundTrips } from '../../support/database/round-trips'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await sql`create table counter (id integer primary key, value integer not null)`.execute(database.db)
  await sql`insert into counter values (1, 0)`.execute(database.db)
})
afterAll(() => database.drop())

const valueIn = async (db: TestDatabase['db']): Promise<number | undefined> =>
  (await sql<{ value: number }>`select value from counter where id = 1`.execute(db)).rows[0]?.value

test('statements that leave together wait once, and `begin` and `commit` go along', async () => {
  const { db } = database
  const { roundTrips, statements } = await countRoundTrips(() =>
    db.transaction().execute(async (tx) => {
      await inOneTrip(
        tx,
        (trip) => sql`select 1`.execute(trip),
        () => Promise.resolve('a step that asks nothing'),
        (trip) => sql`select 2`.execute(trip),
        (trip) =>
          inOneTrip(
            trip,
            (one) => sql`select 3`.execute(one),
            (one) => sql`select 4`.execute(one),
          ),
      )
      await executeLater(tx, sql`update counter set value = 1`.compile(tx))
    }),
  )
  expect(statements.map(({ text }) => text)).toEqual([
    'begin',
    'select 1',
    'select 2',
    'select 3',
    'select 4',
    'update counter set value = 1',
    'commit',
  ])
  expect(roundTrips).toBe(2)
  expect(await valueIn(db)).toBe(1)
})

test('what is read behind a lock is read under it', async () => {
  const { db } = database
  const behind = await db.transaction().execute(async (holder) => {
    await sql`select from counter where id = 1 for update`.execute(holder)
    const waiting = db.transaction().execute((tx) =>
      inOneTrip(
        tx,
        (trip) => sql`select from counter where id = 1 for update`.execute(trip),
        (trip) => valueIn(trip),
      ),
    )
    const isWaiting = sql`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`
    while ((await isWaiting.execute(db)).rows.length === 0) continue
    await sql`update counter set value = 2 where id = 1`.execute(holder)
    return () => waiting
  })
  expect((await behind())[1]).toBe(2)
})

test('the first step that fails says why, not that the others were left undone', async () => {
  const failing = database.db.transaction().execute((tx) =>
    inOneTrip(
      tx,
      async (trip) => {
        try {
          await sql`select 1 / 0`.execute(trip)
        } catch (error) {
          await Promise.resolve()
          throw new Error('because of this', { cause: error })
        }
      },
      (trip) => sql`select 2`.execute(trip),
    ),
  )
  await expect(failing).rejects.toThrow('because of this')
})

test('a statement that nobody waits for fails the one that comes with it, or the commit, and nothing is kept', async () => {
  const { db } = database
  const before = await valueIn(db)
  const breaking = (then: (tx: TestDatabase['db']) => Promise<unknown>) =>
    db.transaction().execute(async (tx) => {
      await sql`update counter set value = 99`.execute(tx)
      await executeLater(tx, sql`select 1 / 0`.compile(tx))
      await then(tx)
    })
  await expect(breaking(() => Promise.resolve())).rejects.toThrow('division by zero')
  await expect(breaking((tx) => sql`select 2`.execute(tx))).rejects.toThrow('division by zero')
  expect(await valueIn(db)).toBe(before)
})

test('a transaction that is given up does not send what it kept for later, and leaves a connection as it was', async () => {
  const { db } = database
  const before = await valueIn(db)
  const given = db.transaction().execute(async (tx) => {
    await executeLater(tx, sql`update counter set value = 77`.compile(tx))
    throw new Error('changed my mind')
  })
  await expect(given).rejects.toThrow('changed my mind')
  expect(await valueIn(db)).toBe(before)
})

test('outside of a transaction nothing is kept for later', async () => {
  const { db } = database
  await executeLater(db, sql`update counter set value = 5`.compile(db))
  expect(await valueIn(db)).toBe(5)
})
