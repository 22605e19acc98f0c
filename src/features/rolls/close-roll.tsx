import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { RollPage } from '../../../core/contract/check-in/roll'
import { parseInstant } from '../../../core/kernel/shanghai-time'
import { Button, ButtonRow } from '../../components/controls/button'
import { Text } from '../../components/elements/elements'
import { Card } from '../../components/sheets/card'
import { Note } from '../../components/sheets/note'
import { notSentTwice, SENDING } from '../../text/acts'
import { notYet, ROLLS, rollState } from '../../text/staff/rolls'
import { ActNote } from '../act/act-note'
import { useAct } from '../act/use-act'
import { useNow } from '../clock/use-now'
import { rollQueries } from './queries'

interface CloseRollProps {
  readonly roll: RollPage
  readonly absent: number
}

/** When it can be closed, what that means, and that it is done. Asked once, then done. */
export function CloseRoll({ roll, absent }: CloseRollProps) {
  const { activityId, closableFrom, closedAt } = roll
  const client = useQueryClient()
  const now = useNow()
  const [asked, setAsked] = useState(false)
  const { state, send, forget } = useAct('door.closeRoll')
  if (closedAt !== null) return <Note icon="check">{`${rollState(roll, now)}。${ROLLS.correctHint}`}</Note>
  if (now < parseInstant(closableFrom)) return <Note icon="clock">{notYet(closableFrom, now)}</Note>
  if (!asked)
    return (
      <Button look="primary" icon="check" onTap={() => setAsked(true)}>
        {ROLLS.close}
      </Button>
    )
  const close = async () => {
    if ((await send({ activityId }))?.kind !== 'done') return
    await client.invalidateQueries({ queryKey: rollQueries.roll(activityId).queryKey })
    await client.invalidateQueries({ queryKey: rollQueries.list().queryKey })
  }
  const leave = () => {
    forget()
    setAsked(false)
  }
  return (
    <Card title={ROLLS.closeTitle(absent)} ground="warm">
      {absent === 0 ? null : (
        <>
          <Text>{ROLLS.why}</Text>
          <Text>{ROLLS.afterwards}</Text>
        </>
      )}
      <ActNote state={state} notSent={notSentTwice(ROLLS.twice)} />
      <ButtonRow>
        <Button onTap={leave}>{ROLLS.no}</Button>
        <Button look="primary" onTap={() => void close()}>
          {state.kind === 'sending' ? SENDING : ROLLS.yes}
        </Button>
      </ButtonRow>
    </Card>
  )
}
