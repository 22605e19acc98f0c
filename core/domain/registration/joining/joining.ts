import { accept, refuse, type Refused, type Result } from '../../../kernel/result'
import { toIso, type Instant } from '../../../kernel/shanghai-time'
import type { Activity, RegisteredActivity } from '../../activity/activity'
import { deadlinesOf, registrationPhase } from '../../activity/deadlines'
import { countsAsChild } from '../../activity/entry/age'
import { audienceMismatches, type AudienceFacts } from '../../activity/entry/audience'
import { faultyAnswers, type Answers } from '../../activity/entry/questions'
import type { RuleSettings } from '../../activity/rule-settings'

/** In the order in which they are judged: when several hold, the first is said. */
export const JOINING_REFUSALS = [
  'activity_not_found',
  'activity_withdrawn',
  'no_registration_needed',
  'registration_not_open',
  'already_started',
  'registration_closed',
  'already_registered',
  'party_too_large',
  'audience_mismatch',
  'guardian_consent_missing',
  'answers_incomplete',
] as const
export type JoiningRefusal = (typeof JOINING_REFUSALS)[number]

/** A person whom a resident registers: themselves or one of their own family records. */
export interface JoiningPerson extends AudienceFacts {
  /** Who this is over linked records. */
  readonly identity: string
  /** Whether a guardian's consent is on record; asked of children only. */
  readonly guardianConsent: boolean
}

export interface JoiningFacts {
  readonly activity: Activity | null
  /** At least one person. */
  readonly party: readonly JoiningPerson[]
  /** Identities of the party that are live in this activity already, whoever registered them. */
  readonly registered: ReadonlySet<string>
  readonly answers: Answers
}

export interface JoiningMember {
  readonly personId: string
  readonly identity: string
  readonly child: boolean
}

/** A party that may join the queue; whether it gets seats is said by `admit`. */
export interface Joining {
  readonly activity: RegisteredActivity
  readonly members: readonly JoiningMember[]
}

/**
 * May this party join the queue now? The first refusal of `JOINING_REFUSALS` that holds is given;
 * `waitlist_full`, the last of all, is judged by `admit` after promotion. Details name the caller's own
 * persons only, never who else registered them.
 */
export function decideJoining(
  facts: JoiningFacts,
  now: Instant,
  rules: RuleSettings,
): Result<Joining, JoiningRefusal> {
  const { activity } = facts
  if (activity === null || activity.status === 'draft') return refuse('activity_not_found')
  if (activity.status === 'withdrawn') return refuse('activity_withdrawn')
  if (activity.kind === 'open') return refuse('no_registration_needed')
  const members = facts.party.map((person) => ({
    personId: person.personId,
    identity: person.identity,
    child: countsAsChild(person.birthYears, activity.startsAt, rules.childAge),
  }))
  return (
    refusalByTime(activity, now, rules) ??
    refusalByParty(activity, facts, members, rules) ??
    accept({ activity, members })
  )
}

/** The largest party an activity takes: 5, or all its seats where it has fewer. */
export const largestParty = (
  { capacity }: Pick<RegisteredActivity, 'capacity'>,
  rules: RuleSettings,
): number => Math.min(rules.partyLimit, capacity)

function refusalByTime(
  activity: RegisteredActivity,
  now: Instant,
  rules: RuleSettings,
): Refused<JoiningRefusal> | null {
  const deadlines = deadlinesOf(activity, rules)
  const { opensAt } = deadlines
  switch (registrationPhase(deadlines, now)) {
    case 'not_open':
      return refuse('registration_not_open', opensAt === null ? {} : { opensAt: toIso(opensAt) })
    case 'started':
      return refuse('already_started')
    case 'closed':
      return refuse('registration_closed')
    case 'open':
      return null
  }
}

function refusalByParty(
  activity: RegisteredActivity,
  { party, registered, answers }: JoiningFacts,
  members: readonly JoiningMember[],
  rules: RuleSettings,
): Refused<JoiningRefusal> | null {
  const doubles = alreadyIn(members, registered)
  if (doubles.length > 0) return refuse('already_registered', { persons: doubles })
  const max = largestParty(activity, rules)
  if (party.length > max) return refuse('party_too_large', { max })
  const mismatches = audienceMismatches(activity.audience, party, activity.startsAt, rules.childAge)
  if (mismatches.length > 0) return refuse('audience_mismatch', { persons: mismatches })
  const unguarded = party.filter((person, index) => members[index]?.child === true && !person.guardianConsent)
  if (unguarded.length > 0)
    return refuse('guardian_consent_missing', { persons: unguarded.map(({ personId }) => personId) })
  const questions = faultyAnswers(activity.questions, answers)
  return questions.length > 0 ? refuse('answers_incomplete', { questions }) : null
}

/** Also two records of one person within the party: the second of them is in already. */
function alreadyIn(members: readonly JoiningMember[], registered: ReadonlySet<string>): readonly string[] {
  const seen = new Set(registered)
  return members.flatMap(({ personId, identity }) => {
    if (seen.has(identity)) return [personId]
    seen.add(identity)
    return []
  })
}
