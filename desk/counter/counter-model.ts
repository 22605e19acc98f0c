import type { Input } from '../../core/contract'
import type { CounterActivity } from '../../core/contract/registration/counter'
import type { MemberState } from '../../core/domain/registration/party'
import { isPhone } from '../../core/shapes/phone'
import { COUNTER } from '../text/counter'

/** One form at the counter, as it was typed. */
export interface GuestForm {
  readonly key: number
  readonly activityId: string | null
  readonly called: string
  readonly persons: number
  readonly children: number
  /** Years of birth as they were typed: of adults where the activity asks for ages, and of children. */
  readonly adultYears: readonly string[]
  readonly childYears: readonly string[]
  readonly guardianConsent: boolean
  readonly phone: string
  readonly hasNoPhone: boolean
  readonly wantsHelp: boolean
  readonly help: string
  readonly compoundId: string | null
  readonly answers: Readonly<Record<string, string>>
  readonly consent: 'oral' | 'written'
}

export const emptyForm = (key: number): GuestForm => ({
  key,
  activityId: null,
  called: '',
  persons: 1,
  children: 0,
  adultYears: [],
  childYears: [],
  guardianConsent: false,
  phone: '',
  hasNoPhone: false,
  wantsHelp: false,
  help: '',
  compoundId: null,
  answers: {},
  consent: 'oral',
})

/** Whether anything was typed that would be lost. */
export const isTouched = ({ called, phone, hasNoPhone }: GuestForm): boolean =>
  called !== '' || phone !== '' || hasNoPhone

export const asksForAge = ({ audience }: CounterActivity): boolean =>
  audience.minAge !== null || audience.maxAge !== null

export const asksForCompound = ({ audience }: CounterActivity): boolean =>
  audience.compoundIds.length > 0 || audience.neighbourhoodIds.length > 0

export type FormField =
  | 'activity'
  | 'called'
  | 'persons'
  | 'phone'
  | 'adultYears'
  | 'childYears'
  | 'guardian'
  | 'compound'
  | `answer-${string}`
export type FormFaults = Readonly<Partial<Record<FormField, string>>>

/** A year as it was typed; `null` for what is none. */
export function yearIn(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[\s年]/g, '')
  return /^(?:19|20)\d\d$/.test(plain) ? Number(plain) : null
}

const yearsOf = (typed: readonly string[], count: number): readonly (number | null)[] =>
  Array.from({ length: count }, (_, at) => yearIn(typed[at] ?? ''))

/** What is still missing or wrong, field by field; empty where nothing is. */
export function faultsOf(form: GuestForm, activity: CounterActivity | null): FormFaults {
  const { faults } = COUNTER
  const adults = form.persons - form.children
  const lacksYear = (typed: readonly string[], count: number) => yearsOf(typed, count).includes(null)
  const called = form.called.trim()
  return {
    ...(activity === null ? { activity: faults.activity } : {}),
    ...(called === '' || called.length > 20 ? { called: faults.called } : {}),
    ...(adults < 0 ? { persons: faults.persons } : {}),
    ...phoneFault(form),
    ...(activity !== null && asksForAge(activity) && lacksYear(form.adultYears, Math.max(0, adults))
      ? { adultYears: faults.year }
      : {}),
    ...(lacksYear(form.childYears, form.children) ? { childYears: faults.year } : {}),
    ...(form.children > 0 && !form.guardianConsent ? { guardian: faults.guardian } : {}),
    ...(activity !== null && asksForCompound(activity) && form.compoundId === null
      ? { compound: faults.compound }
      : {}),
    ...Object.fromEntries(
      (activity?.questions ?? [])
        .filter(({ id, required }) => required && (form.answers[id] ?? '').trim() === '')
        .map(({ id }) => [`answer-${id}`, faults.answer]),
    ),
  }
}

function phoneFault({ phone, hasNoPhone }: GuestForm): FormFaults {
  if (hasNoPhone) return {}
  if (phone.trim() === '') return { phone: COUNTER.faults.phone }
  return isPhone(phone) ? {} : { phone: COUNTER.faults.phoneWrong(phone) }
}

/** What the backend is sent, without the id of the act; only of a form without a fault. */
export function inputOf(
  form: GuestForm,
  activity: CounterActivity,
): Omit<Input<'counter.register'>, 'requestId' | 'sameAs' | 'another'> {
  const adults = asksForAge(activity)
    ? yearsOf(form.adultYears, form.persons - form.children)
    : Array.from({ length: form.persons - form.children }, () => null)
  return {
    activityId: activity.activityId,
    called: form.called.trim(),
    party: [
      ...adults.map((birthYear) => ({ birthYear, guardianConsent: false })),
      ...yearsOf(form.childYears, form.children).map((birthYear) => ({ birthYear, guardianConsent: true })),
    ],
    compoundId: asksForCompound(activity) ? form.compoundId : null,
    answers: activity.questions.flatMap(({ id }) => {
      const answer = (form.answers[id] ?? '').trim()
      return answer === '' ? [] : [{ questionId: id, answer }]
    }),
    helpWanted: form.wantsHelp ? form.help.trim() || COUNTER.helpOnly : null,
    phone: form.hasNoPhone ? null : form.phone,
    consent: form.consent,
  }
}

/** A registration that the newcomer may be one of, as the refusal names it. */
export interface KnownGuest {
  readonly registrationId: string
  readonly number: string
  readonly persons: number
  readonly headline: MemberState
  readonly byStaff: boolean
}

/** The detail of `guest_known`, as the backend promised it. */
export const knownIn = (detail: Readonly<Record<string, unknown>> | undefined): readonly KnownGuest[] =>
  (detail?.['known'] as readonly KnownGuest[] | undefined) ?? []
