import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { sql, type RawBuilder } from 'kysely'
import type { Database } from '../../../../cloud/database/connect'
import { addDays, type ShanghaiDay } from '../../../../core/kernel/shanghai-time'
import { allowedWords, columns, foreignKeys, uniqueColumns, type Column, type ForeignKey } from './catalogue'

export interface RowMaker {
  /** Writes one more row, with `given` in it and something of the right kind in every other column. */
  make(table: string, given: Readonly<Record<string, unknown>>): Promise<void>
}

/** Makes rows for any table from the catalogue alone, so that a new table needs no lines of its own here. */
export async function openRowMaker(db: Database): Promise<RowMaker> {
  const [all, keys, words] = [await columns(db), await foreignKeys(db), await allowedWords(db)]
  const uniques = await uniqueColumns(db)

  async function rowFor(
    table: string,
    given: Readonly<Record<string, unknown>>,
  ): Promise<Record<string, unknown>> {
    const row: Record<string, unknown> = { ...given }
    const own = all.filter((column) => column.table === table && !column.generated)
    const isNeeded = (name: string) => own.some(({ column, needed }) => column === name && needed)
    for (const key of keys.filter((found) => found.table === table)) {
      const missing = key.columns.filter((column) => !(column in row))
      if (missing.some(isNeeded)) Object.assign(row, await referenceTo(key, row))
      // Whoever may be left out, is: what goes with what is more than the catalogue tells.
      else for (const column of missing) row[column] = null
    }
    for (const column of own.filter((found) => !(found.column in row))) {
      row[column.column] = sampleOf(column, words.get(`${table}.${column.column}`) ?? [])
    }
    return row
  }

  async function make(table: string, given: Readonly<Record<string, unknown>>): Promise<void> {
    const row = await rowFor(table, given)
    const names = Object.keys(row)
    await sql`
      insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
      values (${sql.join(names.map((name) => row[name]))})
    `.execute(db)
  }

  /**
   * The key of some row that is there and agrees with what the row already has, or of one that is made for it:
   * where only one row may refer to each, always.
   */
  async function referenceTo(
    key: ForeignKey,
    row: Readonly<Record<string, unknown>>,
  ): Promise<Record<string, unknown>> {
    const agreed = Object.fromEntries(
      key.columns.flatMap((column, place) =>
        column in row ? [[key.target_columns[place] ?? '', row[column]]] : [],
      ),
    )
    const isFree = !uniques.has(`${key.table}.${key.columns.join('+')}`)
    let target = isFree ? await someRow(db, key, agreed) : undefined
    if (target === undefined) {
      await make(key.target, agreed)
      target = await someRow(db, key, agreed, sql`ctid desc`)
    }
    return Object.fromEntries(
      key.columns.map((column, place) => [column, target?.[key.target_columns[place] ?? '']]),
    )
  }

  return { make }
}

/** Any row that a key may refer to; by `ctid` the one that was written last, as long as nothing was deleted. */
async function someRow(
  db: Database,
  key: ForeignKey,
  agreed: Readonly<Record<string, unknown>>,
  order: RawBuilder<unknown> = sql`random()`,
): Promise<Record<string, unknown> | undefined> {
  const conditions = Object.entries(agreed).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  const { rows } = await sql<Record<string, unknown>>`
    select ${sql.join(key.target_columns.map((column) => sql.ref(column)))}
    from ${sql.table(key.target)}
    where ${conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)}
    order by ${order} limit 1
  `.execute(db)
  return rows[0]
}

/** Numbers that no row has twice; as years of birth, numbers of registrations and counts they are fine alike. */
let lastNumber = 1900
const nextNumber = (): number => (lastNumber += 1)

const SAMPLES: Readonly<Record<string, () => unknown>> = {
  text: () => `sample ${randomBytes(4).toString('hex')}`,
  uuid: () => randomUUID(),
  // As long as a SHA-256: every bytea of ours is a hash.
  bytea: () => randomBytes(32),
  boolean: () => false,
  smallint: nextNumber,
  integer: nextNumber,
  bigint: () => 1,
  'double precision': () => 1,
  date: () => addDays('2026-11-22' as ShanghaiDay, randomInt(20_000)),
  'timestamp with time zone': () => new Date('2026-11-22T01:00:00Z'),
  jsonb: () => JSON.stringify([]),
  ARRAY: () => [],
}

/** Texts of a form that the catalogue does not tell: a CHECK asks for it. */
const SHAPED: Readonly<Record<string, () => string>> = {
  'desk_sign_in.id': () => randomBytes(16).toString('base64url'),
  'desk_sign_in.digits': () => '42',
}

function sampleOf({ table, column, type }: Column, allowed: readonly string[]): unknown {
  const shaped = SHAPED[`${table}.${column}`]
  if (shaped !== undefined) return shaped()
  if (allowed[0] !== undefined) return allowed[0]
  const sample = SAMPLES[type]
  if (sample === undefined)
    throw new Error(`no sample of type ${type} for ${table}.${column}: add one to row-maker.ts`)
  return sample()
}
