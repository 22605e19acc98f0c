import { sql, type Transaction } from 'kysely'
import type { SearchDocument, SearchField, SearchKind } from '../../core/domain/search/document'
import { documentTerms } from '../../core/domain/search/terms'
import type { Schema } from '../database/schema'
import type { Source } from './source'
import type { Voice } from './voice'

type Tx = Transaction<Schema>

/** Of a long article its beginning; what is further down is not what it is about. */
const LONGEST_TEXT = 300

/** Writes the documents of these sources in one statement, over those that are there. */
export async function recordDocuments(tx: Tx, sources: readonly Source[], voice: Voice): Promise<void> {
  if (sources.length === 0) return
  const rows = sources.map((one) => rowOf(one, voice))
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

function rowOf(one: Source, voice: Voice) {
  const { kind, id, standing, gone, endsAt, about, offices } = one
  const fields = fieldsOf(one, voice)
  const document: SearchDocument = { kind, id, standing, gone, fields }
  return {
    kind,
    id,
    standing,
    gone,
    ends_at: endsAt === null ? null : new Date(endsAt),
    fields,
    about,
    offices,
    terms: arrayLiteral(documentTerms(document)),
  }
}

function fieldsOf({ title, texts }: Source, voice: Voice): [SearchField, ...SearchField[]] {
  const others = texts.map(({ role, text }) => voice.spoken({ role, text: text.slice(0, LONGEST_TEXT) }))
  return [voice.spoken({ role: 'name', text: title }), ...others]
}

/** As PostgreSQL reads an array of text: far quicker than a list of a hundred values in JSON. */
const arrayLiteral = (values: readonly string[]): string =>
  `{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`

export async function forgetDocuments(tx: Tx, kind: SearchKind, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.deleteFrom('search_document').where('kind', '=', kind).where('id', 'in', ids).execute()
}

export async function recordSounds(
  tx: Tx,
  characters: readonly string[],
  sounds: readonly string[],
): Promise<void> {
  await sql`
    insert into search_sound (character, sound)
    select character, sound from unnest(${characters}::text[], ${sounds}::text[]) as read (character, sound)
    where sound ~ '^[a-z]+$'
    on conflict do nothing`.execute(tx)
}
