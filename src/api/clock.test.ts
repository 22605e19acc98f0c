import type { Sent } from '../platform/send/sending'

const NINE = Date.parse('2026-11-28T01:00:00Z')
const DAY = 86_400_000
let answer: Sent = { kind: 'lost', why: 'offline' }
/** By the phone's clock, milliseconds from asking to being answered. */
let took = 0

jest.mock('../platform/send/send', () => ({
  identity: 'token',
  send: () => {
    jest.setSystemTime(Date.now() + took)
    return Promise.resolve(answer)
  },
}))

const asked = { name: 'home.show', input: {}, token: null }
const answeredAt = (moment: number, moved?: true): Sent => ({
  kind: 'answered',
  body: { ok: true, value: {}, at: new Date(moment).toISOString(), ...(moved ? { moved } : {}) },
})

/** A phone that has just been switched on and shows this time. */
async function phoneAt(shown: number) {
  jest.useFakeTimers({ now: shown })
  jest.resetModules()
  took = 0
  return import('./clock')
}

afterEach(() => jest.useRealTimers())

describe('a phone whose date is wrong', () => {
  it.each([
    ['2015-01-01T00:00:00Z', 'of 2015'],
    ['2026-11-27T01:00:00Z', 'a day back'],
    ['2030-06-01T00:00:00Z', 'of 2030'],
  ])('%s (%s) reckons by the server from the first answer on, and says so', async (shown) => {
    const { now, isPhoneClockWrong, sendAndLearnTime } = await phoneAt(Date.parse(shown))
    expect(now()).toBe(Date.parse(shown))
    expect(isPhoneClockWrong()).toBe(false)
    answer = answeredAt(NINE)
    await sendAndLearnTime(asked)
    expect(now()).toBe(NINE)
    expect(isPhoneClockWrong()).toBe(true)
  })

  it('takes the middle between asking and being answered', async () => {
    const { now, sendAndLearnTime } = await phoneAt(NINE - DAY)
    took = 600
    answer = answeredAt(NINE)
    await sendAndLearnTime(asked)
    expect(now()).toBe(NINE + 300)
  })

  it('turns a stored moment of its own into the true one, and back', async () => {
    const { fromPhone, onPhone, phoneNow, sendAndLearnTime } = await phoneAt(NINE - DAY)
    answer = answeredAt(NINE)
    await sendAndLearnTime(asked)
    expect(fromPhone(phoneNow() - 1_000)).toBe(NINE - 1_000)
    expect(onPhone(fromPhone(5))).toBe(5)
  })
})

describe('a phone whose time is right', () => {
  it('says nothing below five minutes', async () => {
    const { isPhoneClockWrong, sendAndLearnTime } = await phoneAt(NINE - 299_000)
    answer = answeredAt(NINE)
    await sendAndLearnTime(asked)
    expect(isPhoneClockWrong()).toBe(false)
  })

  it('reckons by a demonstration whose clock was moved, and does not call its own wrong', async () => {
    const { now, isPhoneClockWrong, sendAndLearnTime } = await phoneAt(NINE)
    answer = answeredAt(NINE + 40 * DAY, true)
    await sendAndLearnTime(asked)
    expect(now()).toBe(NINE + 40 * DAY)
    expect(isPhoneClockWrong()).toBe(false)
  })

  it.each([
    { ok: true, value: {} },
    { ok: false, fault: 'internal', trace: 't', at: 'soon' },
  ])('learns nothing from an answer without a time: %j', async (body) => {
    const { now, sendAndLearnTime } = await phoneAt(NINE)
    answer = { kind: 'answered', body }
    await sendAndLearnTime(asked)
    expect(now()).toBe(NINE)
  })
})
