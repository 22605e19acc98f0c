/** @jest-environment jsdom */
import { parseInstant } from '../../../core/kernel/shanghai-time'
import { listOf, memberOf, partyOf, entry } from '../../testing/check-in-fixture'
import { CHECK_IN_LISTS_KEY, storedListsDay, purgeCheckInLists } from '../staff/purge-check-in-lists'
import { removeLists, storeList, storedList } from './offline-list'

const NOON = parseInstant('2026-11-24T12:00:00+08:00')
const LAST_MINUTE = parseInstant('2026-11-24T23:59:59.999+08:00')
const NEXT_DAY = parseInstant('2026-11-25T00:00:00+08:00')
const list = listOf([partyOf('r1', [memberOf('m1')])], {
  heads: [{ ...entry('e9'), name: '李**', withoutPhone: false }],
})

beforeEach(() => localStorage.clear())
afterEach(() => jest.restoreAllMocks())

describe('the list that a shown keeps', () => {
  it('has who is expected, and nobody who walked in', () => {
    storeList(list, NOON)
    expect(storedList('knots', LAST_MINUTE)).toEqual({ list: { ...list, heads: [] }, readAt: NOON })
    expect(storedList('another', NOON)).toBeNull()
  })

  it('is gone with the day, at the next look and at the next start', () => {
    storeList(list, NOON)
    purgeCheckInLists(LAST_MINUTE)
    expect(localStorage.getItem(CHECK_IN_LISTS_KEY)).not.toBeNull()
    purgeCheckInLists(NEXT_DAY)
    expect([localStorage.getItem(CHECK_IN_LISTS_KEY), storedListsDay.read()]).toEqual([null, null])
    storeList(list, NOON)
    expect(storedList('knots', NEXT_DAY)).toBeNull()
    expect(localStorage.getItem(CHECK_IN_LISTS_KEY)).toBe('{}')
  })

  it('is not stored of a day that is over', () => {
    storeList(list, NEXT_DAY)
    expect(localStorage.getItem(CHECK_IN_LISTS_KEY)).toBeNull()
  })

  it('stores several activities side by side, and goes whole where somebody is no staff any more', () => {
    storeList(list, NOON)
    storeList({ ...list, activityId: 'cutting' }, NOON)
    expect(storedList('knots', NOON)).not.toBeNull()
    expect(storedList('cutting', NOON)).not.toBeNull()
    removeLists()
    expect(storedList('knots', NOON)).toBeNull()
  })

  it.each(['{', '[1]', '{"knots":{"list":{}}}'])('falls back from %p', (damaged) => {
    localStorage.setItem(CHECK_IN_LISTS_KEY, damaged)
    expect(storedList('knots', NOON)).toBeNull()
  })

  it('does without where the phone is full', () => {
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    storeList(list, NOON)
    expect(storedList('knots', NOON)).toBeNull()
  })
})
