import { useState, type ReactNode } from 'react'
import type { RegistrationTerms } from '../../../../core/contract/activity/activity-page'
import type { MismatchReason } from '../../../../core/domain/activity/entry/audience'
import { parseInstant } from '../../../../core/kernel/shanghai-time'
import type { MutationName } from '../../../api/result'
import { Button } from '../../../components/controls/button'
import { Heading, Text, View } from '../../../components/elements/elements'
import { Picture } from '../../../components/pictures/picture'
import { Card } from '../../../components/sheets/card'
import { Note } from '../../../components/sheets/note'
import { backOr } from '../../../platform/navigate/navigate'
import { activityRoute, registrationRoute, routes } from '../../../platform/navigate/routes'
import { askConsent, canAskConsent } from '../../../platform/subscribe/subscribe'
import { SENDING } from '../../../text/sending'
import {
  REGISTER,
  REGISTER_RESULT,
  alreadyRegistered,
  confirmedTitle,
  consentMissing,
  mismatchText,
  waitingTitle,
} from '../../../text/registration/register'
import { sayNumber, waitingNext } from '../../../text/registration/registration'
import { MutationNote } from '../../page/mutation-note'
import { useMutation, type MutationState } from '../../../api/mutation'
import { now } from '../../../api/clock'
import { useDisplay } from '../../display/display-provider'
import { ActivitySummary } from '../activity-summary'
import { type RegisterForm, NOBODY_KNOWN, type PersonId } from './register-form'
import type { Joinable, Registering } from './use-register'
import './register-result.scss'

interface RegisterDoneProps {
  readonly joinable: Joinable
  readonly form: RegisterForm
  readonly registering: Registering
}

/** Done: the number or the position, said as what it is, and what happens next. */
export function RegisterDone({ joinable: { activity, terms }, form, registering }: RegisterDoneProps) {
  const { theme } = useDisplay()
  const { result, granting, grantAgain } = registering
  if (result === null) return null
  const waits = result.place === 'waiting'
  return (
    <>
      <Picture subject={waits ? 'bench' : 'door'} theme={theme} />
      <View ariaRole="alert">
        <Heading level={1} className="title">
          {waits ? (
            waitingTitle(result.position)
          ) : (
            <>
              {confirmedTitle}
              <Text className="result-number">{result.number}</Text>
            </>
          )}
        </Heading>
      </View>
      <Card>
        {waits && registering.wechatOff ? <Text>{REGISTER_RESULT.wechatStillOffPhoneNote}</Text> : null}
        <Text>{waits ? waitingText(terms, form) : sayNumber(result.number)}</Text>
        {waits ? null : <Text className="soft">{tellingText(form, registering.wechatOff)}</Text>}
        {waits && form.telling === 'wechat' && canAskConsent ? <TellWhenFree /> : null}
      </Card>
      {granting.kind === 'idle' || granting.kind === 'done' || granting.kind === 'sending' ? null : (
        <>
          <MutationNote state={granting} notSent={REGISTER_RESULT.grantUnsentError} />
          <Button onTap={() => void grantAgain()}>{REGISTER_RESULT.againButton}</Button>
        </>
      )}
      <Card>
        <ActivitySummary
          activity={activity}
          change={activity.change}
          servicePhone={activity.amenities.servicePhone}
          level={2}
        />
      </Card>
      <Button look="primary" to={registrationRoute(result.registrationId)}>
        {REGISTER.myRegistrationsButton}
      </Button>
      <Button onTap={() => backOr(activityRoute(activity.id))}>{REGISTER.activityButton}</Button>
    </>
  )
}

function waitingText(
  { promotionEndsAt, capacity }: RegistrationTerms,
  { telling, party }: RegisterForm,
): string | null {
  const givenInOrder = now() < parseInstant(promotionEndsAt)
  const position = { givenInOrder, promotionEndsAt, mayAskNow: false, neverFits: party.length > capacity }
  return waitingNext(position, telling, now())
}

function tellingText({ telling }: RegisterForm, wechatOff: boolean): string {
  if (telling === 'wechat') return REGISTER_RESULT.byWechatNote
  if (telling === 'none') return REGISTER_RESULT.byNoneNote
  return wechatOff ? REGISTER_RESULT.wechatOffPhoneNote : REGISTER_RESULT.byPhoneNote
}

/** 候补结果 is asked only of whoever waits, in a tap of its own. */
function TellWhenFree() {
  const { state, send } = useMutation('message.grant')
  const [answer, setAnswer] = useState<'open' | 'yes' | 'no'>('open')
  const ask = async () => {
    if (answer !== 'yes') {
      const consenting = await askConsent(['waitlist'])
      const said = consenting.kind === 'answered' && consenting.granted.length > 0 ? 'yes' : 'no'
      setAnswer(said)
      if (said === 'no') return
    }
    await send({ templates: ['waitlist'] })
  }
  if (state.kind === 'done') return <Text>{REGISTER_RESULT.willTellNote}</Text>
  return (
    <>
      {answer === 'no' ? <Note>{REGISTER_RESULT.wechatStillOffNote}</Note> : null}
      <MutationNote state={state} notSent={REGISTER_RESULT.grantUnsentError} />
      <Button onTap={() => void ask()}>
        {state.kind === 'sending' ? SENDING : REGISTER_RESULT.tellWhenFreeButton}
      </Button>
    </>
  )
}

interface RegisterRefusedProps {
  readonly joinable: Joinable
  readonly form: RegisterForm
  readonly state: MutationState<MutationName>
  readonly onChange: (change: Partial<RegisterForm>) => void
}

/** Why not, by name where it is about persons, and the next step as a button. */
export function RegisterRefused({ joinable, form, state, onChange }: RegisterRefusedProps) {
  if (state.kind !== 'refused') return <MutationNote state={state} />
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
      <Button onTap={() => onChange({ party: without })}>{REGISTER.withoutThemButton}</Button>
    ) : null
  const [sentence, step] = ((): readonly [string | null, ReactNode] => {
    switch (state.refusal) {
      case 'already_registered':
        return [
          alreadyRegistered(persons.map(nameOf)),
          <>
            {drop}
            <Button to={routes.registrations}>{REGISTER.myRegistrationsButton}</Button>
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
        return [
          consentMissing(persons.map(nameOf)),
          <Button to={routes.family}>{REGISTER.familyConsentButton}</Button>,
        ]
      case 'phone_not_kept':
        return [null, <Button onTap={() => onChange({ telling: 'none' })}>{REGISTER.byNone}</Button>]
      case 'party_too_large':
      case 'answers_incomplete':
      case 'phone_missing':
      case 'family_member_not_found':
        return [null, null]
      default:
        return [null, <Button to={routes.activities}>{REGISTER.otherActivitiesButton}</Button>]
    }
  })()
  return (
    <MutationNote state={state} refused={sentence}>
      {step}
    </MutationNote>
  )
}
