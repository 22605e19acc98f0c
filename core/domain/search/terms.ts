import type { FieldRole, SearchDocument } from './document'
import { openField, type OpenField, type Reading } from './matching/field'
import { LONGEST_NAMED, SHORTEST_NAMED } from './matching/literal'
import { SHORTEST_SLIP } from './matching/slip'
import type { QueryPart } from './query'

// A term is one way in which a document may be asked for; its first character says which:
//   =  a whole field, in characters, letters or initials        ^  how a field begins
//   .  one or two characters of a name                          ?  first and third of three: the second may be wrong
//   ,  two characters of a text                                 '  letters with which a word begins
//   ~  five letters with which a word begins, or four of them: two words with one slip have one in common

/** Letters of the beginnings that are kept: of a word in full, and of its initials with those that follow. */
const FULL_BEGINNINGS = [2, 3, 4, 6] as const
const INITIAL_BEGINNINGS = [2, 3, 4] as const
const MOST_INITIALS = 4
const SLIP_LETTERS = 5

const pairs = (text: string): readonly string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2))

const withoutOne = (text: string): readonly string[] =>
  Array.from(text, (_, at) => text.slice(0, at) + text.slice(at + 1))

const slips = (letters: string): readonly string[] => {
  const start = letters.slice(0, SLIP_LETTERS)
  return [start, ...withoutOne(start)].map((one) => `~${one}`)
}

/** Every term of a document, once. What `rank` finds, `wanted` of the same query asks for by one of them. */
export function documentTerms(document: SearchDocument): readonly string[] {
  const terms = new Set<string>()
  for (const field of document.fields.map(openField)) {
    if (field.role !== 'text') addNameTerms(field, terms)
    else for (const pair of pairs(field.plain.text)) terms.add(`,${pair}`)
  }
  return [...terms]
}

function addNameTerms(field: OpenField, terms: Set<string>): void {
  const { text } = field.plain
  if (text === '') return
  terms.add(`=${text}`)
  terms.add(`^${text.slice(0, 1)}`)
  terms.add(`^${text.slice(0, 2)}`)
  for (const character of text) terms.add(`.${character}`)
  for (const pair of pairs(text)) terms.add(`.${pair}`)
  if (field.role !== 'place') {
    for (let at = 0; at + 2 < text.length; at += 1) terms.add(`?${text.charAt(at)}${text.charAt(at + 2)}`)
  }
  for (const reading of field.readings) addSoundTerms(field.role, reading, terms)
}

function addSoundTerms(role: FieldRole, { syllables, starts }: Reading, terms: Set<string>): void {
  terms.add(`=${syllables.join('')}`)
  terms.add(`=${initials(syllables)}`)
  terms.add(`^${(syllables[0] ?? '').slice(0, 1)}`)
  for (const start of starts) {
    const letters = syllables.slice(start, start + Math.max(...FULL_BEGINNINGS)).join('')
    const firsts = initials(syllables.slice(start, start + MOST_INITIALS))
    for (const length of FULL_BEGINNINGS)
      if (letters.length >= length) terms.add(`'${letters.slice(0, length)}`)
    for (const length of INITIAL_BEGINNINGS)
      if (firsts.length >= length) terms.add(`'${firsts.slice(0, length)}`)
    if (role !== 'place' && letters.length >= SLIP_LETTERS - 1)
      for (const slip of slips(letters)) terms.add(slip)
  }
}

const initials = (syllables: readonly string[]): string => syllables.map((one) => one.charAt(0)).join('')

/** Terms of which a document has to have all. */
type All = readonly string[]
/** Ways to be asked for; one of them is enough. */
export type AnyOf = readonly All[]
/** Pieces of the query; a document has to answer each. */
export type Wanted = readonly AnyOf[]

/**
 * What to ask the index for; each may bring far more than can be ranked, so each is asked for by itself and cut off.
 */
export const wantedByName = (query: readonly QueryPart[]): readonly Wanted[] =>
  together([whole, beginning, inNames, byLetters], query)

/** The same where names have too little: in texts, by the first letters, one piece here and another there. */
export const wantedAnywhere = (query: readonly QueryPart[]): readonly Wanted[] =>
  together([inTexts, byFewLetters], query).concat(
    query.length > 1 ? [query.map((part) => STRICT_WAYS.flatMap((ways) => ways(part)))] : [],
  )

