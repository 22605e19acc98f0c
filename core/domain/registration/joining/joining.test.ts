import fc from 'fast-check'
import type { Activity, RegisteredActivity } from '../../activity/activity'
import { EVERYBODY } from '../../activity/entry/audience'
import { DEFAULT_RULES } from '../../activity/rule-settings'
import { at, CLASS, MARKET, NOW } from '../../activity/testing/class'
import { decideJoining, JOINING_REFUSALS, type JoiningFacts, type JoiningPerson } from './joining'

const person = (personId: string, changes: Partial<JoiningPerson> = {}): JoiningPerson => ({
  personId,
  identity: personId,
  birthYears: null,
  compoundId: null,
  neighbourhoodId: null,
  guardianConsent: false,
  ...changes,
})
const child = (personId: string, guardianConsent: boolean): JoiningPerson =>
  person(personId, { birthYears: { from: 2019, to: 2019 }, guardianConsent })

const decide = (changes: Partial<JoiningFacts> = {}, now = NOW) =>
  decideJoining(
    { activity: CLASS, party: [person('mother')], registered: new Set(), answers: {}, ...changes },
    now,
    DEFAULT_RULES,
  )

describe('decideJoining', () => {
  it('lets mother and child join, and knows the child', () => {
    expect(decide({ party: [person('mother'), child('child', true)] })).toEqual({
      ok: true,
      value: {
        activity: CLASS,
        members: [
          { personId: 'mother', identity: 'mother', child: false },
          { personId: 'child', identity: 'child', child: true },
        ],
      },
    })
  })

  it('knows no draft', () => {
    expect(decide({ activity: { ...CLASS, status: 'draft' } })).toMatchObject({
      refusal: 'activity_not_found',
    })
  })

  it('opens at its instant and says when', () => {
    const activity = { ...CLASS, opensAt: at('2026-03-06T12:00') }
    expect(decide({ activity }, at('2026-03-06T11:59'))).toEqual({
      ok: false,
      refusal: 'registration_not_open',
      detail: { opensAt: '2026-03-06T04:00:00.000Z' },
    })
    expect(decide({ activity }, at('2026-03-06T12:00'))).toMatchObject({ ok: true })
  })

  it('closes at its instant, by default the start', () => {
    const activity = { ...CLASS, closesAt: at('2026-03-06T12:00') }
    expect(decide({ activity }, at('2026-03-06T11:59'))).toMatchObject({ ok: true })
    expect(decide({ activity }, at('2026-03-06T12:00'))).toMatchObject({ refusal: 'registration_closed' })
    expect(decide({}, at('2026-03-07T08:59'))).toMatchObject({ ok: true })
    expect(decide({}, at('2026-03-07T09:00'))).toMatchObject({ refusal: 'already_started' })
  })

  it('names which of the own persons are registered already, over linked records', () => {
    const party = [person('daughter'), person('my mother', { identity: 'mother' })]
    expect(decide({ party, registered: new Set(['mother']) })).toEqual({
      ok: false,
      refusal: 'already_registered',
      detail: { persons: ['my mother'] },
    })
  })

  it('takes two records of one person within a party for a double', () => {
    const party = [person('mother'), person('mum', { identity: 'mother' })]
    expect(decide({ party })).toMatchObject({ refusal: 'already_registered', detail: { persons: ['mum'] } })
  })

  it('takes no more than 5, or than the activity has seats, and says how many', () => {
    const party = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => person(id))
    expect(decide({ party: party.slice(1) })).toMatchObject({
      refusal: 'party_too_large',
      detail: { max: 4 },
    })
    const large = { ...CLASS, capacity: 100 }
    expect(decide({ activity: large, party: party.slice(1) })).toMatchObject({ ok: true })
    expect(decide({ activity: large, party })).toMatchObject({
      refusal: 'party_too_large',
      detail: { max: 5 },
    })
  })

  it('says whom it is not for, and why', () => {
    const activity = { ...CLASS, audience: { ...EVERYBODY, minAge: 60 } }
    expect(decide({ activity })).toMatchObject({
      refusal: 'audience_mismatch',
      detail: { persons: [{ personId: 'mother', why: 'birth_year_unknown' }] },
    })
  })

  it('needs a guardian’s consent for each child', () => {
    expect(decide({ party: [child('a', true), child('b', false)] })).toMatchObject({
      refusal: 'guardian_consent_missing',
      detail: { persons: ['b'] },
    })
    expect(decide({ party: [child('a', true)] })).toMatchObject({ ok: true })
  })

  it('names the questions that are not answered', () => {
    const activity: RegisteredActivity = {
      ...CLASS,
      questions: [{ id: 'help', text: '需要帮忙吗？', required: true, kind: 'yes-no' }],
    }
    expect(decide({ activity })).toMatchObject({
      refusal: 'answers_incomplete',
      detail: { questions: ['help'] },
    })
    expect(decide({ activity, answers: { help: 'no' } })).toMatchObject({ ok: true })
  })
})

describe('the order of refusals', () => {
  /** One way to break each rule; any of them can hold together. */
  const broken: Record<(typeof JOINING_REFUSALS)[number], (facts: JoiningFacts) => JoiningFacts> = {
    activity_not_found: (facts) => ({ ...facts, activity: null }),
    activity_withdrawn: (facts) => change(facts, { status: 'withdrawn' }),
    no_registration_needed: (facts) => ({
      ...facts,
      activity: facts.activity && { ...MARKET, status: facts.activity.status },
    }),
    registration_not_open: (facts) => change(facts, { opensAt: at('2026-03-06T20:00') }),
    already_started: (facts) => change(facts, { startsAt: NOW }),
    registration_closed: (facts) => change(facts, { closesAt: NOW }),
    already_registered: (facts) => ({ ...facts, registered: new Set(['mother']) }),
    party_too_large: (facts) => change(facts, { capacity: 1 }),
    audience_mismatch: (facts) => change(facts, { audience: { ...EVERYBODY, compoundIds: ['elsewhere'] } }),
    guardian_consent_missing: (facts) => ({ ...facts, party: [person('mother'), child('child', false)] }),
    answers_incomplete: (facts) => ({ ...facts, answers: { never: 'asked' } }),
  }
  const change = (facts: JoiningFacts, changes: Partial<RegisteredActivity>): JoiningFacts => ({
    ...facts,
    activity: facts.activity && ({ ...facts.activity, ...changes } as Activity),
  })
  const sound: JoiningFacts = {
    activity: CLASS,
    party: [person('mother'), child('child', true)],
    registered: new Set(),
    answers: {},
  }

  it('is that of the list, whichever of them hold together', () => {
    fc.assert(
      fc.property(fc.subarray([...JOINING_REFUSALS]), (reasons) => {
        const facts = [...reasons].reverse().reduce((so, reason) => broken[reason](so), sound)
        const decision = decideJoining(facts, NOW, DEFAULT_RULES)
        expect(decision.ok ? undefined : decision.refusal).toBe(reasons[0])
      }),
      { numRuns: 1000 },
    )
  })

  it('is broken by each reason alone', () => {
    for (const reason of JOINING_REFUSALS) {
      expect(decideJoining(broken[reason](sound), NOW, DEFAULT_RULES)).toMatchObject({ refusal: reason })
    }
  })
})
