import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import type { Schema } from '../../database/schema'

export type Tx = Transaction<Schema>

/**
 * Writes these rows, replacing what has the same key, in one statement. All rows have the same columns.
 * @param only columns of the row in place that must be null for it to be replaced.
 */
export async function upsert<Table extends keyof Schema & string>(
  tx: Tx,
  table: Table,
  key: readonly (keyof Schema[Table] & string)[],
  rows: readonly object[],
  only: readonly (keyof Schema[Table] & string)[] = [],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const names = Object.keys(first)
  const columns = sql.join(names.map((name) => sql.ref(name)))
  const changes = names
    .filter((name) => !(key as readonly string[]).includes(name))
    .map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`)
  const condition = only.map((name) => sql`${sql.ref(`${table}.${name}`)} is null`)
  await sql`
    insert into ${sql.table(table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)
    on conflict (${sql.join(key.map((name) => sql.ref(name)))})
    do ${changes.length === 0 ? sql`nothing` : sql`update set ${sql.join(changes)}`}
    ${condition.length === 0 ? sql`` : sql`where ${sql.join(condition, sql` and `)}`}
  `.execute(tx)
}

/** SQLSTATE foreign_key_violation. */
const STILL_REFERRED_TO = '23503'

/**
 * Does what may break a reference, and takes it back when it does, deferred references included.
 * @returns the table that still refers to what was to go; `null` when it is done.
 */
export async function attempt(tx: Tx, write: () => Promise<unknown>): Promise<string | null> {
  await sql`savepoint attempt`.execute(tx)
  try {
    await write()
    await sql`set constraints all immediate`.execute(tx)
    await sql`set constraints all deferred`.execute(tx)
    await sql`release savepoint attempt`.execute(tx)
    return null
  } catch (error) {
    if ((error as { code?: unknown }).code !== STILL_REFERRED_TO) throw error
    await sql`rollback to savepoint attempt`.execute(tx)
    return String((error as { table?: unknown }).table)
  }
}
