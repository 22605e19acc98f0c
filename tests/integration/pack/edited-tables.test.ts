import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { createTestDatabase, type TestDatabase } from '../../support/database'

/** Every table that the data pack fills; of a part, the row that it belongs to and goes with. */
const PACK_TABLES: Readonly<Record<string, string | null>> = {
  setting: null,
  neighbourhood: null,
  compound: null,
  service: null,
  office: null,
  office_service: 'office',
  opening_zone: 'office',
  opening_hours: 'office',
  hours_exception: 'hours_exception',
  entrance: 'office',
  activity: null,
  stall: 'activity',
  facility_kind: null,
  facility: null,
  street_graph: 'nobody but the pack',
  article: null,
  article_file: 'nobody but the pack',
  explained_word: 'nobody but the pack',
  notice: null,
}

/** Of these the programs write what the desk or a phone changed; a new one has to be thought of here. */
const WRITTEN_BY_STAFF = [
  'activity',
  'compound',
  'entrance',
  'facility',
  'facility_kind',
  'hours_exception',
  'notice',
  'office',
  'office_service',
  'opening_hours',
  'opening_zone',
  'stall',
]

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

function sourcesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
}

const WRITES =
  /(?:\b(?:insertInto|updateTable|deleteFrom)\(\s*'|\b(?:insert into|update|delete from) )([a-z_]+)\b/g

it('the tables of the pack that staff write are these, and each row of them says that it was edited', async () => {
  const sources = ['cloud/repositories', 'cloud/services', 'cloud/handlers'].flatMap(sourcesBelow)
  const named = new Set(
    sources.flatMap((source) => [...source.matchAll(WRITES)].map(([, table = '']) => table)),
  )
  const written = Object.keys(PACK_TABLES).filter((table) => named.has(table))
  expect(written.sort()).toEqual(WRITTEN_BY_STAFF)
  expect(written.filter((table) => PACK_TABLES[table] === 'nobody but the pack')).toEqual([])
})

it('every table whose rows stand for themselves has when it was edited, and its version', async () => {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name in ('edited_at', 'version')
    group by table_name having count(*) = 2`.execute(database.db)
  const own = Object.keys(PACK_TABLES).filter((table) => PACK_TABLES[table] === null)
  expect(
    rows
      .map(({ name }) => name)
      .filter((name) => name in PACK_TABLES)
      .sort(),
  ).toEqual(own.sort())
})
