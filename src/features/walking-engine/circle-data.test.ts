/** @jest-environment jsdom */
import { read } from '../../api/client'
import { ApiError } from '../../api/result'
import { townGraph, townPlaces } from '../../testing/circle-fixture'
import { STREET_DATA } from '../walking-times/street-data'
import { loadCircle } from './circle-data'

jest.mock('../../api/client', () => ({ read: jest.fn() }))
const answer = jest.mocked(read as (name: string, input: object) => Promise<unknown>)

const GRAPH = Buffer.from(townGraph()).toString('base64')
const whole = {
  streets: { version: 'a'.repeat(16), graph: GRAPH },
  places: { version: 'b'.repeat(16), content: townPlaces() },
}
const unchanged = {
  streets: { version: whole.streets.version, graph: null },
  places: { version: whole.places.version, content: null },
}
const asked = (): unknown => answer.mock.calls.at(-1)?.[1]

beforeEach(() => {
  localStorage.clear()
  answer.mockReset()
})

describe('loadCircle', () => {
  it('fetches everything once, and from then on only what is newer', async () => {
    answer.mockResolvedValueOnce(whole)
    await loadCircle(STREET_DATA)
    expect(asked()).toEqual({ streets: null, places: null })
    answer.mockResolvedValueOnce(unchanged)
    const circle = await loadCircle(STREET_DATA)
    expect(asked()).toEqual({ streets: whole.streets.version, places: whole.places.version })
    expect(circle.graph.names).toContain('柳街')
    expect(circle.places).toEqual(townPlaces())
  })

  it('puts a newer part in place of the old one', async () => {
    answer.mockResolvedValueOnce(whole)
    await loadCircle(STREET_DATA)
    const content = { ...townPlaces(), facilities: [] }
    answer.mockResolvedValueOnce({ ...unchanged, places: { version: 'c'.repeat(16), content } })
    expect((await loadCircle(STREET_DATA)).places.facilities).toEqual([])
    answer.mockResolvedValueOnce(unchanged)
    await loadCircle(STREET_DATA)
    expect(asked()).toMatchObject({ places: 'c'.repeat(16) })
  })

  it.each([
    ['cut off', GRAPH.slice(0, -40)],
    ['another file', 'bm90IGEgZ3JhcGggYXQgYWxsLCBub3QgZXZlbiBjbG9zZQ=='],
  ])('drops kept streets that are %s and fetches them again', async (_, graph) => {
    answer.mockResolvedValueOnce(whole)
    await loadCircle(STREET_DATA)
    localStorage.setItem('streets-1', JSON.stringify({ version: whole.streets.version, graph }))
    answer.mockResolvedValueOnce({ ...unchanged, streets: whole.streets })
    const circle = await loadCircle(STREET_DATA)
    expect(asked()).toMatchObject({ streets: null, places: whole.places.version })
    expect(circle.graph.names).toContain('柳街')
  })

  it.each([
    '{"version":"bbbbbbbbbbbbbbbb","content":{"kinds":[]}}',
    '{"version":"bbbbbbbbbbbbbbbb","content":{"kinds":[],"facilities":[null]}}',
    '{"version":"newest","content":{"kinds":[],"facilities":[]}}',
    '{"version":"bbbb',
  ])('drops kept places of another shape and fetches them again: %s', async (kept) => {
    answer.mockResolvedValueOnce(whole)
    await loadCircle(STREET_DATA)
    localStorage.setItem('places-1', kept)
    answer.mockResolvedValueOnce({ ...unchanged, places: whole.places })
    expect((await loadCircle(STREET_DATA)).places).toEqual(townPlaces())
    expect(asked()).toMatchObject({ streets: whole.streets.version, places: null })
  })

  it('serves what is kept while nothing can be fetched', async () => {
    const offline = new ApiError({ kind: 'lost', why: 'offline' })
    answer.mockRejectedValueOnce(offline)
    await expect(loadCircle(STREET_DATA)).rejects.toBe(offline)
    answer.mockResolvedValueOnce(whole)
    await loadCircle(STREET_DATA)
    answer.mockRejectedValueOnce(offline)
    expect((await loadCircle(STREET_DATA)).places).toEqual(townPlaces())
  })

  it('keeps nothing of an answer that cannot be opened', async () => {
    answer.mockResolvedValueOnce({ ...whole, streets: { ...whole.streets, graph: 'AAAA' } })
    await expect(loadCircle(STREET_DATA)).rejects.toBeInstanceOf(ApiError)
    expect(localStorage.getItem('streets-1')).toBeNull()
  })
})
