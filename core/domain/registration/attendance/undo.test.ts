import { deadlinesOf } from '../../activity/deadlines'
import { DEFAULT_RULES } from '../../activity/rule-settings'
import { at, CLASS } from '../../activity/testing/class'
import { member, place } from '../testing/facts'
import { undoArrivals } from './undo'

const deadlines = deadlinesOf(CLASS, DEFAULT_RULES)
const { startsAt } = deadlines
const EARLY = at('2026-03-07T08:30')
const came = member('a', 'attended')
const undo = (state: 'confirmed' | 'waiting' | 'lapsed', now = startsAt, rollClosed = false) =>
  undoArrivals([came, member('b', 'confirmed')], new Map([['a', place(state)]]), deadlines, rollClosed, now)

describe('undoArrivals', () => {
  it('puts back what was, for those named only', () => {
    expect(undo('confirmed')).toEqual([{ memberId: 'a', from: place('attended'), to: place('confirmed') }])
    expect(undo('lapsed')).toMatchObject([{ to: place('lapsed') }])
    expect(undo('waiting', EARLY)).toMatchObject([{ to: place('waiting') }])
    expect(undoArrivals([came], new Map(), deadlines, false, EARLY)).toEqual([])
  })

  it('lapses after the start who waited before, and marks on a closed roll who was expected', () => {
    expect(undo('waiting')).toMatchObject([{ to: place('lapsed') }])
    expect(undo('confirmed', startsAt, true)).toMatchObject([{ to: place('no_show') }])
  })

  it('is fine twice', () => {
    const back = member('a', 'confirmed')
    expect(undoArrivals([back], new Map([['a', place('confirmed')]]), deadlines, false, startsAt)).toEqual([])
  })

  it('expects nobody again who was erased meanwhile, nor the child that only they brought', () => {
    const erased = { ...came, identity: null }
    const child = member('child', 'confirmed', { child: true })
    const before = new Map([['a', place('confirmed')]])
    expect(undoArrivals([erased, child], before, deadlines, false, EARLY)).toMatchObject([
      { memberId: 'a', to: place('cancelled') },
      { memberId: 'child', to: place('cancelled') },
    ])
    expect(undoArrivals([erased, child], before, deadlines, false, startsAt)).toMatchObject([
      { memberId: 'a', to: place('confirmed') },
    ])
  })
})
