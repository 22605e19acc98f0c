import { metres } from '../../../core/kernel/units'
import { ACCESS_WORDS, distanceText, STEP_FREE_WORDS, trustLine } from './office'

describe('distanceText', () => {
  it.each([
    [12, '直线约 50 米'],
    [351, '直线约 350 米'],
    [374.9, '直线约 350 米'],
    [974, '直线约 950 米'],
    [975, '直线约 1.0 公里'],
    [1249, '直线约 1.2 公里'],
  ])('says %p metres as %s', (length, text) => {
    expect(distanceText(metres(length))).toBe(text)
  })
})

describe('access facts', () => {
  it('never read the unverified as a yes', () => {
    expect(ACCESS_WORDS).toEqual({ yes: '有', no: '没有', unverified: '未核实' })
    expect(STEP_FREE_WORDS.unverified).toContain('未核实')
  })
})

describe('trustLine', () => {
  it('names who runs this, what is never asked for, and a number that answers', () => {
    expect(trustLine({ organiser: '曹杨新村街道', phone: null, hotline: '12345' })).toBe(
      '曹杨新村街道主办。不收费，不要验证码、银行卡、身份证。核实请打 12345。',
    )
    expect(trustLine({ organiser: '曹杨新村街道', phone: '021-1', hotline: '12345' })).toContain(
      '核实请打 021-1。',
    )
  })
})
