/** @jest-environment jsdom */
import type { FamilyMember } from '../../../../core/contract/registration/family'
import { parseInstant } from '../../../../core/kernel/shanghai-time'
import { lastParty, leftOut, startParty, type Household } from './register-form'

const ANYBODY = { minAge: null, maxAge: null, largestParty: 5, capacity: 30 }
const SATURDAY = parseInstant('2026-11-28T01:00:00.000Z')

const member = (familyMemberId: string, given: Partial<FamilyMember> = {}): FamilyMember => ({
  familyMemberId,
  name: familyMemberId,
  relation: '妈妈',
  birthYear: 1955,
  child: false,
  guardianConsent: false,
  claimed: false,
  ...given,
})
const household = (
  members: readonly FamilyMember[],
  born: Household['myself']['born'] = null,
): Household => ({
  myself: { callName: null, born },
  members,
})

describe('startParty', () => {
  it('ticks the whole household, so that two taps do', () => {
    expect(startParty(household([member('mother')]), ANYBODY, SATURDAY, null)).toEqual([null, 'mother'])
  })

  it('ticks whom one came with last time, as far as they are still there', () => {
    const both = household([member('mother'), member('father')])
    expect(startParty(both, ANYBODY, SATURDAY, [null, 'father', 'gone'])).toEqual([null, 'father'])
    expect(startParty(both, ANYBODY, SATURDAY, ['gone'])).toEqual([null, 'mother', 'father'])
  })

  it('leaves out a child whom no guardian has agreed for', () => {
    const child = { child: true, birthYear: 2018 }
    const family = household([member('one', child), member('two', { ...child, guardianConsent: true })])
    expect(startParty(family, ANYBODY, SATURDAY, null)).toEqual([null, 'two'])
  })

  it('leaves out who is not of the age that is asked for', () => {
    const elders = { ...ANYBODY, minAge: 60 }
    const family = [member('mother'), member('brother', { birthYear: 1990 })]
    expect(startParty(household(family, [1950, 1950]), elders, SATURDAY, null)).toEqual([null, 'mother'])
    expect(startParty(household(family, [1990, 1990]), elders, SATURDAY, null)).toEqual(['mother'])
  })

  it('sends relatives who fit without oneself where one’s own age is unknown, and oneself where nobody else does', () => {
    const elders = { ...ANYBODY, minAge: 60 }
    expect(startParty(household([member('mother')]), elders, SATURDAY, null)).toEqual(['mother'])
    expect(startParty(household([]), elders, SATURDAY, null)).toEqual([null])
  })

  it('ticks no more than one registration takes', () => {
    const many = household(['a', 'b', 'c'].map((id) => member(id)))
    expect(startParty(many, { ...ANYBODY, largestParty: 2 }, SATURDAY, null)).toEqual([null, 'a'])
  })
})

describe('leftOut', () => {
  it('names who of three stays at home where two seats may be taken at once', () => {
    const family = household([member('妈妈'), member('小宝', { child: true, guardianConsent: true })])
    for (const terms of [
      { ...ANYBODY, largestParty: 2 },
      { ...ANYBODY, capacity: 2 },
    ]) {
      const party = startParty(family, terms, SATURDAY, null)
      expect(party).toEqual([null, '妈妈'])
      expect(leftOut(family, party, terms, SATURDAY)).toEqual({ byLimit: ['小宝'], byAge: [] })
    }
  })

  it('names who is not of the age that is asked for, and nobody who was unticked by hand', () => {
    const family = household([member('妈妈'), member('弟弟', { birthYear: 1990 })], [1950, 1950])
    const elders = { ...ANYBODY, minAge: 60 }
    expect(leftOut(family, [null], elders, SATURDAY)).toEqual({ byLimit: [], byAge: ['弟弟'] })
  })
})

describe('lastParty', () => {
  it('forgets what it cannot read', () => {
    localStorage.setItem('party-1', '[1]')
    expect(lastParty.read()).toBeNull()
  })
})
