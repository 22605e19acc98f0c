import { BLANK, charactersLeft, faultsOf, inputOf } from './suggestion-form'

describe('a suggestion', () => {
  it('needs words, and a number only where somebody wants to be called', () => {
    expect(faultsOf({ ...BLANK, text: ' \n' }).text).toBe('请先写几个字。')
    expect(faultsOf({ ...BLANK, text: '灯坏了' })).toEqual({ text: null, phone: null })
    expect(faultsOf({ text: '灯坏了', wantsCall: true, phone: '123' }).phone).toMatch(/电话好像不对/)
    expect(faultsOf({ text: '灯坏了', wantsCall: true, phone: '138 1234 5678' }).phone).toBeNull()
  })

  it('sends no number that was typed and then not wanted', () => {
    expect(inputOf({ text: ' 灯坏了 ', wantsCall: false, phone: '13812345678' })).toEqual({
      text: '灯坏了',
      phone: null,
    })
    expect(inputOf({ text: '灯坏了', wantsCall: true, phone: '138 1234 5678' }).phone).toBe('13812345678')
  })

  it('counts down from five hundred', () => {
    expect(charactersLeft({ ...BLANK, text: '灯坏了' })).toBe(497)
  })
})
