import { useState } from 'react'
import { Button } from '../../../components/controls/button'
import { Heading, Text, View } from '../../../components/elements/elements'
import { Picture } from '../../../components/pictures/picture'
import { Card } from '../../../components/sheets/card'
import { Note } from '../../../components/sheets/note'
import { backOr } from '../../../platform/navigate/navigate'
import { activityRoute, registrationRoute } from '../../../platform/navigate/routes'
import { askConsent, canAskConsent } from '../../../platform/subscribe/subscribe'
import { SENDING } from '../../../text/acts'
import { confirmedTitle, REGISTER, RESULT, waitingTitle } from '../../../text/registration/registration'
import { ActNote } from '../../act/act-note'
import { useAct } from '../../act/use-act'
import { useDisplay } from '../../display/display-provider'
import { ActivityLine } from '../activity-line'
import type { RegisterForm } from './register-form'
import type { Joinable } from './use-joinable'
import type { Registering } from './use-registering'

interface RegisteredProps {
  readonly joinable: Joinable
  readonly form: RegisterForm
  readonly registering: Registering
}

/** Done: the number or the position, said as what it is, and what happens next. */
export function Registered({ joinable: { activity }, form, registering }: RegisteredProps) {
  const { theme } = useDisplay()
  const { result, granting, grantAgain } = registering
  if (result === null) return null
  const waits = result.place === 'waiting'
  return (
    <>
      <Picture subject={waits ? 'bench' : 'door'} theme={theme} />
      <View ariaRole="alert">
        <Heading level={1} className="title">
          {waits ? waitingTitle(result.position) : confirmedTitle(result.number)}
        </Heading>
      </View>
      <Card>
        <Text>{waits ? RESULT.queueRule : RESULT.atDoor}</Text>
        {waits ? <Text className="soft">{RESULT.lastHours}</Text> : null}
        <Text className="soft">{tellingText(form, waits, registering.wechatOff)}</Text>
        {waits && form.telling === 'wechat' && canAskConsent ? <TellWhenFree /> : null}
      </Card>
      {granting.kind === 'idle' || granting.kind === 'done' || granting.kind === 'sending' ? null : (
        <>
          <Note icon="wifi-off">{RESULT.grantUnsent}</Note>
          <Button onTap={() => void grantAgain()}>{RESULT.again}</Button>
        </>
      )}
      <Card>
        <ActivityLine activity={activity} change={activity.change} level={2} />
      </Card>
      <Button look="primary" to={registrationRoute(result.registrationId)}>
        {REGISTER.sees}
      </Button>
      <Button onTap={() => backOr(activityRoute(activity.id))}>{REGISTER.toActivity}</Button>
    </>
  )
}

function tellingText({ telling }: RegisterForm, waits: boolean, wechatOff: boolean): string {
  if (telling === 'wechat') return RESULT.byWechat
  if (telling === 'none') return waits ? RESULT.byNoneWaiting : RESULT.byNone
  if (waits) return wechatOff ? RESULT.wechatOffPhone : RESULT.phoneWhenFree
  return wechatOff ? RESULT.wechatOffPhoneConfirmed : RESULT.byPhone
}

/** 候补结果 is asked only of whoever waits, in a tap of its own. */
function TellWhenFree() {
  const { state, send } = useAct('message.grant')
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
  if (state.kind === 'done') return <Text>{RESULT.willTell}</Text>
  return (
    <>
      {answer === 'no' ? <Note>{RESULT.wechatStillOff}</Note> : null}
      <ActNote state={state} notSent={RESULT.grantUnsent} />
      <Button onTap={() => void ask()}>{state.kind === 'sending' ? SENDING : RESULT.tellWhenFree}</Button>
    </>
  )
}
