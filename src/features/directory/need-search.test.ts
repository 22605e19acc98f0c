import type { Service } from '../../../core/domain/office/office'
import { office } from '../../testing/directory-fixture'
import { handlesNeed } from './need-search'

const lift: Service = {
  id: 'lift',
  name: '加梯咨询',
  alsoCalled: ['加梯', '加装电梯', '装电梯'],
  description: '顾问团答疑',
}
const self: Service = { id: 'self', name: '一网通办自助', alsoCalled: ['自助'], description: null }
const searched = {
  services: [lift, self],
  neighbourhoods: [{ id: 'willow', name: '柳园', officeId: null, phone: null }],
}
const willow = office('柳园', { serviceIds: ['lift'], neighbourhoodId: 'willow', address: '杨柳路 8 号' })
const finds = (need: string) => handlesNeed(willow, need, searched)

describe('handlesNeed', () => {
  it('finds an office by any word that people use for what it handles', () => {
    expect(['加梯', '加装电梯', '装电梯', '加梯咨询'].map(finds)).toEqual([true, true, true, true])
  })

  it('finds a known word inside a longer question', () => {
    expect(finds('加装电梯怎么办')).toBe(true)
  })

  it('does not find what only another office handles', () => {
    expect(finds('自助')).toBe(false)
  })

  it('finds by name, neighbourhood and street, in any letter case', () => {
    expect(['柳园', '杨柳路', '8 号'].map(finds)).toEqual([true, true, true])
    expect(handlesNeed(office('a', { name: 'Willow House' }), 'willow', searched)).toBe(true)
  })

  it('wants every word of several', () => {
    expect(finds('杨柳路 加梯')).toBe(true)
    expect(finds('杨柳路，自助')).toBe(false)
  })

  it('keeps every office while nothing is typed', () => {
    expect(finds('  ')).toBe(true)
  })
})
