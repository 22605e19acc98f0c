import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { connect } from '../../../cloud/database/connect'
import { createEmptyDatabase } from '../../support/database'
import type { TestDatabase } from '../../support/database'

let database: TestDatabase
beforeAll(async () => {
  database = await createEmptyDatabase()
})
afterAll(() => database.drop())

async function read(question: RawBuilder<Record<string, unknown>>): Promise<Record<string, unknown>> {
  const { rows } = await question.execute(database.db)
  return rows[0] as Record<string, unknown>
}

test('a moment is read as milliseconds since 1970 UTC and written as a Date', async () => {
  const moment = Date.UTC(2026, 10, 22, 1, 12, 0, 345)
  expect(await read(sql`select ${new Date(moment)}::timestamptz as moment`)).toEqual({ moment })
  expect(await read(sql`select '2026-11-22 09:12:00.3459+08'::timestamptz as moment`)).toEqual({ moment })
  expect(await read(sql`select null::timestamptz as moment, 'infinity'::timestamptz as never`)).toEqual({
    moment: null,
    never: Number.POSITIVE_INFINITY,
  })
})

test('a day is read and written as it stands in the calendar', async () => {
  expect(await read(sql`select ${'2026-03-01'}::date as day`)).toEqual({ day: '2026-03-01' })
})

test('counts and ids are numbers, and one that no number can hold is refused', async () => {
  expect(await read(sql`select count(*) as many, ${2 ** 53 - 1}::bigint as most`)).toEqual({
    many: 1,
    most: Number.MAX_SAFE_INTEGER,
  })
  await expect(read(sql`select 9007199254740993 as too_much`)).rejects.toThrow(/does not fit/)
})

test('lists of moments, days and numbers hold the same values, with NULL as null', async () => {
  const answer = await read(sql`
    select array['2026-11-22 09:12+08'::timestamptz, null] as moments,
           array['2026-03-01'::date] as days, array[1::bigint, 2] as ids, '{}'::bigint[] as none`)
  expect(answer).toEqual({
    moments: [Date.UTC(2026, 10, 22, 1, 12), null],
    days: ['2026-03-01'],
    ids: [1, 2],
    none: [],
  })
})

test('an idle connection that the server cuts is reported, and the next query gets another', async () => {
  const errors: string[] = []
  const pool = connect(database.databaseUrl, {
    poolSize: 1,
    applicationName: 'cut-me',
    onIdleError: (error) => errors.push(error.message),
  })
  try {
    await sql`select 1`.execute(pool)
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'cut-me'`.execute(
      database.db,
    )
    while (errors.length === 0) await new Promise((settle) => setTimeout(settle, 5))
    expect(errors[0]).toMatch(/terminating connection/)
    expect((await sql`select 1 as one`.execute(pool)).rows).toEqual([{ one: 1 }])
  } finally {
    await pool.destroy()
  }
})

test('a connection cut between two statements of a transaction fails that transaction only', async () => {
  const pool = connect(database.databaseUrl, { poolSize: 1, onIdleError: fail })
  try {
    const broken = pool.transaction().execute(async (tx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
      await sql`select pg_terminate_backend(${rows[0]?.pid}, 5000)`.execute(database.db)
      // Time for the server's last word to arrive while no statement waits for it.
      await new Promise((settle) => setTimeout(settle, 50))
      await sql`select 1`.execute(tx)
    })
    await expect(broken).rejects.toThrow()
    expect((await sql`select 1 as one`.execute(pool)).rows).toEqual([{ one: 1 }])
  } finally {
    await pool.destroy()
  }
})

function fail(error: Error): never {
  throw error
}
