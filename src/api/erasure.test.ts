/** @jest-environment jsdom */
import { QueryClient } from '@tanstack/react-query'
import type { IsoInstant } from '../../core/kernel/shanghai-time'
import { KEYS } from '../platform/storage/keys'
import './outbox/device-outbox'
import { CACHE_KEY, STORED, STORED_OWN, writeCache } from './cache'
import { clearCopies, clearPerson, onPersonCleared } from './erasure'

const DAY = '2026-12-01T02:00:00.000Z' as IsoInstant

const filled = (): QueryClient => {
  const client = new QueryClient()
  client.setQueryDefaults(['home.show'], { meta: STORED })
  client.setQueryDefaults(['registration.mine'], { meta: STORED_OWN })
  client.setQueryData(['home.show'], 'the offices')
  client.setQueryData(['registration.mine'], 'number 0527')
  client.setQueryData(['passport.show'], 'where they were')
  for (const key of Object.keys(KEYS)) localStorage.setItem(key, 'kept')
  writeCache(client)
  return client
}
const left = () => Object.keys(KEYS).filter((key) => localStorage.getItem(key) !== null)
const written = () => localStorage.getItem(CACHE_KEY) ?? ''

beforeEach(() => localStorage.clear())

describe('what a phone has of its owner', () => {
  it('is copied nowhere any more once they ask to be erased; what only this phone knows stays', () => {
    const client = filled()
    expect(written()).toContain('0527')
    clearCopies(client)
    expect(client.getQueryData(['registration.mine'])).toBeUndefined()
    expect(client.getQueryData(['passport.show'])).toBeUndefined()
    expect(client.getQueryData(['home.show'])).toBe('the offices')
    expect(written()).toContain('the offices')
    expect(written()).not.toContain('0527')
    expect(left()).toEqual(expect.arrayContaining(['walker-1', 'origin-1', 'session-2']))
    expect(left()).not.toContain('searched-1')
  })

  it('is gone with them, but for what everybody may see and how large one reads', () => {
    const client = filled()
    const listener = jest.fn()
    localStorage.setItem('act-1.0000000001.a', '{}')
    const stop = onPersonCleared(listener)
    clearPerson(client)
    stop()
    expect(left().sort()).toEqual(['display-1', 'erasure-1', 'places-1', 'shelf-1', 'streets-1'])
    expect(written()).not.toContain('0527')
    expect(localStorage.getItem('act-1.0000000001.a')).toBeNull()
    expect(listener).toHaveBeenCalledTimes(1)
  })
})

describe('the day of an erasure', () => {
  const at = async (time: string) => {
    jest.resetModules()
    jest.useFakeTimers({ now: Date.parse(time) })
    localStorage.setItem('erasure-1', JSON.stringify(DAY))
    const erasure = await import('./erasure')
    const erased = jest.fn()
    erasure.onErasureDone(erased)
    return { ...erasure, erased }
  }
  afterEach(() => jest.useRealTimers())

  it('has not been there a millisecond before', async () => {
    const { endDueErasure, pendingErasure, erased } = await at('2026-12-01T01:59:59.999Z')
    endDueErasure()
    expect(pendingErasure()).toBe(DAY)
    expect(erased).not.toHaveBeenCalled()
  })

  it('is told once, at the next start', async () => {
    const { endDueErasure, pendingErasure, erased } = await at(DAY)
    endDueErasure()
    endDueErasure()
    expect(pendingErasure()).toBeNull()
    expect(erased).toHaveBeenCalledTimes(1)
  })

  it('is no end where somebody stayed in time', async () => {
    const { setPendingErasure, erased } = await at('2026-11-30T00:00:00Z')
    setPendingErasure(null)
    expect(erased).not.toHaveBeenCalled()
  })

  it('that was damaged on the phone is none', async () => {
    jest.resetModules()
    localStorage.setItem('erasure-1', '"soon"')
    const { endDueErasure, pendingErasure } = await import('./erasure')
    endDueErasure()
    expect(pendingErasure()).toBeNull()
  })
})
