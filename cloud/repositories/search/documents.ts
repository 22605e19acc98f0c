import { sql, type Transaction } from 'kysely'
import type { SearchDocument, SearchKind } from '../../../core/domain/search/document'
import type { Instant } from '../../../core/kernel/shanghai-time'
import type { Schema } from '../../database/schema'
import type { Reader } from './sources/reader'

type Tx = Transaction<Schema>

/** A document as it lies in the index; `terms` are all by which it is found. */
export interface DocumentRow extends SearchDocument {
  readonly endsAt: Instant | null
  readonly about: string | null
  readonly offices: readonly string[]
  readonly terms: readonly string[]
}

/** Writes these documents in one statement, over those that are there. */
export async function writeDocuments(tx: Tx, documents: readonly DocumentRow[]): Promise<void> {
  if (documents.length === 0) return
  const rows = documents.map(({ endsAt, terms, ...row }) => ({
    ...row,
    ends_at: endsAt === null ? null : new Date(endsAt),
    terms: arrayLiteral(terms),
  }))
  await sql`
    insert into search_document (kind, id, standing, gone, ends_at, fields, about, offices, terms)
    select kind, id, standing, gone, ends_at, fields, about, offices, terms::text[]
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as made (
      kind text, id text, standing integer, gone boolean, ends_at timestamptz, fields jsonb, about text,
      offices text[], terms text
    )
    on conflict (kind, id) do update set standing = excluded.standing, gone = excluded.gone,
      ends_at = excluded.ends_at, fields = excluded.fields, about = excluded.about, offices = excluded.offices,
      terms = excluded.terms`.execute(tx)
}

/** As PostgreSQL reads an array of text: far quicker than a list of a hundred values in JSON. */
const arrayLiteral = (values: readonly string[]): string =>
  `{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`

export async function forgetDocuments(tx: Tx, kind: SearchKind, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.deleteFrom('search_document').where('kind', '=', kind).where('id', 'in', ids).execute()
}

/** What waits beside the index would be walked through by every search. */
export async function sortIntoIndex(db: Reader): Promise<void> {
  await sql`select sort_search_index()`.execute(db)
}
