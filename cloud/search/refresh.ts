import type { Transaction } from 'kysely'
import type { SearchField, SearchKind } from '../../core/domain/search/document'
import { spelledOut } from '../../core/domain/search/numbers'
import { documentTerms } from '../../core/domain/search/terms'
import type { Database } from '../database/connect'
import type { Schema } from '../database/schema'
import {
  forgetDocuments,
  sortIntoIndex,
  writeDocuments,
  type DocumentRow,
} from '../repositories/search/documents'
import { knowsSounds, writeSounds } from '../repositories/search/sounds'
import type { Reader } from '../repositories/search/sources/reader'
import type { ReadSources, Source, SpokenText } from '../repositories/search/sources/source'
import { readActivities } from '../repositories/search/sources/activities'
import { readFacilities, readOffices, readServices } from '../repositories/search/sources/directory'
import { readArticles, readWords } from '../repositories/search/sources/news'
import { takeStale, takeTurn } from '../repositories/search/stale'
import { openVoice, type Voice } from './voice'

type Tx = Transaction<Schema>

/** Changes taken up in one transaction: short enough that nobody waits for it. */
const BATCH = 1_000

/** Of a long article its beginning; what is further down is not what it is about. */
const LONGEST_TEXT = 300

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

async function refreshBatch(tx: Tx): Promise<number> {
  await takeTurn(tx)
  const stale = await takeStale(tx, BATCH)
  if (stale.length === 0) return 0
  const voice = await openVoice()
  await learnSounds(tx, voice)
  for (const [kind, readerOf] of Object.entries(READERS) as [SearchKind, (db: Reader) => ReadSources][]) {
    const ids = stale.filter((one) => one.kind === kind).map(({ id }) => id)
    if (ids.length > 0) await refreshKind(tx, kind, ids, readerOf(tx), voice)
  }
  return stale.length
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
  await writeDocuments(
    tx,
    sources.map((one) => documentRow(one, voice)),
  )
}

/** What is kept of a source: its texts with their readings, and the terms by which it is found. */
function documentRow(one: Source, voice: Voice): DocumentRow {
  const { kind, id, standing, gone, endsAt, about, offices } = one
  const fields = fieldsOf(one, voice)
  const terms = documentTerms({ kind, id, standing, gone, fields })
  return { kind, id, standing, gone, endsAt, fields, about, offices, terms }
}

function fieldsOf({ title, texts }: Source, voice: Voice): [SearchField, ...SearchField[]] {
  const others = [
    ...spelledOutOf({ role: 'name', text: title }),
    ...texts.flatMap((one) => [one, ...spelledOutOf(one)]),
  ].map(({ role, text }) => voice.spoken({ role, text: text.slice(0, LONGEST_TEXT) }))
  return [voice.spoken({ role: 'name', text: title }), ...others]
}

/** 梧桐路站（3、4 号线） is asked for as 3号线 and as 4号线. */
const spelledOutOf = ({ role, text }: SpokenText): readonly SpokenText[] =>
  role === 'text'
    ? []
    : spelledOut(text).map((one) => ({ role: role === 'name' ? 'related' : role, text: one }))

/** 一 to 鿿, once for each database. */
async function learnSounds(tx: Tx, voice: Voice): Promise<void> {
  if (await knowsSounds(tx)) return
  const characters = Array.from({ length: 0x9fff - 0x4e00 + 1 }, (_, at) => String.fromCharCode(0x4e00 + at))
  await writeSounds(tx, characters, voice.readCharacters(characters))
}
