import { instant } from '../../../core/kernel/shanghai-time'
import { birthYearOf, faultsOf, needsConsent, NOBODY_YET, withRelation } from './new-member'

const NOW = instant(Date.UTC(2026, 10, 22))
const born = (year: string) => ({ name: '小宝', relation: '孩子', year })

describe('a new member of the family', () => {
  it('needs a guardian’s yes while it may still be below the age that the backend told', () => {
    expect(needsConsent(born('2012'), NOW, 14)).toBe(true)
    expect(needsConsent(born('2011'), NOW, 14)).toBe(false)
    expect(needsConsent(born('2011'), NOW, 16)).toBe(true)
    expect(needsConsent(born('20'), NOW, 14)).toBe(false)
  })

  it('was born in a year of four digits that has come', () => {
    expect(birthYearOf(' 1955 ', NOW)).toBe(1955)
    for (const typed of ['', '55', '1899', '2027', '1955年'])
      expect([typed, birthYearOf(typed, NOW)]).toEqual([typed, null])
  })

  it('is called by the relation until it gets a name', () => {
    const mother = withRelation(NOBODY_YET, '妈妈', '其他')
    expect(mother.name).toBe('妈妈')
    expect(withRelation(mother, '爸爸', '其他').name).toBe('爸爸')
    expect(withRelation(mother, '其他', '其他').name).toBe('')
    expect(withRelation({ ...mother, name: '张阿姨' }, '爸爸', '其他').name).toBe('张阿姨')
  })

  it('says what is missing, field by field', () => {
    expect(faultsOf(NOBODY_YET, NOW)).toEqual({
      name: '请写个称呼。',
      relation: '请选一个关系。',
      year: '请写四位数的年份，例如 1955。',
    })
    expect(Object.values(faultsOf(born('2018'), NOW))).toEqual([null, null, null])
  })
})
