import { isPhone, phoneFrom } from '../../../../core/shapes/phone'
import type { RegistrationTerms } from '../../../../core/contract/activity/activity-page'
import type { FamilyMember, Myself } from '../../../../core/contract/registration/family'
import { possibleAges, type BirthYears } from '../../../../core/domain/activity/entry/age'
import { faultyAnswers, type Question } from '../../../../core/domain/activity/entry/questions'
import type { NotificationWay } from '../../../../core/domain/registration/messages/delivery'
import type { Instant } from '../../../../core/kernel/shanghai-time'
import type { MutationInput } from '../../../api/result'
import { storedOnPhone } from '../../../platform/storage/stored-on-phone'
import { REGISTER } from '../../../text/registration/register'
import { birthYearOf } from '../../family/new-member'
import { lacksConsent } from '../../family/use-family'

/** What somebody says when registering, as it stands on the screen. */
export interface RegisterForm {
  readonly party: readonly PersonId[]
  /** One's own year of birth, where the activity asks for ages and it is not known. */
  readonly ownYear: string
  readonly answers: Readonly<Record<string, string>>
  readonly wantsHelp: boolean
  readonly help: string
  readonly telling: NotificationWay
  readonly phone: string
}

/** What is asked, one under the other in the standard edition. */
export type Step =
  | { readonly kind: 'party' | 'own-year' | 'help' | 'telling' }
  | { readonly kind: 'question'; readonly question: Question }

export const stepsOf = (
  { party }: RegisterForm,
  terms: RegistrationTerms,
  { myself }: Household,
): readonly Step[] => [
  { kind: 'party' },
  ...(asksAge(terms) && myself.born === null && party.includes(null) ? [{ kind: 'own-year' } as const] : []),
  ...terms.questions.map((question) => ({ kind: 'question', question }) as const),
  { kind: 'help' },
  { kind: 'telling' },
]

/**
 * The same on screens of their own, for the elder edition: what most leave as it is stands with who comes, so that
 * without questions of the activity one screen is all.
 */
export function screensOf(steps: readonly Step[]): readonly (readonly Step[])[] {
  const isAsked = ({ kind }: Step) => kind === 'own-year' || kind === 'question'
  return [steps.filter((step) => !isAsked(step)), ...steps.filter(isAsked).map((step) => [step])]
}

/** What keeps one from going on at this step, in words; null where nothing does. */
export function faultAt(step: Step, form: RegisterForm, now: Instant, most: number): string | null {
  switch (step.kind) {
    case 'party':
      if (form.party.length > most) return REGISTER.tooManyError(most, form.party.length)
      return form.party.length === 0 ? REGISTER.nobodyChosenError : null
    case 'own-year':
      return form.ownYear !== '' && birthYearOf(form.ownYear, now) === null ? REGISTER.ownYearError : null
    case 'question': {
      const { id } = step.question
      return faultyAnswers([step.question], { [id]: form.answers[id] ?? '' }).length > 0
        ? REGISTER.answerMissingError
        : null
    }
    case 'help':
      return null
    case 'telling':
      return form.telling === 'phone' && !isPhone(form.phone) ? REGISTER.phoneError(form.phone) : null
  }
}

/** The form as the backend takes it: answers that were left open are not sent. */
export function inputOf(form: RegisterForm, activityId: string): MutationInput<'registration.register'> {
  const answers = Object.entries(form.answers)
    .map(([questionId, answer]) => ({ questionId, answer: answer.trim() }))
    .filter(({ answer }) => answer !== '')
  return {
    activityId,
    party: [...form.party],
    answers,
    helpWanted: form.wantsHelp ? form.help.trim() || REGISTER.help : null,
    telling: form.telling,
    phone: form.telling === 'phone' ? phoneFrom(form.phone) : null,
  }
}

/** A family record, or `null` for oneself. */
export type PersonId = string | null

export interface Household {
  readonly myself: Myself
  readonly members: readonly FamilyMember[]
}

