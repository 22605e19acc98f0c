import type { ReactNode } from 'react'
import type { MismatchReason } from '../../../../core/domain/activity/entry/audience'
import type { ActName } from '../../../api/acting'
import { Button } from '../../../components/controls/button'
import { routes } from '../../../platform/navigate/routes'
import {
  alreadyRegistered,
  consentMissing,
  mismatchText,
  REGISTER,
} from '../../../text/registration/registration'
import { ActNote } from '../../act/act-note'
import type { ActState } from '../../act/use-act'
import { NOBODY_KNOWN, type PersonId } from '../party/party'
import type { RegisterForm } from './register-form'
import type { Joinable } from './use-joinable'

interface RefusedProps {
  readonly joinable: Joinable
  readonly form: RegisterForm
  readonly state: ActState<ActName>
  readonly onChange: (change: Partial<RegisterForm>) => void
}

/** Why not, by name where it is about persons, and the next step as a button. */
export function Refused({ joinable, form, state, onChange }: RefusedProps) {
  if (state.kind !== 'refused') return <ActNote state={state} />
  const { members } = joinable.household ?? NOBODY_KNOWN
  /** The backend names family records by their ids; any other id is the caller. */
  const personOf = (id: unknown): PersonId =>
    members.find(({ familyMemberId }) => familyMemberId === id)?.familyMemberId ?? null
  const nameOf = (id: unknown): string =>
    members.find(({ familyMemberId }) => familyMemberId === id)?.name ?? REGISTER.me
  const persons = Array.isArray(state.detail['persons'])
    ? (state.detail['persons'] as readonly unknown[])
    : []
  const without = form.party.filter((one) => !persons.map(personOf).includes(one))
  const drop =
    without.length > 0 && without.length < form.party.length ? (
      <Button onTap={() => onChange({ party: without })}>{REGISTER.withoutThem}</Button>
    ) : null
  const [sentence, step] = ((): readonly [string | null, ReactNode] => {
    switch (state.refusal) {
      case 'already_registered':
        return [
          alreadyRegistered(persons.map(nameOf)),
          <>
            {drop}
            <Button to={routes.registrations}>{REGISTER.sees}</Button>
          </>,
        ]
      case 'audience_mismatch': {
        const found = (persons as readonly { personId: string; why: MismatchReason }[]).map(
          ({ personId, why }) => ({ name: nameOf(personId), why }),
        )
        const asksWhere = found.some(({ why }) => why === 'compound_unknown')
        return [
          found.length === 0 ? null : mismatchText(found),
          asksWhere ? <Button to={routes.compounds}>{REGISTER.chooseCompound}</Button> : null,
        ]
      }
      case 'guardian_consent_missing':
        return [consentMissing(persons.map(nameOf)), <Button to={routes.family}>{REGISTER.toFamily}</Button>]
      case 'phone_not_kept':
        return [null, <Button onTap={() => onChange({ telling: 'none' })}>{REGISTER.byNone}</Button>]
      case 'party_too_large':
      case 'answers_incomplete':
      case 'phone_missing':
      case 'family_member_not_found':
        return [null, null]
      default:
        return [null, <Button to={routes.activities}>{REGISTER.otherActivities}</Button>]
    }
  })()
  return (
    <ActNote state={state} refused={sentence}>
      {step}
    </ActNote>
  )
}
