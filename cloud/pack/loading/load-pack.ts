import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../../database/connect'
import { refreshSearchWithin } from '../../search/refresh'
import type { Pack } from '../pack'
import { loadActivities } from './activities'
import { loadLifeCircle } from './life-circle'
import { loadNews } from './news'
import { findKept, reportKept } from './kept'
import type { Tx } from './rows'
import { writePack } from './write-pack'
import { parkNames, removeVanished } from './vanished'

/** Any fixed number serves, if nothing else in this database locks it: the letters "pack" in ASCII. */
const PACK_LOCK = 0x70_61_63_6b

export interface LoadOptions {
  /** Gets one Chinese sentence for each thing that the editor of the pack should know. */
  readonly report: (sentence: string) => void
}

export interface LoadOutcome {
  /** True when this content is what was loaded last, so that nothing had to be done. */
  readonly unchanged: boolean
}

/**
 * Brings the database to what the pack says, in one transaction; processes that load together take turns.
 * What staff changed stays (`office.edited_at`, `hours_exception.set_by`), and where it differs is reported.
 * What vanished from the pack goes where nothing refers to it, and is reported where it has to stay.
 */
export async function loadPack(db: Database, pack: Pack, { report }: LoadOptions): Promise<LoadOutcome> {
  const hash = contentHash(pack)
  return db.transaction().execute(async (tx) => {
    await sql`set local statement_timeout = 0`.execute(tx)
    await sql`select pg_advisory_xact_lock(${PACK_LOCK})`.execute(tx)
    if ((await lastHash(tx)) === hash) return { unchanged: true }
    await replaceContent(tx, pack, report)
    await tx.insertInto('pack_load').values({ content_hash: hash }).execute()
    return { unchanged: false }
  })
}

async function replaceContent(tx: Tx, pack: Pack, report: LoadOptions['report']): Promise<void> {
  const kept = await findKept(tx)
  const parked = await parkNames(tx)
  await writePack(tx, pack, kept)
  await loadActivities(tx, pack, report)
  await loadLifeCircle(tx, pack)
  await loadNews(tx, pack)
  await removeVanished(tx, pack, { kept, parked, report })
  await reportKept(tx, pack, kept, report)
  await refreshSearchWithin(tx)
}

/** What the pack says, whatever the order of its columns, its line ends or its byte order mark. */
export const contentHash = (pack: Pack): string =>
  createHash('sha256').update(JSON.stringify(pack)).digest('hex')

/** The content that was loaded last; `null` before the first load. */
export async function lastHash(db: Database): Promise<string | null> {
  const last = await db
    .selectFrom('pack_load')
    .select('content_hash')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.content_hash ?? null
}
