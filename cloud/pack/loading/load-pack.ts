import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../../database/connect'
import { analyzeSmallTables } from '../../database/role-settings'
import { waitForLocks } from '../../database/wait-for-locks'
import { refreshSearchWithin } from '../../search/refresh'
import type { Pack } from '../pack'
import { loadActivities } from './activities'
import { differencesOf, sayDifference } from '../writing/differences'
import { readRows } from '../writing/read-rows'
import { findEditedByStaff, reportEditedByStaff, type EditedByStaff } from './edited-by-staff'
import { withoutRemoved, withoutTakenNames } from './left-out'
import { type Tx, upsert } from './rows'
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
 * What staff changed or removed stays so (`edited_at`, `hours_exception.set_by`, `removed_row`), and where it differs
 * is reported. What vanished from the pack goes where nothing refers to it, and is reported where it has to stay.
 */
export async function loadPack(db: Database, pack: Pack, { report }: LoadOptions): Promise<LoadOutcome> {
  const hash = contentHash(pack)
  const outcome = await db.transaction().execute(async (tx) => {
    await takeTurn(tx)
    if ((await lastHash(tx)) === hash) return { unchanged: true }
    await replaceContent(tx, pack, report)
    await tx.insertInto('pack_load').values({ content_hash: hash }).execute()
    return { unchanged: false }
  })
  if (!outcome.unchanged) await analyzeSmallTables(db)
  return outcome
}

/** What is said of these anyway where they vanish, with the reason where they stay. */
const VANISHING = new Set([
  'offices.csv',
  'compounds.csv',
  'neighbourhoods.csv',
  'services.csv',
  'activities.csv',
])

/** Says what loading would change, in the words of the editor, and changes nothing. */
export async function previewPack(db: Database, pack: Pack): Promise<readonly string[]> {
  const tx = await db.startTransaction().execute()
  try {
    await takeTurn(tx)
    const reports: string[] = []
    const before = await readRows(tx)
    await replaceContent(tx, pack, (sentence) => reports.push(sentence))
    const found = differencesOf(before, await readRows(tx))
    const told = found.filter(({ file, after }) => after !== null || !VANISHING.has(file))
    return [...told.map(sayDifference), ...reports]
  } finally {
    await tx.rollback().execute()
  }
}

async function takeTurn(tx: Tx): Promise<void> {
  await sql`set local statement_timeout = 0`.execute(tx)
  await waitForLocks(tx)
  await sql`select pg_advisory_xact_lock(${PACK_LOCK})`.execute(tx)
}

