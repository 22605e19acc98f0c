import { personalTables } from '../../../cloud/personal-data/coverage'
import { COLUMN_WORDS, INNER_COLUMNS, TABLE_WORDS, VALUE_WORDS } from '../../../src/text/me/export'
import type { TestApi } from '../../support/api/test-api'
import { allowedWords, columns } from '../../support/api/rows/catalogue'
import type { Exported } from '../../../core/contract/me'
import { readableTables } from '../../../src/features/privacy/readable'
import { admit } from '../../support/api/people'
import { addFamily, done, makeActivity, openHall, register } from '../../support/activities/activities'

/** Tables of which only the number is told, or whose columns are marks. */
const MARKS = ['request', 'rate_window', 'session', 'receipt', 'member_history', 'check_in_history']
/** Ids with a name that is looked up; all others are left to the file. */
const NAMED = ['activity_id', 'office_id', 'place_id', 'compound_id', 'facility_id', 'zone_id']

let api: TestApi
beforeAll(async () => {
  api = await openHall()
})
afterAll(() => api.close())

it('every table and every column about a person has a word that its owner understands', async () => {
  const tables = new Map(personalTables())
  expect([...tables.keys()].filter((table) => !(table in TABLE_WORDS))).toEqual([])
  const read = (await columns(api.db)).filter(({ table, column, type }) => {
    const personal = tables.get(table as never)
    if (personal === undefined || MARKS.includes(table) || type === 'bytea' || type === 'uuid') return false
    if (personal.withheld.includes(column) || column === personal.owner || column === 'id') return false
    return !column.endsWith('_id') || NAMED.includes(column)
  })
  expect(
    read
      .filter(({ column }) => !(column in COLUMN_WORDS) && !INNER_COLUMNS.includes(column))
      .map(({ table, column }) => `${table}.${column}`),
  ).toEqual([])
})

it('every word that the database keeps about a person has one that its owner understands', async () => {
  const tables = new Map(personalTables())
  const inner = [...(await allowedWords(api.db))].flatMap(([place, words]) => {
    const [table = '', column = ''] = place.split('.')
    const personal = tables.get(table as never)
    if (personal === undefined || MARKS.includes(table) || personal.withheld.includes(column)) return []
    return words
      .filter((word) => !(`${column}:${word}` in VALUE_WORDS) && !(word in VALUE_WORDS))
      .map((word) => `${place}: ${word}`)
  })
  expect(inner).toEqual([])
})

it('whoever is in a party is named, with the word of whoever exports', async () => {
  const keeper = await admit(api.db)
  const mother = await addFamily(api, keeper)
  const activityId = await makeActivity(api.db, { capacity: 5 })
  await register(api, activityId, { who: keeper, family: [mother] })
  const exported = await done<Exported>(api.call('me.export', {}, { token: keeper.token }))
  expect(Object.keys(exported.names)).toContain(mother)
  const [party] = readableTables(exported).filter(({ title }) => title === TABLE_WORDS['party_member'])
  expect(party?.rows.map(([who]) => who?.value).sort()).toEqual([exported.names[mother], '您自己'].sort())
})
