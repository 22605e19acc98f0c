import type { ShanghaiDay, Instant } from '../../kernel/shanghai-time'
import type { SearchDocument, SearchKind } from './document'
import type { OpenDocument } from './matching/match'
import { queryPart, type QueryPart } from './query'
import type { Help, Need } from './question/needs'
import type { Question } from './question/question'
import { nextWeek, spansOf, type PartOfDay, type Span } from './question/when'
import { grouped, rankLoosely, rankStrictly, type Found, type Group } from './rank'

/** Days that the question named, and whether something is on then. */
export interface AskedDays {
  readonly firstDay: ShanghaiDay
  readonly lastDay: ShanghaiDay
  readonly part: PartOfDay | null
  /** Nothing is on then; what is listed comes later. */
  readonly none: boolean
}

export interface Answer<Document extends SearchDocument = SearchDocument> {
  /** The kind of the best first, within each the best. */
  readonly groups: readonly Group<Found<Document>>[]
  /** Nothing has what was typed; these are guesses at what was meant. */
  readonly guessed: boolean
  readonly days: AskedDays | null
  /** Whom to call, where nobody here is known to help, or not for certain; `null` where what was found is enough. */
  readonly help: Help | null
  /** What to call stands before what was found: that only mentions it. */
  readonly helpFirst: boolean
}

/** What an answer has to look up, one after the other. */
export type Lookup<Document extends SearchDocument> =
  /** Documents that may have all of these pieces in what they are called, then also in their texts. */
  | { readonly kind: 'names' | 'texts'; readonly parts: readonly QueryPart[] }
  /** Documents that may be called by one of these words. */
  | { readonly kind: 'words'; readonly words: readonly QueryPart[] }
  /** Documents that may have been meant; the pieces come back with their sounds. */
  | { readonly kind: 'guesses'; readonly parts: readonly QueryPart[] }
  /** Activities that are on in one of these spans, the earliest first. */
  | { readonly kind: 'activities'; readonly spans: readonly Span[] }
  /** Which of these are still there, activities within the spans. */
  | { readonly kind: 'there'; readonly documents: readonly Document[]; readonly spans: readonly Span[] }

export interface LookedUp<Document extends SearchDocument> {
  readonly documents: readonly OpenDocument<Document>[]
  /** Of guesses. */
  readonly parts?: readonly QueryPart[]
}

type Looking<Document extends SearchDocument, Result> = Generator<
  Lookup<Document>,
  Result,
  LookedUp<Document>
>

/** Lines of one kind in an answer. */
export const LINES_OF_A_KIND = 10
/** Found by name; with as many as this nobody looks for words inside texts. */
const ENOUGH = 24

const NOTHING = { groups: [], guessed: false, days: null, help: null, helpFirst: false } as const

/**
 * Answers a question, asking whoever drives it (the server its index, a phone its shelf) for one thing after the other:
 * activities on the days that were named; what is called like that; what is called like that without fillers; who helps
 * in such a need; what is written about it; guesses. Where nothing is found, or nobody is known to help, it says whom to
 * call.
 */
export function* answering<Document extends SearchDocument>(
  question: Question,
  now: Instant,
): Looking<Document, Answer<Document>> {
  const { whole, subjects, need, needAndRest } = question
  if (whole.length === 0) return NOTHING
  if (asksActivities(question)) {
    const answer = yield* activities<Document>(question, now)
    if (answer !== null) return answer
  }
  const weak: (readonly Group<Found<Document>>[])[] = []
  for (const parts of [whole, ...subjects]) {
    const groups = yield* stillThere<Document>(yield* strictly<Document>(parts))
    const [best] = groups[0]?.items ?? []
    if (best === undefined) continue
    const answer = { ...NOTHING, groups: whatIsWantedFirst(groups, question) }
    if (isCalled(best)) return { ...answer, help: need?.alwaysHelp === true ? need.help : null }
    weak.push(answer.groups)
  }
  const named = need === null ? null : yield* whoIsNamed<Document>(need, needAndRest.slice(0, -1))
  if (named !== null) return named
  if (need !== null) {
    const groups = yield* whoHelps<Document>(need, needAndRest)
    const known = groups.length > 0
    return {
      ...NOTHING,
      groups: known ? groups : (weak[0] ?? []),
      help: known && !need.alwaysHelp ? null : need.help,
      helpFirst: !known,
    }
  }
  const [written] = weak
  if (written !== undefined) return { ...NOTHING, groups: written }
  if (question.namesActivities) return yield* upcoming<Document>(question, now)
  for (const parts of [whole, ...subjects.slice(-1)]) {
    const guesses = yield { kind: 'guesses', parts }
    const groups = yield* stillThere<Document>(rankLoosely(guesses.documents, guesses.parts ?? parts))
    if (groups.length > 0) return { ...NOTHING, groups, guessed: true, help: 'hotline' }
  }
  return { ...NOTHING, help: 'hotline' }
}

