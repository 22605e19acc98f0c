import { member, registration } from '../testing/facts'
import { numberFrom } from './number'
import { rejoinMembers, rowToRejoin } from './rejoining'

const joiner = (identity: string) => ({ personId: `record of ${identity}`, identity, child: false })
const gone = (id: string) => member(id, 'cancelled', { identity: id })

describe('rowToRejoin', () => {
  it('is the row that was cancelled whole', () => {
    const cancelled = registration('1', [gone('mother'), gone('child')])
    expect(rowToRejoin([cancelled], [joiner('mother')])).toBe(cancelled)
  })

  it('is none while anybody of the row is live, lapsed ones among them', () => {
    const half = registration('1', [gone('mother'), member('child', 'confirmed')])
    const lapsed = registration('2', [member('a', 'lapsed')])
    expect(rowToRejoin([half, lapsed], [joiner('mother')])).toBeNull()
  })

  it('is the one that knows somebody of the party, then the earliest', () => {
    const rows = [
      registration('1', [gone('a')], 1),
      registration('3', [gone('b')], 3),
      registration('2', [gone('b')], 2),
    ]
    expect(rowToRejoin(rows, [joiner('b')])?.id).toBe('2')
    expect(rowToRejoin(rows, [joiner('c')])?.id).toBe('1')
  })
})

describe('rejoinMembers', () => {
  it('takes back those who were in the row and adds the others', () => {
    const row = registration('1', [gone('mother'), gone('child')])
    const [mother, aunt] = [joiner('mother'), joiner('aunt')] as const
    expect(rejoinMembers(row, [aunt, mother])).toEqual({
      returning: [{ member: gone('mother'), as: mother }],
      added: [aunt],
    })
  })
})

describe('numberFrom', () => {
  it('is four digits, and the next free one round the end', () => {
    expect(numberFrom(527, new Set())).toBe('0527')
    expect(numberFrom(527, new Set(['0527', '0528']))).toBe('0529')
    expect(numberFrom(9999, new Set(['9999']))).toBe('0000')
  })

  it('throws when none is left', () => {
    const all = new Set(Array.from({ length: 10_000 }, (_, number) => String(number).padStart(4, '0')))
    expect(() => numberFrom(1, all)).toThrow('all 10000 numbers')
    all.delete('0000')
    expect(numberFrom(1, all)).toBe('0000')
  })
})
