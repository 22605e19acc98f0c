import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Output } from '../../../../core/contract'
import type { Template } from '../../../../core/domain/registration/messages/notice'
import { isFinal, type ActName } from '../../../api/acting'
import { askConsent } from '../../../platform/subscribe/subscribe'
import { useAct, type ActState } from '../../act/use-act'
import { now } from '../../clock/use-now'
import { birthYearOf } from '../../family/new-member'
import { useOrigin } from '../../origin/origin-provider'
import { changedByRegistering } from '../changed'
import { NOBODY_KNOWN, lastParty } from '../party/party'
import { wishOf, type RegisterForm } from './register-form'
import type { Joinable } from './use-joinable'

/** What the one reminder and changes need; 候补结果 is asked only of whoever waits. */
const AT_ONCE: readonly Template[] = ['change', 'reminder']

export interface Registering {
  /** Of the act that stopped the way, or the registering itself. */
  readonly state: ActState<ActName>
  /** Set once it is done. */
  readonly result: Output<'registration.register'> | null
  /** WeChat's dialogue was answered with no. */
  readonly wechatOff: boolean
  /** To be called in the tap itself; says whether WeChat's dialogue was answered with no, so that nothing was sent. */
  readonly submit: (form: RegisterForm) => Promise<'sent' | 'wechat-off'>
  readonly granting: ActState<ActName>
  /** Sends consents that did not get through. */
  readonly grantAgain: () => Promise<void>
  readonly forget: () => void
}

/** Registers in one order: WeChat's consent, what the activity must know, the place, and last the consents. */
export function useRegistering({ activity, terms, household }: Joinable): Registering {
  const client = useQueryClient()
  const { choice } = useOrigin()
  const describing = useAct('family.describeMyself')
  const choosing = useAct('me.chooseCompound')
  const registering = useAct('registration.register')
  const granting = useAct('message.grant')
  const [wechatOff, setWechatOff] = useState(false)
  /** Yeses that the backend has not counted yet; `null` before anybody was asked. */
  const granted = useRef<readonly Template[] | null>(null)

  const mayBeTold = async ({ telling }: RegisterForm): Promise<boolean> => {
    if (telling !== 'wechat' || granted.current !== null) return true
    const consenting = await askConsent(AT_ONCE)
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
    const outcome = await registering.send(wishOf(form, activity.id))
    if (outcome === null || !isFinal(outcome)) return
    if (outcome.kind === 'done') lastParty.write(form.party)
    await grantAgain()
    await changedByRegistering(client, activity.id)
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
