import { SEARCH_KINDS, type FieldRole, type SearchDocument, type SearchKind } from './document'
import {
  matchLoosely,
  matchStrictly,
  matchTitle,
  type FieldHit,
  type OpenDocument,
  type PartMatch,
} from './matching/match'
import { originRange } from './plain'
import type { QueryPart } from './query'

/** `[from, to)` in UTF-16 units of the text beside it. */
export type Mark = readonly [from: number, to: number]

export interface MarkedText {
  readonly text: string
  /** In order, apart from each other. */
  readonly marks: readonly Mark[]
}

/** Why something was found, where its title does not say so: 服务：加装电梯. */
export interface Reason extends MarkedText {
  readonly role: FieldRole
}

export interface Found<Document extends SearchDocument = SearchDocument> {
  readonly document: Document
  readonly title: MarkedText
  readonly reason: Reason | null
}

export interface Ranking<Document extends SearchDocument = SearchDocument> {
  readonly found: readonly Found<Document>[]
  /** Nothing has what was typed; these are guesses at what was meant. */
  readonly guessed: boolean
}

interface Candidate<Document extends SearchDocument> {
  readonly open: OpenDocument<Document>
  /** For each piece of the query, where the document has it, and where its title does. */
  readonly pieces: readonly { readonly match: PartMatch | null; readonly title: PartMatch | null }[]
  /** How many of the pieces it has. */
  readonly had: number
  readonly score: number
  readonly titleScore: number
}

/** Who asks for 加梯 wants to know where to go before what the word means or what was written about it. */
const TO_READ_BEHIND = 20
const TO_READ: ReadonlySet<SearchKind> = new Set(['word', 'news'])

/**
 * What was meant, best first. A document has to have every piece of the query; only where none has, slips are
 * forgiven, and documents with the most pieces win. Pure and total: the same documents and query give the same
 * order wherever and in whatever order they come.
 */
export function rank<Document extends SearchDocument>(
  documents: readonly OpenDocument<Document>[],
  query: readonly QueryPart[],
): Ranking<Document> {
  const found = rankStrictly(documents, query)
  if (found.length > 0) return { found, guessed: false }
  const guesses = rankLoosely(documents, query)
  return { found: guesses, guessed: guesses.length > 0 }
}

/** Documents that have every piece of the query as it was typed. */
export function rankStrictly<Document extends SearchDocument>(
  documents: readonly OpenDocument<Document>[],
  query: readonly QueryPart[],
): readonly Found<Document>[] {
  if (query.length === 0) return []
  return inOrder(candidates(documents, query, matchStrictly).filter(({ had }) => had === query.length))
}

/** Documents with the most pieces of the query, slips forgiven. */
export function rankLoosely<Document extends SearchDocument>(
  documents: readonly OpenDocument<Document>[],
  query: readonly QueryPart[],
): readonly Found<Document>[] {
  if (query.length === 0) return []
  const loose = candidates(documents, query, matchLoosely)
  const most = loose.reduce((highest, { had }) => Math.max(highest, had), 0)
  return inOrder(loose.filter(({ had }) => had === most))
}

function candidates<Document extends SearchDocument>(
  documents: readonly OpenDocument<Document>[],
  query: readonly QueryPart[],
  match: typeof matchStrictly,
): readonly Candidate<Document>[] {
  return documents.flatMap((open): Candidate<Document>[] => {
    const matches = query.map((part) => match(part, open.fields))
    const had = matches.filter((found) => found !== null).length
    if (had === 0) return []
    const titles = query.map((part) => matchTitle(part, open.fields))
    const pieces = matches.map((found, index) => ({ match: found, title: titles[index] ?? null }))
    const behind = TO_READ.has(open.document.kind) ? TO_READ_BEHIND : 0
    return [{ open, pieces, had, score: sum(matches) - behind, titleScore: sum(titles) }]
  })
}

const sum = (matches: readonly (PartMatch | null)[]): number =>
  matches.reduce((total, match) => total + (match?.score ?? 0), 0)

const inOrder = <Document extends SearchDocument>(
  found: readonly Candidate<Document>[],
): readonly Found<Document>[] => [...found].sort(before).map(foundOf)

function before(one: Candidate<SearchDocument>, other: Candidate<SearchDocument>): number {
  const [a, b] = [one.open.document, other.open.document]
  return (
    Number(a.gone) - Number(b.gone) ||
    other.score - one.score ||
    other.titleScore - one.titleScore ||
    SEARCH_KINDS.indexOf(a.kind) - SEARCH_KINDS.indexOf(b.kind) ||
    a.standing - b.standing ||
    (a.id < b.id ? -1 : Number(a.id > b.id))
  )
}

/** What the title says itself needs no other reason. */
function foundOf<Document extends SearchDocument>({ open, pieces }: Candidate<Document>): Found<Document> {
  const { document, fields } = open
  const hits = pieces
    .flatMap(({ match, title }) => (title ?? match)?.hits ?? [])
    .map((hit) => movedToTitle(hit, open))
  const elsewhere = hits.filter(({ field }) => field !== fields[0])
  const [why] = [...elsewhere].sort((one, other) => other.score - one.score)
  return {
    document,
    title: { text: document.fields[0].text, marks: marksOf(hits.filter((hit) => !elsewhere.includes(hit))) },
    reason:
      why === undefined ? null : { role: why.field.role, text: why.field.original, marks: marksOf([why]) },
  }
}

/** What was found in a shorter name is marked in the title where the title contains that name. */
function movedToTitle(found: FieldHit, { fields: [title] }: OpenDocument): FieldHit {
  if (title === undefined || found.field.role !== 'name' || found.field === title) return found
  const shift = title.plain.text.indexOf(found.field.plain.text)
  if (shift < 0) return found
  const { agreement, from, to } = found.hit
  return { ...found, field: title, hit: { agreement, from: from + shift, to: to + shift } }
}

/** As ranges of the original text, overlapping ones joined. */
function marksOf(hits: readonly FieldHit[]): readonly Mark[] {
  const ranges = hits
    .map(({ field, hit }) => originRange(field.plain, hit.from, hit.to))
    .sort(([one], [other]) => one - other)
  const joined: [number, number][] = []
  for (const [from, to] of ranges) {
    const last = joined[joined.length - 1]
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to)
    else joined.push([from, to])
  }
  return joined
}

export interface Group<Item> {
  readonly kind: SearchKind
  readonly items: readonly Item[]
  /** Found beyond those that are listed. */
  readonly more: number
}

/** By kind; the kind of the best comes first, within each the best. */
export function grouped<Document extends SearchDocument>(
  found: readonly Found<Document>[],
  most: number,
): readonly Group<Found<Document>>[] {
  const kinds = [...new Set(found.map(({ document }) => document.kind))]
  return kinds.map((kind) => {
    const items = found.filter(({ document }) => document.kind === kind)
    return { kind, items: items.slice(0, most), more: Math.max(0, items.length - most) }
  })
}