/** Whatever is called by one of these words, wholly or somewhere in its name. */
export const wantedByOneOf = (words: readonly QueryPart[]): readonly Wanted[] =>
  [whole, inNames].map((ways) => [words.flatMap(ways)])

/** All pieces in the same way; a way that one of them has not is left out. */
const together = (all: readonly Ways[], query: readonly QueryPart[]): readonly Wanted[] =>
  all
    .map((ways) => query.map(ways))
    .filter((wanted) => wanted.length > 0 && wanted.every((anyOf) => anyOf.length > 0))

/** The same for what may have been meant; one piece of the query is enough. */
export const looselyWanted = (query: readonly QueryPart[]): readonly Wanted[] =>
  [...(query.length > 1 ? STRICT_WAYS : []), sameSound, withSlip, inHalves, named]
    .map((ways) => [query.flatMap(ways)])
    .filter(([anyOf = []]) => anyOf.length > 0)

type Ways = (part: QueryPart) => AnyOf

const whole: Ways = ({ text }) => [[`=${text}`]]

const beginning: Ways = ({ text }) => [[`^${text.slice(0, 2)}`, ...pairs(text).map((pair) => `.${pair}`)]]

const inNames: Ways = ({ text, isMixed }) => [
  text.length === 1 ? [`.${text}`] : pairs(text).map((pair) => `.${pair}`),
  ...(isMixed ? [aroundLetters(text)] : []),
]

/** Of characters and pinyin in one, what the characters say. */
const aroundLetters = (text: string): readonly string[] =>
  text
    .split(/[a-z0-9]+/)
    .flatMap((rest) => (rest.length === 1 ? [`.${rest}`] : pairs(rest).map((pair) => `.${pair}`)))

const inTexts: Ways = ({ text }) => (text.length === 1 ? [] : [pairs(text).map((pair) => `,${pair}`)])

const byLetters: Ways = ({ text, isLetters }) =>
  isLetters && text.length > 2 ? [[`'${text.slice(0, beginningLength(text.length))}`]] : []

/** The longest beginning that documents have of so many letters, in full or in initials. */
const beginningLength = (length: number): number => (length >= 6 ? 6 : length >= 4 ? 4 : length)

/** Whatever the letters stand for, the first two are a beginning. */
const byFewLetters: Ways = ({ text, isLetters }) => {
  if (!isLetters) return []
  return [text.length === 1 ? [`^${text}`] : [`'${text.slice(0, 2)}`]]
}

const STRICT_WAYS: readonly Ways[] = [inNames, inTexts, byFewLetters]

const sameSound: Ways = ({ sounds }) => {
  const letters = sounds?.join('') ?? ''
  return letters.length < 2 ? [] : [[`'${letters.slice(0, beginningLength(letters.length))}`]]
}

const withSlip: Ways = ({ text, isLetters }) => {
  if (isLetters) return text.length < SHORTEST_SLIP.letters ? [] : slips(text).map((slip) => [slip])
  if (text.length < SHORTEST_SLIP.characters) return []
  const found = pairs(text).map((pair) => `.${pair}`)
  if (found.length === 2) return [...found.map((pair) => [pair]), [`?${text.charAt(0)}${text.charAt(2)}`]]
  // One slip spoils two neighbours at most.
  return found.slice(1).map((_, at) => found.filter((_pair, index) => index !== at && index !== at + 1))
}

/** Cut between two characters, the pair across the cut is missing. */
const inHalves: Ways = ({ text, isLetters }) =>
  isLetters || text.length < 4
    ? []
    : pairs(text)
        .slice(1, -1)
        .map((_, at) => pairs(text).flatMap((pair, index) => (index === at + 1 ? [] : [`.${pair}`])))

const named: Ways = ({ text }) =>
  Array.from({ length: text.length }, (_, from) => text.slice(from, from + LONGEST_NAMED)).flatMap((rest) =>
    Array.from({ length: rest.length - SHORTEST_NAMED + 1 }, (_, more) => [
      `=${rest.slice(0, SHORTEST_NAMED + more)}`,
    ]),
  )
