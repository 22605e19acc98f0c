import { deadlinesOf } from '../../activity/deadlines'
import { DEFAULT_RULES } from '../../activity/rule-settings'
import { at, CLASS, NOW } from '../../activity/testing/class'
import { afterSending, decideDelivery, type RecipientFacts } from './delivery'
import { causeStands, keyOf, NOTICE_KINDS, recipientsOf, templateOf, type CauseFacts } from './notice'
import { isReminderDue, mayGoOutFrom } from './timing'

const NOON = at('2026-03-06T12:00')
const NIGHT = at('2026-03-06T22:00')
const MORNING = at('2026-03-07T08:00')

describe('templateOf', () => {
  it('sends changes, wait-list results and reminders; lapsing tells only the inbox', () => {
    expect(NOTICE_KINDS.map((kind) => [kind, templateOf(kind)])).toEqual([
      ['promoted', 'waitlist'],
      ['seats-free', 'waitlist'],
      ['no-longer-fits', 'waitlist'],
      ['changed', 'change'],
      ['withdrawn', 'change'],
      ['reminder', 'reminder'],
      ['lapsed', null],
      ['double', null],
      ['left-alone', 'change'],
    ])
  })
})

describe('mayGoOutFrom', () => {
  it('lets changes out at any hour', () => {
    expect(mayGoOutFrom('change', NIGHT, DEFAULT_RULES)).toBe(NIGHT)
  })

  it('holds all others from 20:00 until 8:00', () => {
    const from = (moment: string) => mayGoOutFrom('waitlist', at(moment), DEFAULT_RULES)
    expect(from('2026-03-06T19:59')).toBe(at('2026-03-06T19:59'))
    expect(from('2026-03-06T20:00')).toBe(MORNING)
    expect(from('2026-03-07T00:30')).toBe(MORNING)
    expect(from('2026-03-07T07:59')).toBe(MORNING)
    expect(from('2026-03-07T08:00')).toBe(MORNING)
    expect(mayGoOutFrom('reminder', NIGHT, DEFAULT_RULES)).toBe(MORNING)
  })
})

describe('isReminderDue', () => {
  const deadlines = deadlinesOf(CLASS, DEFAULT_RULES)
  const due = (confirmedAt: string, now: string, reminded = false) =>
    isReminderDue(at(confirmedAt), reminded, deadlines, at(now))

  it('is from 18:00 the day before until the start, once', () => {
    expect(due('2026-03-05T10:00', '2026-03-06T17:59')).toBe(false)
    expect(due('2026-03-05T10:00', '2026-03-06T18:00')).toBe(true)
    expect(due('2026-03-05T10:00', '2026-03-06T18:00', true)).toBe(false)
    expect(due('2026-03-05T10:00', '2026-03-07T09:00')).toBe(false)
  })

  it('is none for a place that was given later', () => {
    expect(due('2026-03-06T17:59', '2026-03-06T18:30')).toBe(true)
    expect(due('2026-03-06T18:00', '2026-03-06T18:30')).toBe(false)
  })
})

describe('recipientsOf', () => {
  it('tells who registered and each linked resident, everybody once', () => {
    expect(recipientsOf('daughter', ['daughter', 'mother', null])).toEqual(['daughter', 'mother'])
    expect(recipientsOf(null, ['mother'])).toEqual(['mother'])
  })
})

describe('keyOf', () => {
  const notice = { kind: 'promoted', registrationId: 'r', recipientId: 'p', cause: '7' } as const

  it('is the same for the same cause, and another for another promotion or recipient', () => {
    expect(keyOf(notice)).toBe(keyOf({ ...notice }))
    expect(keyOf({ ...notice, cause: '8' })).not.toBe(keyOf(notice))
    expect(keyOf({ ...notice, recipientId: 'q' })).not.toBe(keyOf(notice))
  })

  it('allows one reminder in the life of a registration', () => {
    expect(keyOf({ ...notice, kind: 'reminder' })).toBe(keyOf({ ...notice, kind: 'reminder', cause: '8' }))
  })
})

