import { personalTables } from '../../../cloud/personal-data/coverage'
import { COLUMN_WORDS, TABLE_WORDS } from '../../../src/text/me/export'
import type { House } from '../../support/api/house'
import { columns } from '../../support/api/rows/catalogue'
import { openHall } from '../registration/support/hall'

/** Tables of which only the number is told, or whose columns are marks. */
const MARKS = ['request', 'rate_window', 'session', 'receipt', 'member_history', 'check_in_history']
/** Ids with a name that is looked up; all others are left to the file. */
const NAMED = ['activity_id', 'office_id', 'place_id', 'compound_id', 'facility_id', 'zone_id']

let house: House
beforeAll(async () => {
  house = await openHall()
})
afterAll(() => house.close())

it('every table and every column about a person has a word that its owner understands', async () => {
  const tables = new Map(personalTables())
  expect([...tables.keys()].filter((table) => !(table in TABLE_WORDS))).toEqual([])
  const read = (await columns(house.db)).filter(({ table, column, type }) => {
    const personal = tables.get(table as never)
    if (personal === undefined || MARKS.includes(table) || type === 'bytea' || type === 'uuid') return false
    if (personal.withheld.includes(column) || column === personal.owner || column === 'id') return false
    return !column.endsWith('_id') || NAMED.includes(column)
  })
  expect(
    read.filter(({ column }) => !(column in COLUMN_WORDS)).map(({ table, column }) => `${table}.${column}`),
  ).toEqual([])
})
