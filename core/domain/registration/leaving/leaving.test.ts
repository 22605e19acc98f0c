import { instant } from '../../../kernel/shanghai-time'
import { deadlinesOf } from '../../activity/deadlines'
import { DEFAULT_RULES } from '../../activity/rule-settings'
import { CLASS, NOW } from '../../activity/testing/class'
import { member, place } from '../testing/facts'
import { cancelAll, lapseWaiting } from './ending'
import { eraseFrom } from './erasing'
import { decideCancelling, decideDropping } from './leaving'

const deadlines = deadlinesOf(CLASS, DEFAULT_RULES)
const { startsAt } = deadlines
const JUST_BEFORE = instant(startsAt - 1)
const mother = member('mother', 'confirmed')
const child = member('child', 'confirmed', { child: true })
const idsOf = (changes: readonly { memberId: string }[]) => changes.map(({ memberId }) => memberId)

describe('decideCancelling', () => {
  it('cancels everybody who is still to come, until the start', () => {
    const decision = decideCancelling([mother, member('aunt', 'cancelled'), child], deadlines, JUST_BEFORE)
    expect(decision.ok && decision.value).toEqual([
      { memberId: 'mother', from: place('confirmed'), to: place('cancelled') },
      { memberId: 'child', from: place('confirmed'), to: place('cancelled') },
    ])
    expect(decideCancelling([mother], deadlines, startsAt)).toEqual({ ok: false, refusal: 'already_started' })
    expect(decideCancelling([member('a', 'lapsed')], deadlines, startsAt)).toMatchObject({
      refusal: 'already_started',
    })
  })

  it('is fine twice, also after the start', () => {
    expect(decideCancelling([member('a', 'cancelled')], deadlines, startsAt)).toEqual({ ok: true, value: [] })
  })

  it('is refused once somebody of the party came', () => {
    expect(decideCancelling([mother, member('b', 'attended')], deadlines, NOW)).toMatchObject({
      refusal: 'already_attended',
    })
  })
})

describe('decideDropping', () => {
  it('drops one and leaves the others', () => {
    const decision = decideDropping([mother, child], 'child', deadlines, JUST_BEFORE)
    expect(decision.ok && idsOf(decision.value)).toEqual(['child'])
  })

  it('never leaves a child alone: the last adult stays while children do', () => {
    expect(decideDropping([mother, child], 'mother', deadlines, NOW)).toEqual({
      ok: false,
      refusal: 'guardian_consent_missing',
      detail: { members: ['child'] },
    })
    const gone = member('father', 'cancelled')
    expect(decideDropping([mother, child, gone], 'mother', deadlines, NOW)).toMatchObject({ ok: false })
    const father = member('father', 'attended')
    expect(decideDropping([mother, child, father], 'mother', deadlines, NOW)).toMatchObject({ ok: true })
  })

  it('lets the last one go, a mother whose child is dropped before, and one of two children who came alone', () => {
    expect(decideDropping([mother], 'mother', deadlines, NOW)).toMatchObject({ ok: true })
    const dropped = { ...child, state: 'cancelled' } as const
    expect(decideDropping([mother, dropped], 'mother', deadlines, NOW)).toMatchObject({ ok: true })
    const brother = { ...child, id: 'brother' }
    expect(decideDropping([child, brother], 'child', deadlines, NOW)).toMatchObject({ ok: true })
  })

  it('is fine twice, and refused after the start, once attended, and for strangers', () => {
    expect(decideDropping([member('a', 'cancelled')], 'a', deadlines, startsAt)).toEqual({
      ok: true,
      value: [],
    })
    expect(decideDropping([mother], 'mother', deadlines, startsAt)).toMatchObject({
      refusal: 'already_started',
    })
    expect(decideDropping([member('a', 'attended')], 'a', deadlines, NOW)).toMatchObject({
      refusal: 'already_attended',
    })
    expect(decideDropping([mother], 'b', deadlines, NOW)).toMatchObject({ refusal: 'member_not_found' })
  })
})

describe('eraseFrom', () => {
  const is = (id: string) => (other: { id: string }) => other.id === id

  it('cancels a place to come and leaves the others of the party', () => {
    const aunt = member('aunt', 'waiting')
    const { tombstones, changes } = eraseFrom([mother, aunt], is('aunt'), deadlines, NOW)
    expect(tombstones).toEqual(['aunt'])
    expect(idsOf(changes)).toEqual(['aunt'])
  })

  it('cancels children whose only adult goes', () => {
    const erasing = eraseFrom([mother, child], is('mother'), deadlines, NOW)
    expect(idsOf(erasing.changes)).toEqual(['mother', 'child'])
    expect(erasing).toMatchObject({ tombstones: ['mother'], leftAlone: ['child'] })
  })

  it('keeps in the count what was: who came, and every seat after the start', () => {
    const came = member('a', 'attended')
    expect(eraseFrom([came, child], is('a'), deadlines, NOW)).toEqual({
      tombstones: ['a'],
      changes: [],
      leftAlone: [],
    })
    expect(eraseFrom([mother], is('mother'), deadlines, startsAt)).toEqual({
      tombstones: ['mother'],
      changes: [],
      leftAlone: [],
    })
  })

  it('changes nothing more when it runs again', () => {
    expect(eraseFrom([member('a', 'cancelled')], is('a'), deadlines, NOW).changes).toEqual([])
  })
})

describe('ending', () => {
  it('lapses who waits at the start, not before, and nobody else', () => {
    const members = [member('a', 'waiting'), mother]
    expect(lapseWaiting(members, deadlines, JUST_BEFORE)).toEqual([])
    expect(lapseWaiting(members, deadlines, startsAt)).toEqual([
      { memberId: 'a', from: place('waiting'), to: place('lapsed') },
    ])
  })

  it('cancels all when the activity is withdrawn, who was let in early too', () => {
    const members = [mother, member('a', 'waiting'), member('b', 'attended'), member('c', 'cancelled')]
    expect(idsOf(cancelAll(members))).toEqual(['mother', 'a', 'b'])
  })
})
