import { instant } from '../../../kernel/shanghai-time'
import { deadlinesOf } from '../../activity/deadlines'
import { DEFAULT_RULES } from '../../activity/rule-settings'
import { CLASS } from '../../activity/testing/class'
import { member, place } from '../testing/facts'
import { decideClosingRoll, decideCorrectingRoll, decideReleasing } from './roll'

const deadlines = deadlinesOf(CLASS, DEFAULT_RULES)
const { releaseFrom, rollClosableFrom } = deadlines

describe('decideReleasing', () => {
  it('frees the seats of who has not come, from 15 min after the start', () => {
    const members = [
      member('a', 'confirmed'),
      member('b', 'attended'),
      member('c', 'confirmed', { released: true }),
      member('d', 'lapsed'),
    ]
    expect(decideReleasing(members, deadlines, releaseFrom)).toEqual({
      ok: true,
      value: [{ memberId: 'a', from: place('confirmed'), to: place('confirmed', true) }],
    })
    expect(decideReleasing(members, deadlines, instant(releaseFrom - 1))).toEqual({
      ok: false,
      refusal: 'too_early',
      detail: { from: '2026-03-07T01:15:00.000Z' },
    })
  })
})

describe('decideClosingRoll', () => {
  const members = [
    member('a', 'confirmed'),
    member('b', 'confirmed', { released: true }),
    member('c', 'confirmed', { released: true }),
    member('d', 'attended'),
    member('e', 'cancelled'),
  ]

  it('marks who was expected and did not come, not who was let in by a seatless entry', () => {
    expect(decideClosingRoll(members, new Set(['c']), deadlines, false, rollClosableFrom)).toEqual({
      ok: true,
      value: [
        { memberId: 'a', from: place('confirmed'), to: place('no_show') },
        { memberId: 'b', from: place('confirmed', true), to: place('no_show', true) },
      ],
    })
  })

  it('waits 48 h for late uploads, and is fine twice', () => {
    expect(
      decideClosingRoll(members, new Set(), deadlines, false, instant(rollClosableFrom - 1)),
    ).toMatchObject({
      refusal: 'too_early',
    })
    expect(
      decideClosingRoll([member('a', 'no_show')], new Set(), deadlines, false, rollClosableFrom),
    ).toEqual({
      ok: true,
      value: [],
    })
  })
})

describe('the roll of what ended early', () => {
  it('marks nobody, not by a correction either', () => {
    expect(
      decideClosingRoll([member('a', 'confirmed')], new Set(), deadlines, true, rollClosableFrom),
    ).toEqual({
      ok: true,
      value: [],
    })
    expect(decideCorrectingRoll(member('a', 'attended'), false, '认错人了', true, true)).toMatchObject({
      value: { to: place('confirmed') },
    })
  })
})

describe('decideCorrectingRoll', () => {
  const correct = (of: ReturnType<typeof member>, came: boolean, reason = '签在纸上了', closed = true) =>
    decideCorrectingRoll(of, came, reason, closed, false)

  it('takes a mark back or sets it, and leaves the seat as it is', () => {
    expect(correct(member('a', 'no_show', { released: true }), true)).toMatchObject({
      value: { to: place('attended', true) },
    })
    expect(correct(member('a', 'attended'), false)).toMatchObject({ value: { to: place('no_show') } })
    expect(correct(member('a', 'attended'), true)).toEqual({ ok: true, value: null })
  })

  it('needs a closed roll, a reason, and somebody who was expected', () => {
    expect(correct(member('a', 'no_show'), true, '签在纸上了', false)).toMatchObject({
      refusal: 'roll_not_closed',
    })
    expect(correct(member('a', 'no_show'), true, '  ')).toMatchObject({ refusal: 'reason_missing' })
    expect(correct(member('a', 'lapsed'), true)).toMatchObject({ refusal: 'not_on_roll' })
  })
})
