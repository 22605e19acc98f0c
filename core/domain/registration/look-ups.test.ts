import { instant, parseInstant } from '../../kernel/shanghai-time'
import { decideLookingUp, LOOK_UPS_AN_HOUR, readLookUp } from './look-ups'

const NINE = parseInstant('2026-11-28T09:00:00+08:00')
const minutesAfter = (minutes: number) => instant(NINE + minutes * 60_000)

describe('looking people up', () => {
  it('is held off after 30 in an hour, until the first of them is an hour old', () => {
    const at = Array.from({ length: LOOK_UPS_AN_HOUR }, (_, minute) => minutesAfter(minute))
    expect(decideLookingUp(at.slice(1), minutesAfter(40))).toMatchObject({ ok: true })
    expect(decideLookingUp(at, minutesAfter(40))).toMatchObject({
      refusal: 'looked_up_too_often',
      detail: { until: '2026-11-28T02:00:00.000Z' },
    })
    expect(decideLookingUp(at, instant(minutesAfter(60) - 1))).toMatchObject({ ok: false })
    expect(decideLookingUp(at, minutesAfter(60))).toMatchObject({ ok: true })
  })

  it.each([
    ['王阿姨', { kind: 'surname', first: '王' }],
    [' 0427 ', { kind: 'digits', lastFour: '0427', number: '0427' }],
    ['０４２７', { kind: 'digits', lastFour: '0427', number: '0427' }],
    ['139-0000-0001', { kind: 'digits', lastFour: '0001', number: null }],
    ['042', null],
    [' ', null],
  ])('reads %p', (asked, read) => {
    expect(readLookUp(asked)).toEqual(read)
  })
})
