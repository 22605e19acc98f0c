import type { Output } from '../../../core/contract'
import { openHouse, type House } from '../../support/api/house'
import { EXPECTED_FIRST } from '../../fixtures/search/queries'

/** What residents of 曹杨 get to search. */
const CAOYANG = 'data/caoyang'

let house: House
beforeAll(async () => {
  house = await openHouse({ packFolder: CAOYANG, frozenAt: '2026-11-22T01:00:00.000Z' })
})
afterAll(() => house.close())

async function firstOf(text: string): Promise<string | null> {
  const reply = await house.call('search.find', { text })
  if (!reply.ok) throw new Error(`${text}: ${JSON.stringify(reply)}`)
  const [group] = (reply.value as Output<'search.find'>).groups
  const [item] = group?.items ?? []
  return group === undefined || item === undefined ? null : `${group.kind} ${item.id}`
}

describe('search.find over the 曹杨 pack', () => {
  it.each(EXPECTED_FIRST)('$query finds $first first', async ({ query, first }) => {
    expect(await firstOf(query)).toBe(first)
  })
})
