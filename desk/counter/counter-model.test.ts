import type { CounterActivity } from '../../core/contract/registration/counter'
import type { IsoInstant } from '../../core/kernel/shanghai-time'
import { EVERYBODY } from '../../core/domain/activity/entry/audience'
import { emptyForm, faultsOf, inputOf, yearIn, type GuestForm } from './counter-model'

const activity = (given: Partial<CounterActivity> = {}): CounterActivity => ({
  activityId: 'class',
  title: '中国结',
  place: '梧桐里',
  startsAt: '2026-11-28T01:00:00.000Z' as IsoInstant,
  endsAt: '2026-11-28T03:00:00.000Z' as IsoInstant,
  phase: 'open',
  opensAt: null,
  capacity: 20,
  free: 3,
  waiting: 0,
  largestParty: 5,
  callUs: null,
  questions: [],
  audience: EVERYBODY,
  ...given,
})
const form = (given: Partial<GuestForm>): GuestForm => ({
  ...emptyForm(1),
  called: '王阿姨',
  hasNoPhone: true,
  ...given,
})

it('asks for a name, and for a telephone or the tick that there is none', () => {
  expect(Object.keys(faultsOf(emptyForm(1), null))).toEqual(['activity', 'called', 'phone'])
  expect(faultsOf(form({}), activity())).toEqual({})
  expect(Object.keys(faultsOf(form({ hasNoPhone: false, phone: '139 0000 000' }), activity()))).toEqual([
    'phone',
  ])
  expect(faultsOf(form({ hasNoPhone: false, phone: '139 0000 0001' }), activity())).toEqual({})
})

it('sends nothing but a name, how many, and how to reach them', () => {
  expect(inputOf(form({ persons: 2, wantsHelp: true }), activity())).toEqual({
    activityId: 'class',
    called: '王阿姨',
    party: Array(2).fill({ birthYear: null, guardianConsent: false }),
    compoundId: null,
    answers: [],
    helpWanted: '要帮忙',
    phone: null,
    consent: 'oral',
  })
})

it('asks for years of birth and for the compound only where the activity does', () => {
  const elders = activity({ audience: { ...EVERYBODY, minAge: 60, compoundIds: ['east'] } })
  expect(Object.keys(faultsOf(form({}), elders))).toEqual(['adultYears', 'compound'])
  const whole = form({ adultYears: ['1950年'], compoundId: 'east' })
  expect(faultsOf(whole, elders)).toEqual({})
  expect(inputOf(whole, elders)).toMatchObject({
    party: [{ birthYear: 1950, guardianConsent: false }],
    compoundId: 'east',
  })
  expect(inputOf(whole, activity())).toMatchObject({ party: [{ birthYear: null }], compoundId: null })
})

it('takes a child only with its year of birth and the consent of its guardian', () => {
  const child = form({ persons: 2, children: 1 })
  expect(Object.keys(faultsOf(child, activity()))).toEqual(['childYears', 'guardian'])
  const agreed = { ...child, childYears: ['2021'], guardianConsent: true }
  expect(faultsOf(agreed, activity())).toEqual({})
  expect(inputOf(agreed, activity()).party).toEqual([
    { birthYear: null, guardianConsent: false },
    { birthYear: 2021, guardianConsent: true },
  ])
  expect(Object.keys(faultsOf(form({ persons: 1, children: 2 }), activity()))).toContain('persons')
})

it('asks what the activity asks', () => {
  const asking = activity({
    questions: [{ id: 'size', text: '鞋号', required: true, kind: 'text', longest: 5 }],
  })
  expect(Object.keys(faultsOf(form({}), asking))).toEqual(['answer-size'])
  expect(inputOf(form({ answers: { size: ' 38 ', gone: 'x' } }), asking).answers).toEqual([
    { questionId: 'size', answer: '38' },
  ])
})

it.each([
  ['1950', 1950],
  ['１９５０ 年', 1950],
  ['50', null],
  ['1850', null],
])('reads the year %p as %p', (typed, year) => expect(yearIn(typed)).toBe(year))
