import { LAST_RESULT } from './last-result'
import { comeLine, countCells, freeText } from './desk'
import { partyHint, partyTitle } from './find-party'

const counts = {
  registered: 20,
  attended: 8,
  walkedIn: 2,
  withoutPhone: 1,
  doorRecords: 0,
  heads: 11,
  capacity: 20,
  free: 0,
}

describe('what is said at the desk', () => {
  it('names one, two, and the first of several', () => {
    expect(LAST_RESULT.admitted(['王**'], '0527')).toBe('王** 已签到')
    expect(LAST_RESULT.admitted(['王**', '李**'], '0527')).toBe('王**、李** 已签到')
    expect(LAST_RESULT.admitted(['王**', '李**', '小**'], '0527')).toBe('王** 等 3 位 已签到')
  })

  it('calls who left no name by the number', () => {
    expect(LAST_RESULT.admitted([null], '0527')).toBe('号码 0527 已签到')
    expect(LAST_RESULT.admitted(['王**', null], '0527')).toBe('王** 等 2 位 已签到')
    expect(LAST_RESULT.again([null, null], '0527', '今天 9:12')).toBe(
      '号码 0527 等 2 位 今天 9:12 已签到，不用再签',
    )
  })

  it('counts what came, each kind apart, seatless entries only where there are any', () => {
    expect(countCells(counts).map(({ name, value }) => `${name} ${value}`)).toEqual([
      '报名到场 8/20',
      '临时来 2',
      '无手机 1',
    ])
    expect(countCells({ ...counts, doorRecords: 3 }).at(-1)?.spoken).toBe('补记 3 位')
    const open = { ...counts, registered: 0, attended: 0, capacity: null }
    expect(countCells(open).map(({ name }) => name)).toEqual(['临时来', '无手机'])
  })

  it('says how full it is', () => {
    expect([freeText(0), freeText(3)]).toEqual(['满了，没有空位', '还空 3 个位子'])
    expect([comeLine(counts), comeLine({ ...counts, registered: 0 })]).toEqual([
      '报名 20 位，到了 11 位',
      '到了 11 位',
    ])
  })

  it('tells parties of one surname apart without their numbers', () => {
    expect([partyTitle('王**', 1), partyTitle(null, 2)]).toEqual(['王**', '没留名字 等 2 位'])
    expect([partyHint(2, 0, 1), partyHint(1, 1, 0), partyHint(0, 2, 0), partyHint(0, 0, 0)]).toEqual([
      '还没来，孩子 1 位',
      '还有 1 位没来',
      '都到了',
      '没有位子',
    ])
  })
})