describe('causeStands', () => {
  const facts: CauseFacts = {
    status: 'published',
    startsAt: CLASS.startsAt,
    endsAt: CLASS.endsAt,
    capacity: 4,
    waiting: 0,
    confirmed: 2,
    attended: 0,
    isVolunteer: false,
    latestChangeId: 'rain',
  }
  const stands = (kind: (typeof NOTICE_KINDS)[number], changes: Partial<CauseFacts> = {}, now = NOW) =>
    causeStands({ kind, cause: 'rain' }, { ...facts, ...changes }, now)

  it.each(['promoted', 'reminder'] as const)('drops %s once cancelled, withdrawn or begun', (kind) => {
    expect(stands(kind)).toBe(true)
    expect(stands(kind, { confirmed: 0 })).toBe(false)
    expect(stands(kind, { status: 'withdrawn' })).toBe(false)
    expect(stands(kind, {}, CLASS.startsAt)).toBe(false)
  })

  it('drops a change that another has overtaken, and for who has cancelled', () => {
    expect(stands('changed')).toBe(true)
    expect(stands('changed', { latestChangeId: 'sun' })).toBe(false)
    expect(stands('changed', { confirmed: 0 })).toBe(false)
    expect(stands('changed', { confirmed: 0, waiting: 1 })).toBe(true)
    expect(stands('changed', { confirmed: 0, attended: 1 })).toBe(true)
    expect(stands('changed', { confirmed: 0, isVolunteer: true })).toBe(true)
  })

  it('drops what a raised capacity or a smaller party has mended', () => {
    expect(stands('no-longer-fits', { waiting: 3, capacity: 2 })).toBe(true)
    expect(stands('no-longer-fits', { waiting: 2, capacity: 2 })).toBe(false)
  })

  it('drops free seats once nobody of the party waits, or it has begun', () => {
    expect(stands('seats-free', { waiting: 1 })).toBe(true)
    expect(stands('seats-free', { waiting: 0 })).toBe(false)
    expect(stands('seats-free', { waiting: 1 }, CLASS.startsAt)).toBe(false)
  })

  it('says that an activity is withdrawn until it would have ended', () => {
    expect(stands('withdrawn', { status: 'withdrawn', confirmed: 0 }, CLASS.startsAt)).toBe(true)
    expect(stands('withdrawn', { status: 'withdrawn', confirmed: 0 }, CLASS.endsAt)).toBe(false)
    expect(stands('withdrawn')).toBe(false)
  })

  it('keeps what stands in the inbox', () => {
    expect(stands('lapsed', {}, CLASS.endsAt)).toBe(true)
    expect(stands('double', {}, CLASS.endsAt)).toBe(true)
    expect(stands('left-alone')).toBe(true)
  })
})

describe('decideDispatch', () => {
  const willing: RecipientFacts = { way: 'wechat', consentsLeft: 1 }
  const decide = (kind: (typeof NOTICE_KINDS)[number], to = willing, now = NOON, stands = true) =>
    decideDelivery(kind, stands, to, now, DEFAULT_RULES)

  it('sends for a consent', () => {
    expect(decide('promoted')).toEqual({ kind: 'send', template: 'waitlist' })
  })

  it('holds through the night what is no change', () => {
    expect(decide('promoted', willing, NIGHT)).toEqual({ kind: 'hold', until: MORNING })
    expect(decide('withdrawn', willing, NIGHT)).toEqual({ kind: 'send', template: 'change' })
  })

  it('drops what has no cause any more, at night too, and what is for the inbox', () => {
    expect(decide('promoted', willing, NIGHT, false)).toEqual({ kind: 'drop' })
    expect(decide('lapsed')).toEqual({ kind: 'drop' })
  })

  it.each([
    { way: 'wechat', consentsLeft: 0 },
    { way: 'phone', consentsLeft: 3 },
    { way: 'none', consentsLeft: 3 },
  ] as const)('puts on the list who cannot be reached: %j', (to) => {
    expect(decide('changed', to)).toEqual({ kind: 'unreached' })
    expect(decide('reminder', to)).toEqual({ kind: 'drop' })
  })
})

describe('afterSending', () => {
  it('takes one consent for one message, and none of what surely did not arrive', () => {
    expect(afterSending('change', 'sent', 2)).toEqual({ message: 'sent', unreached: false, consentsLeft: 1 })
    expect(afterSending('change', 'over-quota', 2)).toEqual({
      message: 'retry',
      unreached: false,
      consentsLeft: 2,
    })
    expect(afterSending('change', 'malformed', 2)).toEqual({
      message: 'unsent',
      unreached: true,
      consentsLeft: 2,
    })
  })

  it('believes WeChat that no consent is left, and never sends again after a lost answer', () => {
    expect(afterSending('change', 'no-consent', 2)).toEqual({
      message: 'unsent',
      unreached: true,
      consentsLeft: 0,
    })
    expect(afterSending('change', 'unknown', 2)).toEqual({
      message: 'unsent',
      unreached: true,
      consentsLeft: 1,
    })
    expect(afterSending('reminder', 'unknown', 2)).toMatchObject({ unreached: false })
  })
})
