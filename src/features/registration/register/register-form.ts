import type { RegistrationTerms } from '../../../../core/contract/activity/activity-page'
import { faultyAnswers, type Question } from '../../../../core/domain/activity/entry/questions'
import type { TellingWay } from '../../../../core/domain/registration/messages/dispatch'
import type { Instant } from '../../../../core/kernel/shanghai-time'
import type { Wish } from '../../../api/acting'
import { REGISTER } from '../../../text/registration/registration'
import { birthYearOf } from '../../family/new-member'
import { dialled, PHONE } from '../telling/dialled'
import { asksAge, type Household, type PersonId } from '../party/party'

/** What somebody says when registering, as it stands on the screen. */
export interface RegisterForm {
  readonly party: readonly PersonId[]
  /** One's own year of birth, where the activity asks for ages and it is not known. */
  readonly ownYear: string
  readonly answers: Readonly<Record<string, string>>
  readonly wantsHelp: boolean
  readonly help: string
  readonly telling: TellingWay
  readonly phone: string
}

/** One question a screen in the elder edition, one under the other in the standard one. */
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

/** What keeps one from going on at this step, in words; null where nothing does. */
export function faultAt(step: Step, form: RegisterForm, now: Instant): string | null {
  switch (step.kind) {
    case 'party':
      return form.party.length === 0 ? REGISTER.nobody : null
    case 'own-year':
      return form.ownYear !== '' && birthYearOf(form.ownYear, now) === null ? REGISTER.ownYearFault : null
    case 'question': {
      const { id } = step.question
      return faultyAnswers([step.question], { [id]: form.answers[id] ?? '' }).length > 0
        ? REGISTER.firstAnswer
        : null
    }
    case 'help':
      return null
    case 'telling':
      return form.telling === 'phone' && !PHONE.test(dialled(form.phone)) ? REGISTER.phoneFault : null
  }
}

/** The form as the backend takes it: answers that were left open are not sent. */
export function wishOf(form: RegisterForm, activityId: string): Wish<'registration.register'> {
  const answers = Object.entries(form.answers)
    .map(([questionId, answer]) => ({ questionId, answer: answer.trim() }))
    .filter(({ answer }) => answer !== '')
  return {
    activityId,
    party: [...form.party],
    answers,
    helpWanted: form.wantsHelp ? form.help.trim() || REGISTER.help : null,
    telling: form.telling,
    phone: form.telling === 'phone' ? dialled(form.phone) : null,
  }
}
