import { useState } from 'react'
import { Button, ButtonRow } from '../../components/controls/button'
import { Text } from '../../components/elements/elements'
import { Note } from '../../components/sheets/note'
import { call } from '../../platform/phone/phone'
import { SENDING } from '../../text/acts'
import { RECEIVED } from '../../text/staff/received'
import { ActNote } from '../act/act-note'
import { useAct } from '../act/use-act'

interface CallBackProps {
  readonly suggestionId: string
  readonly masked: string
}

/** The number in full only on purpose, after it was said that looking is recorded; it goes with the page. */
export function CallBack({ suggestionId, masked }: CallBackProps) {
  const [asking, setAsking] = useState(false)
  const { state, send, forget } = useAct('suggestion.openPhone')
  if (state.kind === 'done') {
    const { phone } = state.value
    return phone === null ? (
      <Note>{RECEIVED.phoneGone}</Note>
    ) : (
      <Button icon="phone" onTap={() => call(phone)}>
        {RECEIVED.call(phone)}
      </Button>
    )
  }
  const leave = () => {
    forget()
    setAsking(false)
  }
  return (
    <>
      <Text>{RECEIVED.wantsCall(masked)}</Text>
      {asking ? <Text className="soft small">{RECEIVED.openPhoneWhy}</Text> : null}
      <ActNote state={state} notSent={RECEIVED.phoneLost} />
      {asking ? (
        <ButtonRow>
          <Button onTap={leave}>{RECEIVED.phoneLater}</Button>
          <Button look="primary" onTap={() => void send({ suggestionId })}>
            {state.kind === 'sending' ? SENDING : RECEIVED.openPhoneYes}
          </Button>
        </ButtonRow>
      ) : (
        <Button icon="phone" onTap={() => setAsking(true)} label={`${RECEIVED.openPhone} ${masked}`}>
          {RECEIVED.openPhone}
        </Button>
      )}
    </>
  )
}
