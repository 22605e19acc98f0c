import { useState } from 'react'
import type { MutationName } from '../../api/result'
import { Button } from '../../components/controls/button'
import { Field } from '../../components/controls/field'
import { Text } from '../../components/elements/elements'
import { Card } from '../../components/sheets/card'
import { SENDING, notSentTwice } from '../../text/sending'
import { UNDO } from '../../text/check-in/arrivals'
import { MutationNote } from '../page/mutation-note'
import type { MutationState } from '../../api/mutation'

const LONGEST_REASON = 100

interface ReasonFormProps {
  readonly title: string
  readonly why: string
  readonly state: MutationState<MutationName>
  /** What is offered, in place of the reasons for undoing. */
  readonly reasons?: readonly string[]
  /** On the button beside one's own words. */
  readonly confirm?: string
  /** What won't happen by a second tap. */
  readonly twice?: string
  readonly onReason: (reason: string) => void
}

/** Why it is taken back: one tap on a reason does it, and the reason stays in the history. */
export function ReasonForm({
  title,
  why,
  state,
  reasons = UNDO.reasons,
  confirm = UNDO.confirm,
  twice = UNDO.twice,
  onReason,
}: ReasonFormProps) {
  const [ownWords, setOwnWords] = useState<string | null>(null)
  return (
    <Card title={title} ground="warm">
      <Text>{why}</Text>
      {reasons.map((reason) => (
        <Button key={reason} onTap={() => onReason(reason)}>
          {reason}
        </Button>
      ))}
      {ownWords === null ? (
        <Button onTap={() => setOwnWords('')}>{UNDO.other}</Button>
      ) : (
        <>
          <Field label={UNDO.otherField} value={ownWords} longest={LONGEST_REASON} onChange={setOwnWords} />
          <Button
            look="primary"
            onTap={() => (ownWords.trim() === '' ? undefined : onReason(ownWords.trim()))}
          >
            {ownWords.trim() === '' ? UNDO.otherMissing : confirm}
          </Button>
        </>
      )}
      {state.kind === 'sending' ? <Text className="soft">{SENDING}</Text> : null}
      <MutationNote state={state} notSent={notSentTwice(twice)} />
    </Card>
  )
}
