import { sql } from 'kysely'
import type { Database } from '../../../../cloud/database/connect'

export interface Column {
  readonly table: string
  readonly column: string
  /** As PostgreSQL names it, for example `timestamp with time zone`. */
  readonly type: string
  readonly needed: boolean
  /** Filled by the database when it is left out. */
  readonly generated: boolean
}

export interface ForeignKey {
  readonly table: string
  readonly columns: readonly string[]
  readonly target: string
  readonly target_columns: readonly string[]
}

/** Every column of every table of ours, as the database itself describes them. */
export async function columns(db: Database): Promise<readonly Column[]> {
  const { rows } = await sql<Column>`
    select c.table_name as "table", c.column_name as "column", c.data_type as type,
           c.is_nullable = 'NO' and c.column_default is null and c.is_identity = 'NO' as needed,
           c.is_identity = 'YES' or c.is_generated = 'ALWAYS' as generated
    from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
    order by c.table_name, c.ordinal_position
  `.execute(db)
  return rows
}

export async function foreignKeys(db: Database): Promise<readonly ForeignKey[]> {
  const names = (key: string, relation: string) => sql`
    (select array_agg(attname::text order by place)
     from unnest(${sql.ref(key)}) with ordinality as part(number, place)
     join pg_attribute on attrelid = ${sql.ref(relation)} and attnum = part.number)`
  const { rows } = await sql<ForeignKey>`
    select conrelid::regclass::text as "table", ${names('conkey', 'conrelid')} as columns,
           confrelid::regclass::text as target, ${names('confkey', 'confrelid')} as target_columns
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace
    order by 1, conname
  `.execute(db)
  return rows
}

/** The words that a column's CHECK allows, in the order of the list; none where it has no such list. */
export async function allowedWords(db: Database): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ table: string; column: string; definition: string }>`
    select conrelid::regclass::text as "table", attname as "column", pg_get_constraintdef(c.oid) as definition
    from pg_constraint c join pg_attribute on attrelid = conrelid and attnum = conkey[1]
    where contype = 'c' and connamespace = 'public'::regnamespace and cardinality(conkey) = 1
  `.execute(db)
  return new Map(
    rows.map(({ table, column, definition }) => [
      `${table}.${column}`,
      [...definition.matchAll(/'([^']+)'::text/g)].map((match) => match[1] ?? ''),
    ]),
  )
}

/** What no two rows have alike, as `table.column` or `table.column+column`. */
export async function uniqueColumns(db: Database): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ key: string }>`
    select conrelid::regclass::text || '.' || (
      select string_agg(attname, '+' order by place)
      from unnest(conkey) with ordinality as part(number, place)
      join pg_attribute on attrelid = conrelid and attnum = part.number
    ) as key
    from pg_constraint where contype in ('p', 'u') and connamespace = 'public'::regnamespace
  `.execute(db)
  return new Set(rows.map(({ key }) => key))
}
