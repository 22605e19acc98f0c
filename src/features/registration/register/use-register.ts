import { isSlug } from '../../../../core/shapes/slug'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Output } from '../../../../core/contract'
import type { ActivityPage, RegistrationTerms } from '../../../../core/contract/activity/activity-page'
import type { MyRegistration } from '../../../../core/contract/registration/registration'
import { isState } from '../../../../core/domain/registration/party'
import type { Template } from '../../../../core/domain/registration/messages/notice'
import { isFinal, type MutationName, failureOf } from '../../../api/result'
import { queries } from '../../../api/queries'
import type { ScreenState } from '../../../components/screen/screen-state'
import { askConsent } from '../../../platform/subscribe/subscribe'
import { refusalSentence } from '../../../text/refusals/refusal-sentence'
import { useMutation, type MutationState } from '../../../api/mutation'
import { now } from '../../../api/clock'
import { birthYearOf } from '../../family/new-member'
import { screenStateOf } from '../../page/screen-state-of'
import { usePageQuery } from '../../page/use-page-query'
import { useStartPoint } from '../../start-point/start-point'
import { CONSENTS_AT_FIRST } from '../notification-preference'
import { invalidateRegistrations } from '../registration-queries'
import { NOBODY_KNOWN, lastParty, inputOf, type RegisterForm, type KnownHousehold } from './register-form'

export interface Registering {
  /** Of the act that stopped the way, or the registering itself. */
  readonly state: MutationState<MutationName>
  /** Set once it is done. */
  readonly result: Output<'registration.register'> | null
  /** WeChat's dialogue was answered with no. */
  readonly wechatOff: boolean
  /** To be called in the tap itself; says whether WeChat's dialogue was answered with no, so that nothing was sent. */
  readonly submit: (form: RegisterForm) => Promise<'sent' | 'wechat-off'>
  readonly granting: MutationState<MutationName>
  /** Sends consents that did not get through. */
  readonly grantAgain: () => Promise<void>
  readonly forget: () => void
}

/** Registers in one order: WeChat's consent, what the activity must know, the place, and last the consents. */
export function useRegister({ activity, terms, household }: Joinable): Registering {
  const client = useQueryClient()
  const { choice } = useStartPoint()
  const describing = useMutation('family.describeMyself')
  const choosing = useMutation('me.chooseCompound')
  const registering = useMutation('registration.register')
  const granting = useMutation('message.grant')
  const [wechatOff, setWechatOff] = useState(false)
  /** Yeses that the backend has not counted yet; `null` before anybody was asked. */
  const granted = useRef<readonly Template[] | null>(null)

  const mayBeTold = async ({ telling }: RegisterForm): Promise<boolean> => {
    if (telling !== 'wechat' || granted.current !== null) return true
    const consenting = await askConsent(CONSENTS_AT_FIRST)
    if (consenting.kind === 'unavailable') return true
    setWechatOff(consenting.granted.length === 0)
    if (consenting.granted.length > 0) granted.current = consenting.granted
    return consenting.granted.length > 0
  }
  const isKnown = async ({ ownYear, party }: RegisterForm): Promise<boolean> => {
    const year = party.includes(null) ? birthYearOf(ownYear, now()) : null
    const { callName } = (household ?? NOBODY_KNOWN).myself
    if (year !== null && (await describing.send({ callName, born: [year, year] }))?.kind !== 'done')
      return false
    const asksWhere = terms.compoundIds.length + terms.neighbourhoodIds.length > 0
    if (!asksWhere || choice.compound === null) return true
    return (await choosing.send({ compoundId: choice.compound.id }))?.kind === 'done'
  }
  const grantAgain = async () => {
    const templates = granted.current ?? []
    if (templates.length === 0) return
    const outcome = await granting.send({ templates: [...templates] })
    if (outcome?.kind === 'done') granted.current = []
  }
  const submit = async (form: RegisterForm): Promise<'sent' | 'wechat-off'> => {
    if (!(await mayBeTold(form))) return 'wechat-off'
    if (await isKnown(form)) await register(form)
    return 'sent'
  }
  const register = async (form: RegisterForm) => {
    const outcome = await registering.send(inputOf(form, activity.id))
    if (outcome === null || !isFinal(outcome)) return
    if (outcome.kind === 'done') lastParty.write(form.party)
    await grantAgain()
    await invalidateRegistrations(client, activity.id)
  }
  const stopped = [describing.state, choosing.state].find(({ kind }) => kind !== 'idle' && kind !== 'done')
  return {
    state: stopped ?? registering.state,
    result: registering.state.kind === 'done' ? registering.state.value : null,
    wechatOff,
    submit,
    granting: granting.state,
    grantAgain,
    forget: registering.forget,
  }
}

const isComing = isState('confirmed', 'waiting', 'attended')

/** One's own registration here, as far as this phone knows; nobody is asked. */
export function useOwnHere(activityId: string): MyRegistration | undefined {
  const { data } = useQuery({ ...queries.registrations(), enabled: false })
  return data?.registrations.find(
    ({ activity, headline }) => activity.id === activityId && isComing({ state: headline }),
  )
}

/** An activity that takes registrations, and whom one could register. */
export interface Joinable {
  readonly activity: ActivityPage
  readonly terms: RegistrationTerms
  /** `null` when the family is out of reach just now: oneself can be registered all the same. */
  readonly household: KnownHousehold | null
}

type Gone = 'activity_not_found' | 'activity_withdrawn' | 'no_registration_needed'
const trouble = (refusal: Gone): ScreenState<Joinable> => ({
  kind: 'troubled',
  trouble: { happened: refusalSentence(refusal), advice: '', onRetry: null },
})

/** Waits for both the activity and the family: who is ticked at first hangs on the two. */
export function useJoinable(activityId: string): ScreenState<Joinable> {
  const named = isSlug(activityId)
  const activityQuery = usePageQuery({ ...queries.activity(activityId), enabled: named })
  const familyQuery = usePageQuery({ ...queries.family(), enabled: named })
  if (!named) return trouble('activity_not_found')
  const shown = screenStateOf(activityQuery)
  const family = screenStateOf(familyQuery)
  if (shown.kind !== 'ready') return shown
  const { value: activity, note } = shown
  if (activity.status === 'withdrawn') return trouble('activity_withdrawn')
  if (activity.terms === null) return trouble('no_registration_needed')
  if (family.kind === 'loading') return family
  // Who cannot sign in here cannot register either; who is only cut off for the moment may go on.
  if (family.kind === 'troubled' && failureOf(familyQuery.error).kind !== 'lost') return family
  const household = family.kind === 'ready' ? family.value : null
  return { kind: 'ready', value: { activity, terms: activity.terms, household }, note }
}
