import { sql, type Transaction } from 'kysely'
import type { Database } from './connect'
import type { Schema } from './schema'

/** What was done, and by whom: written once. Only `forget_person` and `prune_history` of the owner touch a row again. */
export const HISTORY_TABLES = [
  'activity_history',
  'activity_change',
  'member_history',
  'check_in_history',
  'notice_history',
  'suggestion_history',
  'staff_act',
] as const satisfies readonly (keyof Schema)[]

/** That somebody was erased: taken away a long time afterwards, never changed. */
const WRITTEN_ONCE = ['erasure'] as const satisfies readonly (keyof Schema)[]

/** How far the database is belongs to whoever migrates. */
const READ_ONLY = ['migration']

const OWNERS_FUNCTIONS = ['forget_person', 'prune_history', 'analyze_small_tables', 'sort_search_index']

interface Found {
  readonly schema: string
  readonly tables: readonly string[]
  readonly functions: readonly string[]
}

/**
 * Gives a user what programs need to serve, no less and no more: rows of every table but history, which it only adds
 * to; nothing that changes tables, empties them or switches their triggers off. Takes away what it had beyond that.
 * @param tx as the owner of the tables
 */
export async function grantRunTime<Any>(tx: Transaction<Any>, user: string): Promise<void> {
  const found = await findGrantable(tx)
  const schema = sql.id(found.schema)
  const role = sql.id(user)
  const those = (names: readonly string[]) => {
    const there = names.filter((name) => found.tables.includes(name))
    return there.length === 0 ? null : sql.join(there.map((name) => sql.table(`${found.schema}.${name}`)))
  }
  await sql`revoke create on schema ${schema} from public, ${role}`.execute(tx)
  await sql`grant usage on schema ${schema} to ${role}`.execute(tx)
  await sql`revoke all on all tables in schema ${schema} from public, ${role}`.execute(tx)
  await sql`grant select, insert, update, delete on all tables in schema ${schema} to ${role}`.execute(tx)
  await sql`grant usage, select on all sequences in schema ${schema} to ${role}`.execute(tx)
  const history = those(HISTORY_TABLES)
  if (history !== null) await sql`revoke update, delete on ${history} from ${role}`.execute(tx)
  const once = those(WRITTEN_ONCE)
  if (once !== null) await sql`revoke update on ${once} from ${role}`.execute(tx)
  const readOnly = those(READ_ONLY)
  if (readOnly !== null) await sql`revoke insert, update, delete on ${readOnly} from ${role}`.execute(tx)
  for (const name of found.functions) {
    const owned = sql.raw(name)
    await sql`revoke all on function ${owned} from public`.execute(tx)
    await sql`grant execute on function ${owned} to ${role}`.execute(tx)
  }
}

async function findGrantable<Any>(tx: Transaction<Any>): Promise<Found> {
  const { rows } = await sql<Found>`
    select current_schema() as schema,
      (select coalesce(array_agg(relname::text), '{}') from pg_class
       where relkind = 'r' and relnamespace = current_schema()::regnamespace) as tables,
      (select coalesce(array_agg(oid::regprocedure::text order by proname), '{}') from pg_proc
       where pronamespace = current_schema()::regnamespace and proname::text = any(${OWNERS_FUNCTIONS}::text[])) as functions
  `.execute(tx)
  const [found] = rows
  if (found === undefined) throw new Error('the database did not say what it has')
  return found
}

interface UserOfDatabase {
  readonly name: string
  /** It may change the tables, now or by becoming who owns them. */
  readonly isOwner: boolean
  readonly isSuperuser: boolean
}

/** Who asks, and whether it could do more than serve; reads only. */
export async function readUser(db: Database): Promise<UserOfDatabase> {
  const { rows } = await sql<UserOfDatabase>`
    select current_user::text as name, rolsuper as "isSuperuser",
      rolsuper or coalesce(has_schema_privilege(current_schema(), 'create'), false) or exists (
        select from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace
          and (pg_has_role(relowner, 'member') or has_table_privilege(oid, 'truncate'))) as "isOwner"
    from pg_roles where rolname = current_user`.execute(db)
  const [user] = rows
  if (user === undefined) throw new Error('the database did not say who asks')
  return user
}

/** For servers of real people's data; null where the user only serves. */
export function ownerFinding({ name, isOwner, isSuperuser }: UserOfDatabase): string | null {
  if (!isOwner) return null
  return (
    `DATABASE_URL names ${name}, ${isSuperuser ? 'a superuser' : 'who owns the tables'}: whoever gets hold of the server ` +
    'could change tables and rewrite history. Create a second user, let DATABASE_URL name it, and run ' +
    '`node dist/database/main.cjs` with the owner as DATABASE_OWNER_URL, which grants it what serving needs.'
  )
}
