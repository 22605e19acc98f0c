import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { LONGEST_REPLY } from '../../../core/domain/me/suggestion'
import { Button, ButtonRow } from '../../components/controls/button'
import { Text, View } from '../../components/elements/elements'
import { TextArea } from '../../components/elements/text-area'
import { SENDING } from '../../text/acts'
import { RECEIVED } from '../../text/staff/received'
import { ActNote } from '../act/act-note'
import { useAct } from '../act/use-act'
import { receivedQuery } from './queries'

interface ReplyFormProps {
  readonly suggestionId: string
  /** What was answered before: a second reply replaces it. */
  readonly before: string | null
  readonly onLeave: () => void
}

/** What the writer will read under their suggestion. */
export function ReplyForm({ suggestionId, before, onLeave }: ReplyFormProps) {
  const client = useQueryClient()
  const [words, setWords] = useState(before ?? '')
  const [tried, setTried] = useState(false)
  const { state, send } = useAct('suggestion.reply')
  const reply = words.trim()
  const submit = async () => {
    setTried(true)
    if (reply === '') return
    const outcome = await send({ suggestionId, reply })
    if (outcome?.kind !== 'done') return
    await client.invalidateQueries({ queryKey: receivedQuery.queryKey })
    onLeave()
  }
  return (
    <>
      <View className="field">
        <Text className="field__label">{RECEIVED.replyLabel}</Text>
        <TextArea
          className="field__input suggestion-text"
          value={words}
          hint={RECEIVED.replyHint}
          label={RECEIVED.replyLabel}
          longest={LONGEST_REPLY}
          onChange={setWords}
        />
        <Text className="soft small">{RECEIVED.left(LONGEST_REPLY - words.length)}</Text>
        {tried && reply === '' ? <Text className="field__fault">{RECEIVED.replyMissing}</Text> : null}
      </View>
      <ActNote state={state} notSent={RECEIVED.notReplied} />
      <ButtonRow>
        <Button onTap={onLeave}>{RECEIVED.close}</Button>
        <Button look="primary" onTap={() => void submit()}>
          {state.kind === 'sending' ? SENDING : RECEIVED.sendReply}
        </Button>
      </ButtonRow>
    </>
  )
}
