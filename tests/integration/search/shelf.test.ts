import type { Output } from '../../../core/contract'
import { openDocument } from '../../../core/domain/search/matching/match'
import { readQuery } from '../../../core/domain/search/query'
import { rank } from '../../../core/domain/search/rank'
import { openApi, type TestApi } from '../../support/api/test-api'
import { EXPECTED_FIRST } from '../../fixtures/search/queries'

type Shelf = Output<'search.shelf'>

let api: TestApi
beforeAll(async () => {
  api = await openApi({ packFolder: 'data/caoyang', frozenAt: '2026-11-22T01:00:00.000Z' })
})
afterAll(() => api.close())

async function shelf(version: string | null): Promise<Shelf> {
  const reply = await api.call('search.shelf', { version })
  if (!reply.ok) throw new Error(JSON.stringify(reply))
  return reply.value as Shelf
}

describe('search.shelf', () => {
  it('lets a phone without a network find the same first', async () => {
    const { content } = await shelf(null)
    const readings = new Map(
      (content?.sounds ?? '').split('\n').flatMap((line) => {
        const [sound = '', characters = ''] = line.split(':')
        return Array.from(characters, (one): [string, string] => [one, sound])
      }),
    )
    const documents = (content?.documents ?? []).map(openDocument)
    const firsts = EXPECTED_FIRST.map(({ query }) => {
      const [first] = rank(
        documents,
        readQuery(query, (one) => readings.get(one) ?? null),
      ).found
      return { query, first: first === undefined ? null : `${first.document.kind} ${first.document.id}` }
    })
    expect(firsts).toEqual(EXPECTED_FIRST)
  })

  it('is sent once for each content, and fits a key of WeChat’s storage', async () => {
    const first = await shelf(null)
    expect(await shelf(first.version)).toEqual({ version: first.version, content: null })
    expect(JSON.stringify(first).length).toBeLessThan(200_000)
    expect(first.content?.sounds).toMatch(/^mei:.*梅/m)
  })

  it('names the dates of activities that come next', async () => {
    const { content } = await shelf(null)
    const market = content?.documents.find(({ id }) => id === 'baixi-market')
    expect(market?.card.times.map(({ startsAt }) => startsAt.slice(0, 10))).toEqual([
      '2026-11-28',
      '2026-12-05',
      '2026-12-12',
      '2026-12-19',
    ])
  })
})
