import { sql, type Transaction } from 'kysely'
import type { SearchKind } from '../../core/domain/search/document'
import type { Database } from '../database/connect'
import type { Schema } from '../database/schema'
import type { Reader } from './reader'
import { forgetDocuments, recordDocuments, recordSounds } from './record'
import type { ReadSources } from './source'
import { readActivities } from './sources/activities'
import { readFacilities, readOffices, readServices } from './sources/directory'
import { readArticles, readWords } from './sources/news'
import { openVoice, type Voice } from './voice'

type Tx = Transaction<Schema>

/** Changes taken up in one transaction: short enough that nobody waits for it. */
const BATCH = 1_000

/** Any fixed number serves, if nothing else in this database locks it: "find" in ASCII. */
const REFRESH_LOCK = 0x66_69_6e_64

const READERS: Readonly<Record<SearchKind, (db: Reader) => ReadSources>> = {
  office: readOffices,
  service: readServices,
  facility: readFacilities,
  activity: readActivities,
  word: readWords,
  news: readArticles,
}

/**
 * Makes anew every document whose source has changed, in batches of a transaction each; gives how many. Safe to run
 * twice at once: they take turns, so that an older text never overwrites a newer one.
 */
export async function refreshSearch(db: Database): Promise<number> {
  let refreshed = 0
  for (;;) {
    const batch = await db.transaction().execute(refreshBatch)
    if (batch === 0) break
    refreshed += batch
  }
  if (refreshed > 0) await sortIntoIndex(db)
  return refreshed
}

/** The same within a transaction that changes many sources at once. */
export async function refreshSearchWithin(tx: Tx): Promise<void> {
  let refreshed = 0
  for (let batch = await refreshBatch(tx); batch > 0; batch = await refreshBatch(tx)) refreshed += batch
  if (refreshed > 0) await sortIntoIndex(tx)
}

/** What waits beside the index would be walked through by every search. */
const sortIntoIndex = (db: Reader): Promise<unknown> =>
  sql`select gin_clean_pending_list('search_document_terms')`.execute(db)

async function refreshBatch(tx: Tx): Promise<number> {
  await sql`select pg_advisory_xact_lock(${REFRESH_LOCK})`.execute(tx)
  const stale = await takeStale(tx)
  if (stale.length === 0) return 0
  const voice = await openVoice()
  await learnSounds(tx, voice)
  for (const [kind, readerOf] of Object.entries(READERS) as [SearchKind, (db: Reader) => ReadSources][]) {
    const ids = stale.filter((one) => one.kind === kind).map(({ id }) => id)
    if (ids.length > 0) await refreshKind(tx, kind, ids, readerOf(tx), voice)
  }
  return stale.length
}

/** The oldest changes, each thing once; what changes from now on is taken another time. */
async function takeStale(tx: Tx): Promise<readonly { readonly kind: SearchKind; readonly id: string }[]> {
  const { rows } = await sql<{ kind: SearchKind; id: string }>`
    with taken as (
      delete from search_stale where number in (select number from search_stale order by number limit ${BATCH})
      returning kind, id
    )
    select distinct kind, id from taken`.execute(tx)
  return rows
}

async function refreshKind(
  tx: Tx,
  kind: SearchKind,
  ids: readonly string[],
  read: ReadSources,
  voice: Voice,
): Promise<void> {
  const sources = await read(ids)
  const there = new Set(sources.map(({ id }) => id))
  await forgetDocuments(
    tx,
    kind,
    ids.filter((id) => !there.has(id)),
  )
  await recordDocuments(tx, sources, voice)
}

/** 一 to 鿿, once for each database. */
async function learnSounds(tx: Tx, voice: Voice): Promise<void> {
  const known = await tx.selectFrom('search_sound').select('character').limit(1).executeTakeFirst()
  if (known !== undefined) return
  const characters = Array.from({ length: 0x9fff - 0x4e00 + 1 }, (_, at) => String.fromCharCode(0x4e00 + at))
  await recordSounds(tx, characters, voice.readCharacters(characters))
}
