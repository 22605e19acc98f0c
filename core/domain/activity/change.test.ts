import { decideChange, placeNow, decideMoving, decideWithdrawing, type ChangeRequest } from './change'
import { instant } from '../../kernel/shanghai-time'
import { DEFAULT_RULES } from './rule-settings'
import { at, CLASS, MARKET, NOW } from './testing/class'

const decide = (asked: ChangeRequest, now = NOW, activity = CLASS) =>
  decideChange(activity, asked, now, DEFAULT_RULES)

const CHANGES: readonly ChangeRequest[] = [
  { kind: 'as-planned' },
  { kind: 'indoors', place: '武宁片区二楼' },
  { kind: 'postponed', startsAt: at('2026-03-14T09:00') },
  { kind: 'cancelled' },
  { kind: 'decided-tomorrow' },
]

describe('decideChange', () => {
  it.each(CHANGES)('announces $kind with the time of the change', (asked) => {
    expect(decide(asked)).toMatchObject({ ok: true, value: { kind: asked.kind, changedAt: NOW } })
  })

  it('names the place indoors', () => {
    expect(decide({ kind: 'indoors', place: '武宁片区二楼' })).toMatchObject({
      value: { place: '武宁片区二楼' },
    })
  })

  it.each(CHANGES)('refuses $kind from the start on, and after withdrawing', (asked) => {
    expect(decide(asked, CLASS.startsAt)).toEqual({ ok: false, refusal: 'already_started' })
    expect(decide(asked, NOW, { ...CLASS, status: 'withdrawn' })).toEqual({
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

  it('brings forward to earlier only, and leaves everybody a day to come', () => {
    const forward = (startsAt: string, now = NOW) =>
      decide({ kind: 'brought-forward', startsAt: at(startsAt) }, now, LATER)
    const LATER = { ...CLASS, startsAt: at('2026-03-14T09:00'), endsAt: at('2026-03-14T11:00') }
    expect(forward('2026-03-14T09:00')).toMatchObject({ refusal: 'start_not_earlier' })
    const now = at('2026-03-06T10:00')
    expect(forward('2026-03-07T09:59', now)).toEqual({
      ok: false,
      refusal: 'too_soon_to_come',
      detail: { from: '2026-03-07T02:00:00.000Z', hours: 24 },
    })
    expect(forward('2026-03-07T10:00', now)).toMatchObject({
      ok: true,
      value: { kind: 'brought-forward', move: { endsAt: at('2026-03-07T12:00') } },
    })
  })

  it('ends early after the start and before the end only', () => {
    const end = (now: typeof NOW, activity = CLASS) => decide({ kind: 'ended-early' }, now, activity)
    expect(end(CLASS.startsAt)).toMatchObject({ refusal: 'not_started' })
    const soon = instant(CLASS.startsAt + 1)
    expect(end(soon)).toEqual({ ok: true, value: { kind: 'ended-early', changedAt: soon } })
    expect(end(CLASS.endsAt)).toEqual({ ok: false, refusal: 'already_over' })
    expect(end(soon, { ...CLASS, status: 'withdrawn' })).toMatchObject({ refusal: 'activity_withdrawn' })
  })

  it('takes one more sentence until the end', () => {
    const say = (now: typeof NOW) => decide({ kind: 'note', note: '请带伞' }, now)
    expect(say(instant(CLASS.endsAt - 1))).toMatchObject({ value: { kind: 'note', note: '请带伞' } })
    expect(say(CLASS.endsAt)).toEqual({ ok: false, refusal: 'already_over' })
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

describe('placeNow', () => {
  it('is where the newest change moved it, with the planned place as the former one', () => {
    expect(placeNow('梧桐里', null)).toEqual({ place: '梧桐里', former: null })
    expect(placeNow('梧桐里', { place: null })).toEqual({ place: '梧桐里', former: null })
    expect(placeNow('梧桐里', { place: '武宁片区二楼' })).toEqual({ place: '武宁片区二楼', former: '梧桐里' })
    expect(placeNow('梧桐里', { place: '梧桐里' })).toEqual({ place: '梧桐里', former: null })
  })
})