/** A day alone asks for activities too, unless something is asked of a place on that day. */
const asksActivities = ({ when, namesActivities, wants }: Question): boolean =>
  namesActivities || (when !== null && wants !== 'visit')

/** Activities on the days that were named, about what was named; `null` where the words mean something else. */
function* activities<Document extends SearchDocument>(
  question: Question,
  now: Instant,
): Looking<Document, Answer<Document> | null> {
  const { when, subjects } = question
  const spans = when === null ? [{ from: now, to: null }] : spansOf(when, now)
  const on = spans.length === 0 ? [] : (yield { kind: 'activities', spans }).documents
  if (subjects.length === 0) {
    if (on.length === 0) return yield* upcoming<Document>(question, now)
    const groups = yield* stillThere<Document>(inTheirOrder(on), spans)
    if (groups.length === 0) return yield* upcoming<Document>(question, now)
    return {
      ...NOTHING,
      groups: [...groups, ...(yield* besides<Document>(question))],
      days: daysOf(when, false),
    }
  }
  for (const parts of subjects) {
    const groups = yield* stillThere<Document>(rankStrictly(on, parts), spans)
    if (groups.length > 0) return { ...NOTHING, groups, days: daysOf(when, false) }
  }
  if (when === null) return null
  const later = [{ from: spans[0]?.from ?? now, to: null }]
  const { documents } = yield { kind: 'activities', spans: later }
  for (const parts of subjects) {
    const groups = yield* stillThere<Document>(rankStrictly(documents, parts), later)
    if (groups.length > 0) return { ...NOTHING, groups, days: daysOf(when, true) }
  }
  return null
}

/** What comes next after the days that were named: on the same days of the next week, or from then on. */
function* upcoming<Document extends SearchDocument>(
  { when }: Question,
  now: Instant,
): Looking<Document, Answer<Document>> {
  const after = when === null ? now : (spansOf({ ...when, part: null }, now)[0]?.from ?? now)
  const tries = [
    ...(when?.isWeekly === true ? [spansOf(nextWeek(when), now)] : []),
    [{ from: after, to: null }],
  ]
  for (const spans of tries) {
    const { documents } = yield { kind: 'activities', spans }
    const groups = yield* stillThere<Document>(inTheirOrder(documents), spans)
    if (groups.length > 0) return { ...NOTHING, groups, days: daysOf(when, true) }
  }
  return { ...NOTHING, days: daysOf(when, true), help: 'hotline' }
}

/** Beside activities what else is called so; of days that were named nothing else is. */
function* besides<Document extends SearchDocument>({
  when,
  whole,
}: Question): Looking<Document, readonly Group<Found<Document>>[]> {
  if (when !== null) return []
  const groups = yield* stillThere<Document>(yield* strictly<Document>(whole))
  return groups.filter(({ kind }) => kind !== 'activity')
}

const daysOf = (when: Question['when'], none: boolean): AskedDays | null =>
  when === null ? null : { firstDay: when.firstDay, lastDay: when.lastDay, part: when.part, none }

const inTheirOrder = <Document extends SearchDocument>(
  documents: readonly OpenDocument<Document>[],
): readonly Found<Document>[] =>
  documents.map(({ document }) => ({
    document,
    title: { text: document.fields[0].text, marks: [] },
    reason: null,
  }))

/**
 * Who helps in such a need: there where the question says, else by the first word that something of the right kind is
 * called by. Within a kind in the order of the data pack.
 */
