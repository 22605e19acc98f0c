import { holdersOf, isToldAsRegistered, type TakenStall } from './holders'

const stall = (number: string, more: Partial<TakenStall> = {}): TakenStall => ({
  number,
  sign: null,
  called: null,
  phone: null,
  residentId: null,
  ...more,
})

describe('who has stalls', () => {
  it('is one person for several stalls with one telephone', () => {
    const stalls = [
      stall('12', { called: '张三', phone: '13800000001' }),
      stall('13', { sign: '串珠', phone: '13800000002' }),
      stall('14', { called: '张师傅', phone: '13800000001' }),
    ]
    expect(holdersOf(stalls)).toEqual([
      { numbers: ['12', '14'], name: '张三', phone: '13800000001', residentId: null },
      { numbers: ['13'], name: '串珠', phone: '13800000002', residentId: null },
    ])
  })

  it('is one by the account or by the name where no telephone is known', () => {
    const stalls = [
      stall('1', { residentId: 'one', sign: '竹编' }),
      stall('2', { sign: '旧物' }),
      stall('3', { residentId: 'one', sign: '草编' }),
      stall('4', { sign: '旧物' }),
    ]
    expect(holdersOf(stalls).map(({ numbers }) => numbers)).toEqual([
      ['1', '3'],
      ['2', '4'],
    ])
  })

  it('is told as a registered person where the telephone or the account is one of theirs', () => {
    const told = { phones: new Set(['13800000001']), residentIds: new Set(['one']) }
    const [byPhone, byAccount, neither] = holdersOf([
      stall('1', { phone: '13800000001' }),
      stall('2', { residentId: 'one' }),
      stall('3', { phone: '13800000003', residentId: 'two' }),
    ])
    expect([byPhone, byAccount, neither].map((one) => one && isToldAsRegistered(one, told))).toEqual([
      true,
      true,
      false,
    ])
  })
})