/** A household as the backend told it, with the age below which a guardian has to agree. */
export interface KnownHousehold extends Household {
  readonly childAge: number
}

export const NOBODY_KNOWN: Household = { myself: { callName: null, born: null }, members: [] }

type Ages = Pick<RegistrationTerms, 'minAge' | 'maxAge'>
type Limits = Pick<RegistrationTerms, 'largestParty' | 'capacity'>

/** So many one registration takes: more than the whole activity holds would wait for ever. */
export const mostIn = ({ largestParty, capacity }: Limits): number => Math.min(largestParty, capacity)

export const asksAge = ({ minAge, maxAge }: Ages): boolean => minAge !== null || maxAge !== null

/** Whether somebody of these years may be of the right age on that day; unknown years may. */
export function mayBeOfAge(born: BirthYears | null, { minAge, maxAge }: Ages, at: Instant): boolean {
  if (born === null) return true
  const { youngest, oldest } = possibleAges(born, at)
  return (minAge === null || oldest >= minAge) && (maxAge === null || youngest <= maxAge)
}

/**
 * Who is ticked at first, so that two taps do: whom one came with last time, otherwise the whole household;
 * of these, who may come. Where ages are asked and one's own is unknown, relatives who fit go without one.
 */
export function startParty(
  { myself, members }: Household,
  terms: Ages & Limits,
  startsAt: Instant,
  lastTime: readonly PersonId[] | null,
): readonly PersonId[] {
  const relatives = members
    .filter((member) => !lacksConsent(member))
    .filter(({ birthYear: year }) => mayBeOfAge({ from: year, to: year }, terms, startsAt))
    .map(({ familyMemberId }) => familyMemberId)
  const own = myself.born === null ? null : { from: myself.born[0], to: myself.born[1] }
  const isDoubtful = own === null && asksAge(terms) && relatives.length > 0
  const me: readonly PersonId[] = isDoubtful || !mayBeOfAge(own, terms, startsAt) ? [] : [null]
  const welcome = [...me, ...relatives]
  const usual = lastTime === null ? welcome : welcome.filter((id) => lastTime.includes(id))
  return (usual.length > 0 ? usual : welcome).slice(0, mostIn(terms))
}

/** Who is not ticked although nobody said so, by name and reason: nobody stays at home without being told. */
export function leftOut(
  { myself, members }: Household,
  party: readonly PersonId[],
  terms: Ages & Limits,
  startsAt: Instant,
): { readonly byLimit: readonly string[]; readonly byAge: readonly string[] } {
  const own = myself.born === null ? null : { from: myself.born[0], to: myself.born[1] }
  const people = [
    { id: null, name: REGISTER.me, born: own },
    ...members
      .filter((member) => !lacksConsent(member))
      .map(({ familyMemberId: id, name, birthYear }) => ({
        id,
        name,
        born: { from: birthYear, to: birthYear },
      })),
  ].filter(({ id }) => !party.includes(id))
  const isOfAge = ({ born }: { readonly born: BirthYears | null }) => mayBeOfAge(born, terms, startsAt)
  const isFull = party.length >= mostIn(terms)
  return {
    byLimit: isFull ? people.filter(isOfAge).map(({ name }) => name) : [],
    byAge: people.filter((one) => !isOfAge(one)).map(({ name }) => name),
  }
}

/** Whether who comes is already answered: the same as last time, and nobody of them is left at home this time. */
export const isAsLastTime = (party: readonly PersonId[], lastTime: readonly PersonId[] | null): boolean =>
  lastTime !== null && lastTime.length === party.length && lastTime.every((id) => party.includes(id))

const isParty = (found: unknown): found is readonly PersonId[] | null =>
  found === null ||
  (Array.isArray(found) && found.every((id: unknown) => id === null || typeof id === 'string'))

/** Whom one registered last, on this phone. */
export const lastParty = storedOnPhone<readonly PersonId[] | null>('party-1', null, isParty)