function* whoHelps<Document extends SearchDocument>(
  { looksFor, kinds }: Need,
  needAndRest: readonly QueryPart[],
): Looking<Document, readonly Group<Found<Document>>[]> {
  if (needAndRest.length > 0) {
    const found = (yield* strictly<Document>(needAndRest)).filter(isCalled)
    const groups = yield* stillThere<Document>(found)
    if (groups.length > 0) return inKinds(groups, kinds)
  }
  if (looksFor.length === 0) return []
  const words = looksFor.map((word) => queryPart(word))
  const { documents } = yield { kind: 'words', words }
  const right = documents.filter(({ document: { kind } }) => kinds.includes(kind))
  for (const word of words) {
    const found = [...rankStrictly(right, [word]).filter(isCalled)].sort(inPackOrder)
    const groups = found.length === 0 ? [] : yield* stillThere<Document>(found)
    if (groups.length > 0) return inKinds(groups, kinds)
  }
  return []
}

/** Who is called or stands as was said beside the word, whatever word was used: 南杨园居委, 武宁路上的会客厅. */
function* whoIsNamed<Document extends SearchDocument>(
  { isNamed, kinds }: Need,
  parts: readonly QueryPart[],
): Looking<Document, Answer<Document> | null> {
  if (!isNamed || parts.length === 0) return null
  const isOne = ({ document, reason }: Found<Document>): boolean =>
    document.kind === kinds[0] && reason?.role !== 'text'
  // What was said first names it, the rest may be of something in it: 二楼.
  for (const some of [parts, parts.slice(0, 1)]) {
    const groups = yield* stillThere<Document>((yield* strictly<Document>(some)).filter(isOne))
    if (groups.length > 0) return { ...NOTHING, groups }
  }
  const guesses = yield { kind: 'guesses', parts }
  const guessed = rankLoosely(guesses.documents, guesses.parts ?? parts).filter(isOne)
  const meant = yield* stillThere<Document>(guessed)
  return meant.length === 0 ? null : { ...NOTHING, groups: meant, guessed: true, help: 'hotline' }
}

const inPackOrder = ({ document: one }: Found, { document: other }: Found): number =>
  Number(one.gone) - Number(other.gone) || one.standing - other.standing

function* strictly<Document extends SearchDocument>(
  parts: readonly QueryPart[],
): Looking<Document, readonly Found<Document>[]> {
  const { documents } = yield { kind: 'names', parts }
  const byName = rankStrictly(documents, parts)
  if (byName.length >= ENOUGH) return byName
  const more = (yield { kind: 'texts', parts }).documents
  if (more.length === 0) return byName
  const known = new Set(documents.map(keyOf))
  return rankStrictly([...documents, ...more.filter((one) => !known.has(keyOf(one)))], parts)
}

/** The lines of an answer, without what is gone meanwhile. */
function* stillThere<Document extends SearchDocument>(
  found: readonly Found<Document>[],
  spans: readonly Span[] = [],
): Looking<Document, readonly Group<Found<Document>>[]> {
  if (found.length === 0) return []
  const groups = grouped(found, LINES_OF_A_KIND)
  const shown = groups.flatMap(({ items }) => items.map(({ document }) => document))
  const there = new Set((yield { kind: 'there', documents: shown, spans }).documents.map(keyOf))
  return groups
    .map(({ items, ...group }) => ({ ...group, items: items.filter((one) => there.has(keyOf(one))) }))
    .filter(({ items }) => items.length > 0)
}

const keyOf = ({ document }: { readonly document: SearchDocument }): string =>
  `${document.kind} ${document.id}`

/** It is called so, or handles it; a word in a text or in an address says less than who helps in a need. */
const isCalled = ({ reason }: Found): boolean =>
  reason === null || (reason.role !== 'text' && reason.role !== 'place')

const TO_GO: readonly SearchKind[] = ['office', 'service', 'facility', 'activity']

/** Who asks when and where wants somewhere to go first, who asks what a word means its explanation. */
function whatIsWantedFirst<Document extends SearchDocument>(
  groups: readonly Group<Found<Document>>[],
  { wants }: Question,
): readonly Group<Found<Document>>[] {
  if (wants === null) return groups
  const leads = ({ kind }: Group<unknown>): boolean =>
    wants === 'meaning' ? kind === 'word' : TO_GO.includes(kind)
  return [...groups.filter(leads), ...groups.filter((group) => !leads(group))]
}

const inKinds = <Item>(
  groups: readonly Group<Item>[],
  kinds: readonly SearchKind[],
): readonly Group<Item>[] =>
  [...groups].sort((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind))
