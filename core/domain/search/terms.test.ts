import fc from 'fast-check'
import type { SearchDocument } from './document'
import { openDocument } from './matching/match'
import { readQuery } from './query'
import { rank } from './rank'
import { documentTerms, looselyWanted, wantedAnywhere, wantedByName, type Wanted } from './terms'
import { document, soundOf } from './testing/shelf'

/** Few characters and syllables, so that much agrees by chance. */
const CHARACTERS: readonly (readonly [string, string])[] = [
  ['金', 'jin'],
  ['今', 'jin'],
  ['梅', 'mei'],
  ['每', 'mei'],
  ['园', 'yuan'],
  ['安', 'an'],
  ['老', 'lao'],
  // A number is kept in digits; how it is spoken follows from them.
  ['二', '2'],
  ['a', 'a'],
  ['8', '8'],
  ['1', '1'],
]
const character = fc.constantFrom(...CHARACTERS)
const name = fc
  .array(fc.tuple(character, fc.constantFrom('/', ' ')), { minLength: 1, maxLength: 9 })
  .map((all) => {
    const text = all.map(([[one]]) => one).join('')
    const sounds = all.map(([[, sound], gap], at) => (at === 0 ? sound : gap + sound)).join('')
    return `${text}|${sounds}`
  })
const role = fc.constantFrom('name', 'alias', 'place', 'kind')
const documents = fc
  .tuple(name, fc.array(fc.tuple(role, name), { maxLength: 2 }), name)
  .map(([title, others, text]) =>
    document('one', [
      `name|${title}`,
      ...others.map(([of, named]) => `${of}|${named}`),
      `text|${text.split('|')[0] ?? ''}`,
    ]),
  )
const letters = fc.array(fc.constantFrom('jin', 'mei', 'yuan', 'an', 'lao', 'er', 'j', 'm', 'y', 'e', 'n'), {
  minLength: 1,
  maxLength: 5,
})
const typed = fc.oneof(
  fc.array(character, { minLength: 1, maxLength: 7 }).map((all) => all.map(([one]) => one).join('')),
  letters.map((all) => all.join('')),
  fc.tuple(letters, character).map(([all, [one]]) => `${all.join('')} ${one}`),
  fc.tuple(character, letters).map(([[one], all]) => `${one}${all.join('')}`),
  fc.tuple(letters, character, letters).map(([all, [one], more]) => `${all.join('')}${one}${more.join('')}`),
)

const isAskedFor = (of: SearchDocument, ways: readonly Wanted[]): boolean => {
  const terms = new Set(documentTerms(of))
  return ways.some((wanted) =>
    wanted.every((anyOf) => anyOf.some((all) => all.every((term) => terms.has(term)))),
  )
}

describe('the terms of a document', () => {
  it('answer every query that the ranking would find it by', () => {
    const readings = new Map(CHARACTERS.filter(([one]) => one !== 'a'))
    fc.assert(
      fc.property(documents, typed, (of, text) => {
        const query = readQuery(text, (one) => readings.get(one) ?? null)
        const { found, guessed } = rank([openDocument(of)], query)
        if (found.length === 0) return
        const ways = guessed ? looselyWanted(query) : [...wantedByName(query), ...wantedAnywhere(query)]
        expect([
          of.fields.map(({ text: one, sounds }) => `${one}|${sounds}`),
          text,
          isAskedFor(of, ways),
        ]).toEqual([expect.anything(), text, true])
      }),
      { numRuns: 3_000 },
    )
  })

  it('are few: a name of twelve characters and a text of three hundred stay below six hundred', () => {
    const title = 'name|金梅园百姓会客厅自助区|jin/mei yuan/bai xing/hui ke ting/zi zhu/qu'
    const text = Array.from({ length: 300 }, (_, at) => String.fromCharCode(0x4e00 + at)).join('')
    expect(documentTerms(document('one', [title, `text|${text}`])).length).toBeLessThan(600)
  })

  it('ask for nothing where nothing can be read', () => {
    expect(wantedByName(readQuery('😀', soundOf))).toEqual([])
  })
})
