import { decideChange, decideMoving, decideWithdrawing, type ChangeWish } from './change'
import { DEFAULT_RULES } from './rule-settings'
import { at, CLASS, MARKET, NOW } from './testing/class'

const decide = (wish: ChangeWish, now = NOW, activity = CLASS) =>
  decideChange(activity, wish, now, DEFAULT_RULES)

const WISHES: readonly ChangeWish[] = [
  { kind: 'as-planned' },
  { kind: 'indoors', place: '武宁片区二楼' },
  { kind: 'postponed', startsAt: at('2026-03-14T09:00') },
  { kind: 'cancelled' },
  { kind: 'decided-tomorrow' },
]

describe('decideChange', () => {
  it.each(WISHES)('announces $kind with the time of the change', (wish) => {
    expect(decide(wish)).toMatchObject({ ok: true, value: { kind: wish.kind, changedAt: NOW } })
  })

  it('names the place indoors', () => {
    expect(decide({ kind: 'indoors', place: '武宁片区二楼' })).toMatchObject({
      value: { place: '武宁片区二楼' },
    })
  })

  it.each(WISHES)('refuses $kind from the start on, and after withdrawing', (wish) => {
    expect(decide(wish, CLASS.startsAt)).toEqual({ ok: false, refusal: 'already_started' })
    expect(decide(wish, NOW, { ...CLASS, status: 'withdrawn' })).toEqual({
      ok: false,
      refusal: 'activity_withdrawn',
    })
  })

  it('postpones to later only', () => {
    expect(decide({ kind: 'postponed', startsAt: CLASS.startsAt })).toMatchObject({
      refusal: 'start_not_later',
    })
  })

  it('promises a decision at 7:00 of the next day, if that is before the start', () => {
    expect(decide({ kind: 'decided-tomorrow' })).toMatchObject({
      value: { decisionAt: at('2026-03-07T07:00') },
    })
    const early = { ...CLASS, startsAt: at('2026-03-07T07:00') }
    expect(decide({ kind: 'decided-tomorrow' }, NOW, early)).toMatchObject({ refusal: 'decision_too_late' })
    expect(decide({ kind: 'decided-tomorrow' }, at('2026-03-07T06:50'))).toMatchObject({
      refusal: 'decision_too_late',
    })
  })

  it('holds for a market as well', () => {
    expect(decideChange(MARKET, { kind: 'indoors', place: '二楼' }, NOW, DEFAULT_RULES)).toMatchObject({
      ok: true,
    })
  })
})

describe('decideMoving', () => {
  const moved = (startsAt: string, activity = CLASS, now = NOW) => decideMoving(activity, at(startsAt), now)

  it('keeps the duration, and the distance of the closing to the start', () => {
    const closing = { ...CLASS, closesAt: at('2026-03-06T09:00') }
    expect(moved('2026-03-14T14:00', closing)).toEqual({
      ok: true,
      value: {
        startsAt: at('2026-03-14T14:00'),
        endsAt: at('2026-03-14T16:00'),
        opensAt: null,
        closesAt: at('2026-03-13T14:00'),
        attendanceStartsAnew: true,
      },
    })
  })

  it('keeps an announced opening, unless it would no longer come before the closing', () => {
    const opening = { ...CLASS, opensAt: at('2026-03-06T20:00') }
    expect(moved('2026-03-08T09:00', opening)).toMatchObject({ value: { opensAt: at('2026-03-06T20:00') } })
    expect(moved('2026-03-06T20:00', opening)).toMatchObject({ value: { opensAt: at('2026-03-06T07:00') } })
  })

  it('keeps who was let in already when it moves within the day', () => {
    expect(moved('2026-03-07T15:00')).toMatchObject({ value: { attendanceStartsAnew: false } })
  })

  it('refuses a start that is past or now', () => {
    expect(moved('2026-03-06T06:00')).toMatchObject({ refusal: 'start_past' })
    expect(moved('2026-03-06T06:01')).toMatchObject({ ok: true })
  })

  it('refuses once it started or was withdrawn', () => {
    expect(decideMoving(CLASS, at('2026-03-14T09:00'), CLASS.startsAt)).toMatchObject({
      refusal: 'already_started',
    })
    expect(moved('2026-03-14T09:00', { ...CLASS, status: 'withdrawn' })).toMatchObject({
      refusal: 'activity_withdrawn',
    })
  })

  it('moves a market, which has neither opening nor closing', () => {
    expect(decideMoving(MARKET, at('2026-03-08T08:00'), NOW)).toMatchObject({
      value: { endsAt: at('2026-03-08T12:00'), opensAt: null, closesAt: null },
    })
  })
})

describe('decideWithdrawing', () => {
  it('withdraws before the start only, and twice is fine', () => {
    expect(decideWithdrawing(CLASS, NOW)).toEqual({ ok: true, value: { already: false } })
    expect(decideWithdrawing(CLASS, CLASS.startsAt)).toEqual({ ok: false, refusal: 'already_started' })
    const withdrawn = { ...CLASS, status: 'withdrawn' } as const
    expect(decideWithdrawing(withdrawn, CLASS.endsAt)).toEqual({ ok: true, value: { already: true } })
  })
})
