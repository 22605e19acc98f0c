import { at } from '../testing/class'
import { countsAsChild } from './age'
import { audienceMismatches, EVERYBODY, type Audience, type AudienceFacts } from './audience'

const THAT_DAY = at('2026-03-07T09:00')
const born = (from: number, to = from) => ({ from, to })

const person = (personId: string, changes: Partial<AudienceFacts> = {}): AudienceFacts => ({
  personId,
  birthYears: null,
  compoundId: null,
  neighbourhoodId: null,
  ...changes,
})
const mismatches = (audience: Partial<Audience>, ...party: readonly AudienceFacts[]) =>
  audienceMismatches({ ...EVERYBODY, ...audience }, party, THAT_DAY, 14)

describe('audienceMismatches', () => {
  it('asks nothing of anybody where the activity is for everybody', () => {
    expect(mismatches({}, person('a'), person('b', { birthYears: born(2020) }))).toEqual([])
  })

  it('lets in who turns 60 this year, and not who is 59 all year', () => {
    expect(mismatches({ minAge: 60 }, person('a', { birthYears: born(1966) }))).toEqual([])
    expect(mismatches({ minAge: 60 }, person('a', { birthYears: born(1967) }))).toEqual([
      { personId: 'a', why: 'too_young' },
    ])
  })

  it('judges a band of years by its most favourable year', () => {
    expect(mismatches({ minAge: 60 }, person('a', { birthYears: born(1960, 1969) }))).toEqual([])
    expect(mismatches({ maxAge: 50 }, person('a', { birthYears: born(1970, 1979) }))).toEqual([])
  })

  it('needs a year of birth only where the activity asks for an age', () => {
    expect(mismatches({ minAge: 60 }, person('a'))).toEqual([{ personId: 'a', why: 'birth_year_unknown' }])
    expect(mismatches({ compoundIds: ['c1'] }, person('a', { compoundId: 'c1' }))).toEqual([])
  })

  it('lets an adult bring a child that is welcome, whatever the age of the adult', () => {
    const child = person('child', { birthYears: born(2021) })
    const parents = [person('mother'), person('father', { birthYears: born(1985) })]
    expect(mismatches({ minAge: 3, maxAge: 6 }, child, ...parents)).toEqual([])
    expect(mismatches({ minAge: 3, maxAge: 6 }, ...parents)).toHaveLength(2)
  })

  it('does not let an adult in with a child that is too old itself', () => {
    const child = person('child', { birthYears: born(2014) })
    expect(mismatches({ maxAge: 6 }, child, person('father', { birthYears: born(1985) }))).toEqual([
      { personId: 'child', why: 'too_old' },
      { personId: 'father', why: 'too_old' },
    ])
  })

  it('is content with the compound or the neighbourhood', () => {
    const audience = { compoundIds: ['c1'], neighbourhoodIds: ['n2'] }
    expect(mismatches(audience, person('a', { compoundId: 'c1', neighbourhoodId: 'n1' }))).toEqual([])
    expect(mismatches(audience, person('a', { compoundId: 'c9', neighbourhoodId: 'n2' }))).toEqual([])
    expect(mismatches(audience, person('a', { compoundId: 'c9', neighbourhoodId: 'n1' }))).toEqual([
      { personId: 'a', why: 'lives_elsewhere' },
    ])
    expect(mismatches(audience, person('a'))).toEqual([{ personId: 'a', why: 'compound_unknown' }])
  })

  it('says that nobody knows where a compound belongs, rather than that its people live elsewhere', () => {
    const known = person('a', { compoundId: 'c9' })
    expect(mismatches({ neighbourhoodIds: ['n2'] }, known)).toEqual([
      { personId: 'a', why: 'neighbourhood_unknown' },
    ])
    expect(mismatches({ compoundIds: ['c1'] }, known)).toEqual([{ personId: 'a', why: 'lives_elsewhere' }])
    expect(mismatches({ compoundIds: ['c9'], neighbourhoodIds: ['n2'] }, known)).toEqual([])
  })

  it('does not waive the address for whoever brings a child', () => {
    const child = person('child', { birthYears: born(2021), compoundId: 'c1' })
    const stranger = person('uncle', { birthYears: born(1985), compoundId: 'c9' })
    expect(mismatches({ maxAge: 6, compoundIds: ['c1'] }, child, stranger)).toEqual([
      { personId: 'uncle', why: 'lives_elsewhere' },
    ])
  })
})

describe('countsAsChild', () => {
  it('protects whoever may still be 13 on that day', () => {
    expect(countsAsChild(born(2012), THAT_DAY, 14)).toBe(true)
    expect(countsAsChild(born(2011), THAT_DAY, 14)).toBe(false)
    expect(countsAsChild(born(2005, 2014), THAT_DAY, 14)).toBe(true)
  })

  it('takes an account holder without a year of birth for an adult', () => {
    expect(countsAsChild(null, THAT_DAY, 14)).toBe(false)
  })

  it('goes by the year in Shanghai', () => {
    expect(countsAsChild(born(2012), at('2027-01-01T00:00'), 14)).toBe(false)
    expect(countsAsChild(born(2012), at('2026-12-31T23:59'), 14)).toBe(true)
  })
})
