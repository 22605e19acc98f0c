import { sql, type Transaction } from 'kysely'
import type { SearchKind } from '../../../core/domain/search/document'
import type { Schema } from '../../database/schema'
import { waitForLocks } from '../../database/wait-for-locks'

type Tx = Transaction<Schema>

/** Any fixed number serves, if nothing else in this database locks it: "find" in ASCII. */
const REFRESH_LOCK = 0x66_69_6e_64

/** Waits until nobody else makes documents, to the end of the transaction. */
export async function takeTurn(tx: Tx): Promise<void> {
  await waitForLocks(tx)
  await sql`select pg_advisory_xact_lock(${REFRESH_LOCK})`.execute(tx)
}

/**
 * The oldest changes, each thing once; what changes from now on is taken another time. By a range of numbers: joined
 * with its own list, a table that was never analysed is walked through once for each row.
 */
export async function takeStale(
  tx: Tx,
  most: number,
): Promise<readonly { readonly kind: SearchKind; readonly id: string }[]> {
  const { rows } = await sql<{ kind: SearchKind; id: string }>`
    with taken as (
      delete from search_stale
      where number <= (select max(number) from (select number from search_stale order by number limit ${most}) oldest)
      returning kind, id
    )
    select distinct kind, id from taken`.execute(tx)
  return rows
}