async function replaceContent(tx: Tx, whole: Pack, report: LoadOptions['report']): Promise<void> {
  const edited = await findEditedByStaff(tx)
  const pack = withoutTakenNames(await withoutRemoved(tx, whole, report), edited, report)
  const parked = await parkNames(tx)
  await writePack(tx, pack, edited)
  await loadActivities(tx, pack, report)
  await loadLifeCircle(tx, pack)
  await loadNews(tx, pack)
  await removeVanished(tx, pack, { edited, parked, report })
  await reportEditedByStaff(tx, pack, edited, report)
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

/** Kinds, places and streets as the pack has them; what it no longer has goes, unless staff changed it. */
async function loadLifeCircle(tx: Tx, pack: Pack): Promise<void> {
  const [places, kinds] = [pack.facilities, pack.facilityKinds].map((rows) => rows.map(({ id }) => id))
  await sql`delete from facility where edited_at is null and not (id = any(${places}::text[]))`.execute(tx)
  await upsert(tx, 'facility_kind', ['id'], pack.facilityKinds, UNEDITED)
  await upsert(tx, 'facility', ['id'], pack.facilities, UNEDITED)
  await sql`
    delete from facility_kind as kind where edited_at is null and not (id = any(${kinds}::text[]))
      and not exists (select from facility where kind_id = kind.id)`.execute(tx)
  await tx.deleteFrom('street_graph').execute()
  if (pack.streets !== null) {
    await upsert(tx, 'street_graph', ['single'], [{ single: true, ...pack.streets }])
  }
}

/**
 * Articles, files and words as the pack has them; what it no longer has goes, unless staff changed it. Of notices only
 * its own; one that staff withdrew stays withdrawn.
 */
async function loadNews(tx: Tx, { articles, articleFiles, words, notices }: Pack): Promise<void> {
  await tx.deleteFrom('article').where('edited_at', 'is', null).execute()
  await sql`
    delete from article_file where not exists (
      select from article where strpos(blocks::text, article_file.name) > 0
    )`.execute(tx)
  await tx.deleteFrom('explained_word').execute()
  await upsert(tx, 'article', ['id'], articles, UNEDITED)
  await upsert(tx, 'article_file', ['name'], articleFiles)
  await upsert(tx, 'explained_word', ['id'], words)
  const ids = notices.map(({ id }) => id)
  await sql`
    delete from notice
    where origin = 'pack' and edited_at is null and not (id = any(${ids}::text[]))`.execute(tx)
  await upsert(tx, 'notice', ['id'], notices, UNEDITED)
}

/** A row that staff changed is theirs. */
const UNEDITED = ['edited_at'] as const

/** Writes every row of the pack that staff did not change; with an office goes all that is its own. */
async function writePack(tx: Tx, pack: Pack, edited: EditedByStaff): Promise<void> {
  const isFree = ({ office_id: id }: { readonly office_id: string }): boolean => !edited.offices.has(id)
  const offices = pack.offices.filter(({ id }) => !edited.offices.has(id))
  await upsert(tx, 'setting', ['key'], pack.settings, UNEDITED)
  await upsert(tx, 'service', ['id'], pack.services, UNEDITED)
  await upsert(tx, 'neighbourhood', ['id'], pack.neighbourhoods, UNEDITED)
  await upsert(tx, 'office', ['id'], offices)
  await upsert(tx, 'compound', ['id'], pack.compounds, UNEDITED)
  const ids = offices.map(({ id }) => id)
  if (ids.length > 0) await clearParts(tx, ids)
  await upsert(tx, 'office_service', ['office_id', 'service_id'], pack.officeServices.filter(isFree))
  await upsert(tx, 'opening_zone', ['office_id', 'id'], pack.zones.filter(isFree))
  await upsert(
    tx,
    'opening_hours',
    ['office_id', 'zone_id', 'weekday', 'from_minute'],
    pack.hours.filter(isFree),
  )
  await upsert(tx, 'entrance', ['office_id', 'id'], pack.entrances.filter(isFree))
  await writeExceptions(tx, pack)
}

/** Zones stay until their successors are written: what staff set for single days hangs on them. */
async function clearParts(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.deleteFrom('office_service').where('office_id', 'in', ids).execute()
  await tx.deleteFrom('opening_hours').where('office_id', 'in', ids).execute()
  await tx.deleteFrom('entrance').where('office_id', 'in', ids).execute()
  // One main zone at any moment (partial unique index): nobody is main until the pack says who.
  await tx.updateTable('opening_zone').set({ main: false }).where('office_id', 'in', ids).execute()
}

/** Single days of the pack; a day that staff set stays theirs, and an office that staff changed may lack the zone. */
async function writeExceptions(tx: Tx, pack: Pack): Promise<void> {
  await tx.deleteFrom('hours_exception').where('set_by', 'is', null).where('set_at', 'is', null).execute()
  const zones = await tx.selectFrom('opening_zone').select(['office_id', 'id']).execute()
  const known = new Set(zones.map((zone) => `${zone.office_id} ${zone.id}`))
  const rows = pack.exceptions.filter((row) => known.has(`${row.office_id} ${row.zone_id}`))
  await upsert(tx, 'hours_exception', ['office_id', 'zone_id', 'day'], rows, ['set_by', 'set_at'])
}
