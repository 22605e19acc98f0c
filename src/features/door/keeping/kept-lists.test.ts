import { parseInstant } from '../../../../core/kernel/shanghai-time'
import { doorList, doorMember, doorParty, entry } from '../../../testing/door-fixture'
import { DOOR_LISTS_KEY, doorListsDay, forgetOldDoors } from './kept-day'
import { dropLists, keepList, keptList } from './kept-lists'

const NOON = parseInstant('2026-11-24T12:00:00+08:00')
const LAST_MINUTE = parseInstant('2026-11-24T23:59:59.999+08:00')
const NEXT_DAY = parseInstant('2026-11-25T00:00:00+08:00')
const list = doorList([doorParty('r1', [doorMember('m1')])], {
  heads: [{ ...entry('e9'), name: '李**', withoutPhone: false }],
})

beforeEach(() => localStorage.clear())
afterEach(() => jest.restoreAllMocks())

describe('the list that a door keeps', () => {
  it('has who is expected, and nobody who walked in', () => {
    keepList(list, NOON)
    expect(keptList('knots', LAST_MINUTE)).toEqual({ list: { ...list, heads: [] }, readAt: NOON })
    expect(keptList('another', NOON)).toBeNull()
  })

  it('is gone with the day, at the next look and at the next start', () => {
    keepList(list, NOON)
    forgetOldDoors(LAST_MINUTE)
    expect(localStorage.getItem(DOOR_LISTS_KEY)).not.toBeNull()
    forgetOldDoors(NEXT_DAY)
    expect([localStorage.getItem(DOOR_LISTS_KEY), doorListsDay.read()]).toEqual([null, null])
    keepList(list, NOON)
    expect(keptList('knots', NEXT_DAY)).toBeNull()
    expect(localStorage.getItem(DOOR_LISTS_KEY)).toBe('{}')
  })

  it('is not kept of a day that is over', () => {
    keepList(list, NEXT_DAY)
    expect(localStorage.getItem(DOOR_LISTS_KEY)).toBeNull()
  })

  it('keeps several doors side by side, and goes whole where somebody is no staff any more', () => {
    keepList(list, NOON)
    keepList({ ...list, activityId: 'cutting' }, NOON)
    expect(keptList('knots', NOON)).not.toBeNull()
    expect(keptList('cutting', NOON)).not.toBeNull()
    dropLists()
    expect(keptList('knots', NOON)).toBeNull()
  })

  it.each(['{', '[1]', '{"knots":{"list":{}}}'])('falls back from %p', (damaged) => {
    localStorage.setItem(DOOR_LISTS_KEY, damaged)
    expect(keptList('knots', NOON)).toBeNull()
  })

  it('does without where the phone is full', () => {
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    keepList(list, NOON)
    expect(keptList('knots', NOON)).toBeNull()
  })
})
