import { belongsTo, committee } from './compound'

describe('what a compound belongs to', () => {
  it('is claimed only where it is verified', () => {
    expect(belongsTo('望月湾一村', '望月湾', true)).toBe('望月湾一村属于望月湾居委会')
    expect(belongsTo('曹杨二村', '枫岭园', false)).toBe('曹杨二村可能属于枫岭园居委会')
  })

  it('is a committee, whether or not the pack writes the word', () => {
    expect(committee('枫岭园')).toBe('枫岭园居委会')
    expect(committee('枫岭园居委会')).toBe('枫岭园居委会')
  })
})
