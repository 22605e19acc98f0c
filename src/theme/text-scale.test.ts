import { TYPE_SCALE } from './tokens'
import { displayScale, ELDER_SCALES, NO_DISPLAY_CHOICE } from './text-scale'

const elder = (elderScale: number) => ({ edition: 'elder', elderScale }) as const

describe('displayScale', () => {
  it('shows the standard edition at its own size on a phone with the standard font', () => {
    expect(displayScale(1, NO_DISPLAY_CHOICE)).toEqual({
      edition: 'standard',
      textScale: 1,
      startedByItself: false,
    })
  })

  it('starts the elder edition by itself exactly from the 关怀 size on', () => {
    expect(displayScale(23.8 / 17, NO_DISPLAY_CHOICE)).toMatchObject({
      edition: 'elder',
      startedByItself: true,
    })
    expect(displayScale(1.396, NO_DISPLAY_CHOICE).edition).toBe('elder')
    expect(displayScale(1.35, NO_DISPLAY_CHOICE)).toMatchObject({ edition: 'standard', textScale: 1.35 })
  })

  it('keeps the WeChat size after the resident went back to the standard edition', () => {
    expect(displayScale(1.5, { ...NO_DISPLAY_CHOICE, edition: 'standard' })).toEqual({
      edition: 'standard',
      textScale: 1.5,
      startedByItself: false,
    })
  })

  it('takes the larger of the two scales', () => {
    expect(displayScale(1, elder(1.6)).textScale).toBe(1.6)
    expect(displayScale(1.7, elder(1.2)).textScale).toBe(1.7)
  })

  it('never goes above twice the size or below the standard one', () => {
    expect(displayScale(3.2, elder(1.8)).textScale).toBe(2)
    expect(displayScale(0.8, NO_DISPLAY_CHOICE).textScale).toBe(1)
  })

  it.each([Number.NaN, 0, -1, Number.POSITIVE_INFINITY])(
    'takes the font factor %p for the standard one',
    (factor) => {
      expect(displayScale(factor, NO_DISPLAY_CHOICE).textScale).toBe(1)
    },
  )

  it('says that it started by itself only while nobody has chosen', () => {
    expect(displayScale(1.4, elder(1.4)).startedByItself).toBe(false)
  })
})

describe('the type scale', () => {
  it('lets body text reach 30 points in the elder edition', () => {
    const largest = Math.max(...ELDER_SCALES)
    expect(TYPE_SCALE.body.size * largest).toBeGreaterThanOrEqual(30)
  })

  it('never starts below 14 points', () => {
    expect(Math.min(...Object.values(TYPE_SCALE).map(({ size }) => size))).toBeGreaterThanOrEqual(14)
  })
})
