/** @jest-environment jsdom */
import { parseInstant, shanghaiDay } from '../../../core/kernel/shanghai-time'
import { listOf, memberOf, partyOf, entry } from '../../testing/check-in-fixture'
import { CHECK_IN_LISTS_KEY, storedListsDay, purgeCheckInLists } from '../staff/purge-check-in-lists'
import type * as OfflineList from './offline-list'

/** A phone that seals; `room` is whether it takes any more. */
const mockPhone = { sealed: new Map<string, string>(), room: true }

jest.mock('../../platform/storage/sealed', () => ({
  readSealed: (key: string) => Promise.resolve(mockPhone.sealed.get(key) ?? null),
  writeSealed: (key: string, text: string) => {
    if (mockPhone.room) mockPhone.sealed.set(key, text)
    return Promise.resolve(mockPhone.room ? 'stored' : 'full')
  },
  removeSealed: (key: string) => void mockPhone.sealed.delete(key),
}))

const written = () => new Promise((resolve) => setTimeout(resolve, 0))

/** The app starts on this phone. */
async function started(): Promise<typeof OfflineList> {
  await written()
  let module: typeof OfflineList | undefined
  await jest.isolateModulesAsync(async () => {
    module = await import('./offline-list')
  })
  if (module === undefined) throw new Error('did not load')
  await module.openLists()
  return module
}

const NOON = parseInstant('2026-11-24T12:00:00+08:00')
const LAST_MINUTE = parseInstant('2026-11-24T23:59:59.999+08:00')
const NEXT_DAY = parseInstant('2026-11-25T00:00:00+08:00')
const list = listOf([partyOf('r1', [memberOf('m1')])], {
  heads: [{ ...entry('e9'), name: '李**', withoutPhone: false }],
})

beforeEach(() => {
  localStorage.clear()
  mockPhone.sealed.clear()
  mockPhone.room = true
})

describe('the list that a phone keeps', () => {
  it('has who is expected, and nobody who walked in, at the next start as well', async () => {
    const { storeList, storedList } = await started()
    storeList(list, NOON)
    const kept = { list: { ...list, heads: [] }, readAt: NOON }
    expect([storedList('knots', LAST_MINUTE), storedList('another', NOON)]).toEqual([kept, null])
    expect((await started()).storedList('knots', LAST_MINUTE)).toEqual(kept)
  })

  it('is gone with the day, at the next look and at the next start', async () => {
    const { storeList, storedList } = await started()
    storeList(list, NOON)
    await written()
    purgeCheckInLists(LAST_MINUTE)
    expect(mockPhone.sealed.has(CHECK_IN_LISTS_KEY)).toBe(true)
    purgeCheckInLists(NEXT_DAY)
    expect([mockPhone.sealed.size, storedListsDay.read()]).toEqual([0, null])
    storeList(list, NOON)
    await written()
    expect(storedList('knots', NEXT_DAY)).toBeNull()
    await written()
    expect(mockPhone.sealed.size).toBe(0)
  })

  it('is not stored of a day that is over', async () => {
    const { storeList } = await started()
    storeList(list, NEXT_DAY)
    await written()
    expect(mockPhone.sealed.size).toBe(0)
  })

  it('stores several activities side by side, and goes whole where somebody is no staff any more', async () => {
    const { storeList, storedList, removeLists } = await started()
    storeList(list, NOON)
    storeList({ ...list, activityId: 'cutting' }, NOON)
    expect([storedList('knots', NOON), storedList('cutting', NOON)]).not.toContain(null)
    removeLists()
    expect(storedList('knots', NOON)).toBeNull()
    await written()
    expect(mockPhone.sealed.size).toBe(0)
  })

  it.each(['{', '[1]', '{"knots":{"list":{}}}'])('falls back from %p and drops it', async (damaged) => {
    mockPhone.sealed.set(CHECK_IN_LISTS_KEY, damaged)
    expect((await started()).storedList('knots', NOON)).toBeNull()
    expect(mockPhone.sealed.size).toBe(0)
  })

  it('does without at the next start where the phone is full', async () => {
    mockPhone.room = false
    const { storeList } = await started()
    storeList(list, NOON)
    expect((await started()).storedList('knots', NOON)).toBeNull()
  })

  it('of an earlier version, which nobody sealed, goes at the next start', () => {
    storedListsDay.write(shanghaiDay(NOON))
    localStorage.setItem('door-lists-1', '{}')
    purgeCheckInLists(NOON)
    expect(localStorage.getItem('door-lists-1')).toBeNull()
  })
})
