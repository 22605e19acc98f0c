import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '../../../components/controls/button'
import { Field } from '../../../components/controls/field'
import { Text } from '../../../components/elements/elements'
import { Card } from '../../../components/sheets/card'
import { SENDING, notSentTwice } from '../../../text/acts'
import { UNDO } from '../../../text/door/arriving'
import { ActNote } from '../../act/act-note'
import { useAct } from '../../act/use-act'
import { doorQueries } from '../queries'
import { afterUndoing } from '../seen/list-after'
import type { RecentArrival } from './recent-arrivals'

const LONGEST_REASON = 100

interface UndoAskProps {
  readonly activityId: string
  readonly arrival: RecentArrival
  readonly onUndone: () => void
  readonly onKeep: () => void
}

/** Why it is taken back: one tap on a reason does it, and the reason stays in the history. */
export function UndoAsk({ activityId, arrival: { who, came }, onUndone, onKeep }: UndoAskProps) {
  const client = useQueryClient()
  const { state, send } = useAct('door.undo')
  const [ownWords, setOwnWords] = useState<string | null>(null)
  const { entryId } = came
  const undo = async (reason: string) => {
    if (entryId === null || reason === '') return
    const outcome = await send({ activityId, entryId, reason })
    if (outcome?.kind !== 'done') return
    client.setQueryData(doorQueries.list(activityId).queryKey, (list) =>
      list === undefined ? list : afterUndoing(list, outcome.value),
    )
    onUndone()
  }
  return (
    <Card title={UNDO.title(who)} ground="warm">
      <Text>{UNDO.why}</Text>
      {UNDO.reasons.map((reason) => (
        <Button key={reason} onTap={() => void undo(reason)}>
          {reason}
        </Button>
      ))}
      {ownWords === null ? (
        <Button onTap={() => setOwnWords('')}>{UNDO.other}</Button>
      ) : (
        <>
          <Field label={UNDO.otherField} value={ownWords} longest={LONGEST_REASON} onChange={setOwnWords} />
          <Button look="primary" onTap={() => void undo(ownWords.trim())}>
            {UNDO.confirm}
          </Button>
        </>
      )}
      {state.kind === 'sending' ? <Text className="soft">{SENDING}</Text> : null}
      <ActNote state={state} notSent={notSentTwice(UNDO.twice)} />
      <Button onTap={onKeep}>{UNDO.keep}</Button>
    </Card>
  )
}
