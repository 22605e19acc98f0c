import type { Output } from '../../../core/contract'
import { openDocument } from '../../../core/domain/search/matching/match'
import { parseInstant } from '../../../core/kernel/shanghai-time'
import { searchShelf } from '../../../src/features/search/search-shelf'
import { openApi, type TestApi } from '../../support/api/test-api'
import { ASKED_AFTERWARDS, ASKED_FIRST, ASKED_UNSEEN } from '../../fixtures/search/questions'
import { EXPECTED_FIRST } from '../../fixtures/search/queries'

/** What residents of 曹杨 get to search. */
const CAOYANG = 'data/caoyang'
const NOW = '2026-11-22T01:00:00.000Z'

/** A phone keeps four dates of a series; this one is the sixth. */
const WEEKS_AWAY = '元旦有活动吗'

type Answer = Output<'search.find'>

let api: TestApi
beforeAll(async () => {
  api = await openApi({ packFolder: CAOYANG, frozenAt: NOW })
})
afterAll(() => api.close())

async function find(text: string): Promise<Answer> {
  const reply = await api.call('search.find', { text })
  if (!reply.ok) throw new Error(`${text}: ${JSON.stringify(reply)}`)
  return reply.value as Answer
}

/** `kind id`; whom to call where that stands first, or alone. */
function firstOf({ groups: [group], help }: Answer, by: 'id' | 'kind' = 'id'): string | null {
  const [item] = group?.items ?? []
  if (help?.first === true || group === undefined || item === undefined) return help?.call ?? null
  return by === 'kind' ? group.kind : `${group.kind} ${item.id}`
}

const listedFirst = (answer: Answer): string | null => (answer.groups.length === 0 ? null : firstOf(answer))

/** A phone without a network. */
async function phone(): Promise<(text: string) => Answer> {
  const reply = await api.call('search.shelf', { version: null })
  if (!reply.ok) throw new Error(JSON.stringify(reply))
  const { content } = reply.value as Output<'search.shelf'>
  const readings = new Map(
    (content?.sounds ?? '').split('\n').flatMap((line) => {
      const [sound = '', characters = ''] = line.split(':')
      return Array.from(characters, (one): [string, string] => [one, sound])
    }),
  )
  const shelf = {
    documents: (content?.documents ?? []).map(openDocument),
    soundOf: (one: string) => readings.get(one) ?? null,
  }
  return (text) => searchShelf(shelf, text, parseInstant(NOW), '12345')
}

describe('search.find over the 曹杨 pack', () => {
  it.each(EXPECTED_FIRST)('$query finds $first first', async ({ query, first }) => {
    expect(listedFirst(await find(query))).toBe(first)
  })

  it.each([...ASKED_FIRST, ...ASKED_UNSEEN, ...ASKED_AFTERWARDS])(
    '$question gives $first first',
    async ({ question, first }) => {
      expect(firstOf(await find(question), first.includes(' ') ? 'id' : 'kind')).toBe(first)
    },
  )
})

describe('a phone without a network', () => {
  it('finds the same first', async () => {
    const ask = await phone()
    const queries = EXPECTED_FIRST.map(({ query, first }) => [query, first, listedFirst(ask(query))])
    const questions = [...ASKED_FIRST, ...ASKED_UNSEEN, ...ASKED_AFTERWARDS]
      .filter(({ question }) => question !== WEEKS_AWAY)
      .map(({ question, first }) => [
        question,
        first,
        firstOf(ask(question), first.includes(' ') ? 'id' : 'kind'),
      ])
    expect([...queries, ...questions].filter(([, expected, found]) => expected !== found)).toEqual([])
  })
})
