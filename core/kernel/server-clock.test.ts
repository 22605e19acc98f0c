import fc from 'fast-check'
import { instant } from './shanghai-time'
import { isWrong, learntClock, serverClock } from './server-clock'

const NINE = Date.parse('2026-11-28T01:00:00Z')

/** A device whose own clock is wrong by `wrong`. */
function device(wrong = 0) {
  let passed = 0
  let set = wrong
  return {
    read: () => ({ wall: NINE + passed + set, steady: 5_000 + passed }),
    passes: (ms: number) => void (passed += ms),
    isSet: (ms: number) => void (set += ms),
    truth: () => NINE + passed,
    steady: () => 5_000 + passed,
  }
}

describe('the server’s clock on a device', () => {
  it('begins with the device’s own clock and what was known of it', () => {
    const late = device(-90_000)
    expect(serverClock(late.read, 90_000).now()).toBe(NINE)
  })

  it('is right after one contact, whatever the device shows, and stays so for a week', () => {
    const wrong = device(26 * 3_600_000)
    const clock = serverClock(wrong.read, 0)
    clock.correct(instant(wrong.truth()), wrong.steady(), wrong.steady())
    wrong.passes(7 * 24 * 3_600_000)
    expect(clock.now()).toBe(wrong.truth())
    expect(clock.ahead()).toBe(-26 * 3_600_000)
  })

  it('does not care when somebody sets the device', () => {
    const set = device()
    const clock = serverClock(set.read, 0)
    clock.correct(instant(NINE), set.steady(), set.steady())
    set.isSet(-3_600_000)
    set.passes(1_000)
    expect(clock.now()).toBe(NINE + 1_000)
  })

  it('is never further off than half the quickest answer, and a slow one makes it no worse', () => {
    const trip = fc.record({ there: fc.nat(8_000), back: fc.nat(8_000), pause: fc.nat(120_000) })
    fc.assert(
      fc.property(fc.array(trip, { minLength: 1, maxLength: 30 }), (trips) => {
        const own = device(-1_234_567)
        const clock = serverClock(own.read, 0)
        let best = Infinity
        for (const { there, back, pause } of trips) {
          const sent = own.steady()
          own.passes(there)
          const said = instant(own.truth())
          own.passes(back)
          clock.correct(said, sent, own.steady())
          best = Math.min(best, there + back)
          own.passes(pause)
          expect(Math.abs(clock.now() - own.truth())).toBeLessThanOrEqual(best)
        }
      }),
    )
  })

  it('follows a server whose clock was moved', () => {
    const own = device()
    const clock = serverClock(own.read, 0)
    clock.correct(instant(NINE), own.steady(), own.steady())
    clock.correct(instant(NINE + 600_000), own.steady(), own.steady() + 10)
    expect(Math.abs(clock.now() - (NINE + 600_000))).toBeLessThanOrEqual(10)
  })

  it('takes the middle of the quickest answer, whatever came before and comes after', () => {
    const own = device(-3_600_000)
    const clock = serverClock(own.read, 0)
    const answered = (there: number, back: number) => {
      const sent = own.steady()
      own.passes(there)
      const said = instant(own.truth())
      own.passes(back)
      clock.correct(said, sent, own.steady())
      return clock.now() - own.truth()
    }
    expect(answered(3_000, 1_000)).toBe(1_000)
    expect(answered(300, 300)).toBe(0)
    expect(answered(4_000, 0)).toBe(0)
    expect(answered(0, 4_000)).toBe(0)
  })

  it('learns nothing from an answer during which the counter was set back', () => {
    const own = device()
    const clock = serverClock(own.read, 0)
    clock.correct(instant(NINE + 86_400_000), own.steady(), own.steady() - 1)
    expect(clock.now()).toBe(NINE)
  })

  it.each([
    [5 * 60_000, false],
    [5 * 60_000 + 1, true],
    [-6 * 60_000, true],
  ])('that differs by %d ms is called wrong: %s', (ahead, wrong) => {
    expect(isWrong(ahead)).toBe(wrong)
  })
})

it('a clock that has learnt nothing yet is the device’s own, however fast that ticks', () => {
  let ticks = 1_000
  const clock = learntClock(() => (ticks += 1))
  const said = clock.now()
  expect(said).toBe(ticks)
})
