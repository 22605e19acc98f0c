import { sql } from 'kysely'
import type { Database } from '../../cloud/database/connect'

/** So many residents with a WeChat account, whose OPENIDs are `<prefix>-1`, `<prefix>-2` … */
export async function admitMany(db: Database, prefix: string, count: number): Promise<readonly string[]> {
  await sql`
    with people as (
      insert into resident (created_at) select now() from generate_series(1, ${count}::integer) returning id
    )
    insert into wechat_account (openid, resident_id)
    select ${`${prefix}-`} || row_number() over (), id from people`.execute(db)
  return Array.from({ length: count }, (_, index) => `${prefix}-${index + 1}`)
}
