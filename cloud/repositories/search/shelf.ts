import { sql, type Kysely } from 'kysely'
import type { SearchKind } from '../../../core/domain/search/document'
import type { Instant } from '../../../core/kernel/shanghai-time'
import { at } from '../../database/at'
import type { Schema } from '../../database/schema'
import type { Candidate } from './candidates'

type Reader = Kysely<Schema>

/** What a 街道 has of each fits; of what comes and goes the nearest. */
const MOST_KEPT: Readonly<Record<SearchKind, number>> = {
  office: 120,
  service: 80,
  facility: 200,
  activity: 40,
  word: 40,
  news: 40,
}

/** The documents that a phone keeps, by kind and standing. */
export async function readShelf(db: Reader, now: Instant): Promise<readonly Candidate[]> {
  const { rows } = await sql<Candidate>`
    select document.kind, document.id, standing, gone, fields, about, offices
    from jsonb_each_text(${JSON.stringify(MOST_KEPT)}::jsonb) as most (kind, count) cross join lateral (
      select kind, id, standing, gone, fields, about, offices from search_document
      where kind = most.kind and (ends_at is null or ends_at > ${at(now)})
      order by standing, id limit most.count::integer
    ) as document
    order by document.kind, standing, document.id`.execute(db)
  return rows
}

/** Those of GB 2312, first level: what is written in nearly every text. */
const EVERYDAY: readonly string[] = everydayCharacters()

/** `jin:今金津`, a line for each sound. */
export async function readEverydaySounds(db: Reader): Promise<string> {
  const { rows } = await sql<{ line: string }>`
    select sound || ':' || string_agg(character, '' order by character) as line from search_sound
    where character = any(${EVERYDAY}::text[]) group by sound order by sound`.execute(db)
  return rows.map(({ line }) => line).join('\n')
}

/** Rows 16 to 55 of the standard are its first level; GBK writes each as two bytes. */
function everydayCharacters(): readonly string[] {
  const bytes: number[] = []
  for (let row = 0xb0; row <= 0xd7; row += 1) {
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell += 1) bytes.push(row, cell)
  }
  return Array.from(new TextDecoder('gbk').decode(Uint8Array.from(bytes)))
}
