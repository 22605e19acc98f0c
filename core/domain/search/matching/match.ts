import type { FieldRole, SearchDocument } from '../document'
import type { QueryPart } from '../query'
import { openField, type OpenField } from './field'
import { AGREEMENT, type Hit } from './hit'
import { cutsNumber, findLiteral, findNamed } from './literal'
import { findCharacterSlip, findLetterSlip } from './slip'
import { findSameSound, findSound } from './sound'

/** What it is called says more than where it is. Together with `CLOSENESS` less than one step of `AGREEMENT`. */
const ROLE_WEIGHT: Readonly<Record<FieldRole, number>> = {
  name: 40,
  kind: 35,
  related: 34,
  service: 32,
  alias: 30,
  compound: 22,
  'likely-compound': 20,
  place: 12,
  text: 0,
}
/** For a piece that is the whole of the field; less where the field says more. */
const CLOSENESS = 8
/** Characters of each half of a piece that is found in two. */
const SHORTEST_HALF = 2

export interface OpenDocument<Document extends SearchDocument = SearchDocument> {
  readonly document: Document
  readonly fields: readonly OpenField[]
}

export const openDocument = <Document extends SearchDocument>(
  document: Document,
): OpenDocument<Document> => ({
  document,
  fields: document.fields.map(openField),
})

export interface FieldHit {
  readonly field: OpenField
  readonly hit: Hit
  readonly score: number
}

/** Where a piece was found in a document; two places where it was found in halves. */
export interface PartMatch {
  readonly score: number
  readonly hits: readonly FieldHit[]
}

type Find = (field: OpenField) => Hit | null

/** The piece as it was typed, by characters or by letters; `null` where the document has nothing of it. */
export function matchStrictly(part: QueryPart, fields: readonly OpenField[]): PartMatch | null {
  const literal = best(fields, (field) => findLiteral(part.text, field))
  const found =
    literal ?? (part.isLetters || part.isMixed ? best(fields, (field) => findSound(part.text, field)) : null)
  return found === null ? null : { score: found.score, hits: [found] }
}

/** The piece as it may have been meant: with one slip, in halves, or as a question that names something. */
export function matchLoosely(part: QueryPart, fields: readonly OpenField[]): PartMatch | null {
  const { text, isLetters, sounds } = part
  const strict = matchStrictly(part, fields)
  if (strict !== null) return strict
  const alike = sounds === null ? null : best(fields, (field) => findSameSound(text, sounds, field))
  if (alike !== null) return { score: alike.score, hits: [alike] }
  const halves = isLetters ? null : splitMatch(text, fields)
  if (halves !== null) return halves
  const slip: Find = (field) => (isLetters ? findLetterSlip(text, field) : findCharacterSlip(text, field))
  const found = best(fields, slip) ?? best(fields, (field) => findNamed(text, field), text.length)
  return found === null ? null : { score: found.score, hits: [found] }
}

/** How well the piece agrees with the title alone; `null` where the title has nothing of it. */
export function matchTitle(part: QueryPart, [title]: readonly OpenField[]): PartMatch | null {
  return title === undefined ? null : matchStrictly(part, [title])
}

/** The best of the fields; the first of equals. */
function best(fields: readonly OpenField[], find: Find, whole?: number): FieldHit | null {
  let found: FieldHit | null = null
  for (const field of fields) {
    const hit = find(field)
    if (hit === null) continue
    const share = (hit.to - hit.from) / (whole ?? field.plain.text.length)
    const score = AGREEMENT[hit.agreement] + ROLE_WEIGHT[field.role] + CLOSENESS * Math.min(1, share)
    if (found === null || score > found.score) found = { field, hit, score }
  }
  return found
}

/** 武宁食堂: the first cut at which both halves stand in what the document is called, if not side by side. */
function splitMatch(text: string, all: readonly OpenField[]): PartMatch | null {
  const fields = all.filter(({ role }) => role !== 'text')
  for (let cut = text.length - SHORTEST_HALF; cut >= SHORTEST_HALF; cut -= 1) {
    if (cutsNumber(text, cut)) continue
    const left = best(fields, (field) => findLiteral(text.slice(0, cut), field))
    const right = left && best(fields, (field) => findLiteral(text.slice(cut), field))
    if (left === null || right === null) continue
    const weight = (ROLE_WEIGHT[left.field.role] + ROLE_WEIGHT[right.field.role]) / 2
    return { score: AGREEMENT.split + weight, hits: [left, right] }
  }
  return null
}
