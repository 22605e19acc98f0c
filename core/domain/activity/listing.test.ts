import { fallsInto, spanOf } from './listing'
import { at, CLASS } from './testing/class'

const FRIDAY = at('2026-03-06T06:00')
const SATURDAY = at('2026-03-07T10:00')
const SUNDAY = at('2026-03-08T10:00')

describe('spanOf', () => {
  it('asks for what is left of today', () => {
    expect(spanOf('today', FRIDAY)).toEqual({ from: FRIDAY, to: at('2026-03-07T00:00') })
  })

  it('ends a week with Sunday', () => {
    expect(spanOf('week', FRIDAY)).toEqual({ from: FRIDAY, to: at('2026-03-09T00:00') })
    expect(spanOf('week', SUNDAY)).toEqual({ from: SUNDAY, to: at('2026-03-09T00:00') })
    expect(spanOf('week', at('2026-03-09T00:00')).to).toBe(at('2026-03-16T00:00'))
  })

  it('begins a weekend on Saturday, or now where it has begun', () => {
    expect(spanOf('weekend', FRIDAY)).toEqual({ from: at('2026-03-07T00:00'), to: at('2026-03-09T00:00') })
    expect(spanOf('weekend', SATURDAY)).toEqual({ from: SATURDAY, to: at('2026-03-09T00:00') })
    expect(spanOf('weekend', SUNDAY)).toEqual({ from: SUNDAY, to: at('2026-03-09T00:00') })
  })
})

describe('fallsInto', () => {
  it('holds for what still runs, and for what starts before the end', () => {
    expect(fallsInto(CLASS, { from: at('2026-03-07T10:59'), to: at('2026-03-08T00:00') })).toBe(true)
    expect(fallsInto(CLASS, { from: CLASS.endsAt, to: at('2026-03-08T00:00') })).toBe(false)
    expect(fallsInto(CLASS, { from: FRIDAY, to: CLASS.startsAt })).toBe(false)
  })
})
