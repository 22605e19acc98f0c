import type { Exported } from '../../../core/contract/me'
import { tryParseInstant } from '../../../core/kernel/shanghai-time'
import {
  COLUMN_WORDS,
  EXPORT,
  INNER_COLUMNS,
  ONLY_COUNTED,
  TABLE_WORDS,
  VALUE_WORDS,
} from '../../text/me/export'
import { fullMomentText } from '../../text/time'

/** A table of the export as somebody reads it. */
export interface ReadableTable {
  readonly title: string
  readonly rows: readonly (readonly ReadableCell[])[]
  /** In place of rows that are numbers and marks only. */
  readonly count: number | null
}

export interface ReadableCell {
  readonly name: string
  readonly value: string
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
/** As PostgreSQL writes an instant into JSON. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/

/** Every table in which there is something, with its rows in words; what is an id only is left to the file. Marks come last. */
export function readableTables({ tables, names }: Exported): readonly ReadableTable[] {
  const inParties = { ...names, ...yourself(tables) }
  const readable = Object.entries(tables)
    .filter(([, rows]) => rows.length > 0)
    .map(([table, rows]) => readableTable(table, rows, table === PARTIES ? inParties : names))
  return [
    ...readable.filter(({ count }) => count === null),
    ...readable.filter(({ count }) => count !== null),
  ]
}

/** Several people stand here, and each row says who it is; all other rows are the reader's. */
const PARTIES = 'party_member'

/** The reader has an id like everybody else. */
function yourself(tables: Exported['tables']): Exported['names'] {
  const own = tables['resident']?.[0]
  const id = typeof own === 'object' && own !== null && 'id' in own ? own.id : null
  return typeof id === 'string' ? { [id]: EXPORT.yourself } : {}
}

function readableTable(table: string, rows: readonly unknown[], names: Exported['names']): ReadableTable {
  const title = TABLE_WORDS[table] ?? table
  const readable = rows.map((row) => cellsOf(row, names)).filter((cells) => cells.length > 0)
  const counted = ONLY_COUNTED.includes(table) || readable.length === 0
  return { title, rows: counted ? [] : readable, count: counted ? rows.length : null }
}

/** What a row is about comes first; the rest as the database has it. */
const FIRST = [
  'family_member_id',
  'resident_id',
  'name',
  'call_name',
  'activity_id',
  'place_id',
  'office_id',
  'facility_id',
  'text',
  'number',
  'state',
]
const placeOf = (column: string): number => (FIRST.includes(column) ? FIRST.indexOf(column) : FIRST.length)

function cellsOf(row: unknown, names: Exported['names']): readonly ReadableCell[] {
  if (typeof row !== 'object' || row === null) return []
  const inOrder = Object.entries(row).sort(([one], [other]) => placeOf(one) - placeOf(other))
  return inOrder.flatMap(([column, found]) => {
    if (INNER_COLUMNS.includes(column)) return []
    const value = valueText(column, found, names)
    return value === null ? [] : [{ name: COLUMN_WORDS[column] ?? column, value }]
  })
}

/** Null for what says nothing to a reader: no value, an empty one, an id without a name. */
function valueText(column: string, found: unknown, names: Exported['names']): string | null {
  if (found === null || found === '') return null
  if (typeof found === 'boolean') return found ? EXPORT.yes : EXPORT.no
  if (typeof found === 'number') return column === 'id' ? null : numberText(column, found)
  if (typeof found === 'string') return textValue(column, found, names)
  return listed(column, found, names)
}

/** A registration's number has four digits. */
const numberText = (column: string, found: number): string =>
  column === 'number' ? String(found).padStart(4, '0') : String(found)

function textValue(column: string, found: string, names: Exported['names']): string | null {
  const name = names[found]
  // Whose row it is stands in the row itself.
  if (column === 'id') return null
  if (name !== undefined) return name
  if (column.endsWith('_id') || UUID.test(found)) return null
  const moment = INSTANT.test(found) ? tryParseInstant(found) : null
  if (moment !== null) return fullMomentText(moment, true)
  return VALUE_WORDS[`${column}:${found}`] ?? VALUE_WORDS[found] ?? found
}

/** What a column holds more than one of, such as the answers to questions, or what a message told. */
function listed(column: string, found: unknown, names: Exported['names']): string | null {
  if (typeof found !== 'object' || found === null) return null
  const parts = Object.values(found).flatMap((part: unknown) => {
    const text = valueText(column, part, names)
    return text === null ? [] : [text]
  })
  return parts.length === 0 ? null : parts.join('，')
}
