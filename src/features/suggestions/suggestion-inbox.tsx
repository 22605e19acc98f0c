import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReceivedSuggestion } from '../../../core/contract/suggestion'
import { LONGEST_REPLY } from '../../../core/domain/me/suggestion'
import { parseInstant } from '../../../core/kernel/shanghai-time'
import type { Output } from '../../../core/contract'
import { callEndpoint, read } from '../../api/client'
import { useMutation } from '../../api/mutation'
import { Button, ButtonRow } from '../../components/controls/button'
import { Heading, Text, View } from '../../components/elements/elements'
import { TextArea } from '../../components/elements/text-area'
import { Empty } from '../../components/screen/screen'
import { Card } from '../../components/sheets/card'
import { Note } from '../../components/sheets/note'
import { StateBadge } from '../../components/sheets/state-badge'
import { dialPhone } from '../../platform/navigate/dial-phone'
import { SENDING } from '../../text/sending'
import { SUGGESTION_INBOX, unansweredTitle } from '../../text/staff/suggestion-inbox'
import { momentText } from '../../text/time'
import { useNow } from '../../api/clock'
import { useDisplay } from '../display/display-provider'
import { MutationNote } from '../page/mutation-note'
import { notDoneText } from '../page/reply-text'
import { useMore } from '../staff/use-more'
import './suggestions.scss'

/** What residents wrote to the 街道, without who they are; the unanswered come first. */
export function SuggestionInbox({ first }: { readonly first: Output<'suggestion.list'> }) {
  const { theme } = useDisplay()
  const page = { rows: first.suggestions, more: first.more }
  const { rows: suggestions, more, stuck, showMore, change } = useMore(page, idOf, askAfter)
  if (suggestions.length === 0)
    return <Empty title={SUGGESTION_INBOX.none} advice={SUGGESTION_INBOX.noneAdvice} theme={theme} />
  return (
    <>
      <View className="stack">
        <Heading level={1} className="title">
          {unansweredTitle(first.unanswered)}
        </Heading>
        <Text className="soft">{SUGGESTION_INBOX.privacy}</Text>
      </View>
      {suggestions.map((suggestion) => (
        <ReceivedCard
          key={suggestion.suggestionId}
          suggestion={suggestion}
          onReplied={(reply) => change(suggestion.suggestionId, { reply })}
        />
      ))}
      {stuck === null ? null : <Note>{stuck}</Note>}
      {more ? <Button onTap={() => void showMore()}>{SUGGESTION_INBOX.moreButton}</Button> : null}
    </>
  )
}

const idOf = ({ suggestionId }: ReceivedSuggestion): string => suggestionId

async function askAfter({ suggestionId, at, reply: answer }: ReceivedSuggestion) {
  const reply = await callEndpoint('suggestion.list', {
    after: { suggestionId, at, answered: answer !== null },
  })
  if (!reply.ok) return notDoneText(reply, SUGGESTION_INBOX.stuckNote)
  return { rows: reply.value.suggestions, more: reply.value.more }
}

interface ReceivedCardProps {
  readonly suggestion: ReceivedSuggestion
  readonly onReplied: (reply: string) => void
}

/** One of them: read it, ring up who wants to be called, answer in writing. */
function ReceivedCard({ suggestion, onReplied }: ReceivedCardProps) {
  const { suggestionId, text, at, flagged, phone, reply } = suggestion
  const now = useNow()
  const [answering, setAnswering] = useState(false)
  return (
    <Card ground={answering ? 'warm' : 'plain'}>
      {flagged ? <StateBadge tone="closed" text={SUGGESTION_INBOX.flagged} /> : null}
      <Text className="suggestion-lines">{text}</Text>
      <Text className="soft small">{SUGGESTION_INBOX.at(momentText(parseInstant(at), now))}</Text>
      {reply === null ? null : (
        <Text className="suggestion-lines">
          {SUGGESTION_INBOX.replied}
          {reply}
        </Text>
      )}
      {phone === null ? null : <CallBack suggestionId={suggestionId} masked={phone} />}
      {answering ? (
        <ReplyForm
          suggestionId={suggestionId}
          before={reply}
          onReplied={onReplied}
          onLeave={() => setAnswering(false)}
        />
      ) : (
        <Button
          onTap={() => setAnswering(true)}
          label={`${reply === null ? SUGGESTION_INBOX.reply : SUGGESTION_INBOX.replyAgain}：${text}`}
        >
          {reply === null ? SUGGESTION_INBOX.reply : SUGGESTION_INBOX.replyAgain}
        </Button>
      )}
    </Card>
  )
}

interface ReplyFormProps {
  readonly suggestionId: string
  /** What was answered before: a second reply replaces it. */
  readonly before: string | null
  readonly onReplied: (reply: string) => void
  readonly onLeave: () => void
}

/** What the writer will read under their suggestion. */
function ReplyForm({ suggestionId, before, onReplied, onLeave }: ReplyFormProps) {
  const client = useQueryClient()
  const [words, setWords] = useState(before ?? '')
  const [tried, setTried] = useState(false)
  const { state, send } = useMutation('suggestion.reply')
  const reply = words.trim()
  const submit = async () => {
    setTried(true)
    if (reply === '') return
    const outcome = await send({ suggestionId, reply })
    if (outcome?.kind !== 'done') return
    onReplied(reply)
    await client.invalidateQueries({ queryKey: receivedQuery.queryKey })
    onLeave()
  }
  return (
    <>
      <View className="field">
        <Text className="field__label">{SUGGESTION_INBOX.replyLabel}</Text>
        <TextArea
          className="field__input suggestion-text"
          value={words}
          hint={SUGGESTION_INBOX.replyHint}
          label={SUGGESTION_INBOX.replyLabel}
          longest={LONGEST_REPLY}
          onChange={setWords}
        />
        <Text className="soft small">{SUGGESTION_INBOX.left(LONGEST_REPLY - words.length)}</Text>
        {tried && reply === '' ? <Text className="field__fault">{SUGGESTION_INBOX.replyMissing}</Text> : null}
      </View>
      <MutationNote state={state} notSent={SUGGESTION_INBOX.notReplied} />
      <ButtonRow>
        <Button onTap={onLeave}>{SUGGESTION_INBOX.close}</Button>
        <Button look="primary" onTap={() => void submit()}>
          {state.kind === 'sending' ? SENDING : SUGGESTION_INBOX.sendReply}
        </Button>
      </ButtonRow>
    </>
  )
}

interface CallBackProps {
  readonly suggestionId: string
  readonly masked: string
}

/** The number in full only on purpose, after it was said that looking is recorded; it goes with the page. */
function CallBack({ suggestionId, masked }: CallBackProps) {
  const [asking, setAsking] = useState(false)
  const { state, send, forget } = useMutation('suggestion.openPhone')
  if (state.kind === 'done') {
    const { phone } = state.value
    return phone === null ? (
      <Note>{SUGGESTION_INBOX.phoneGone}</Note>
    ) : (
      <Button icon="phone" onTap={() => dialPhone(phone)}>
        {SUGGESTION_INBOX.call(phone)}
      </Button>
    )
  }
  const leave = () => {
    forget()
    setAsking(false)
  }
  return (
    <>
      <Text>{SUGGESTION_INBOX.wantsCall(masked)}</Text>
      {asking ? <Text className="soft small">{SUGGESTION_INBOX.openPhoneWhy}</Text> : null}
      <MutationNote state={state} notSent={SUGGESTION_INBOX.phoneLost} />
      {asking ? (
        <ButtonRow>
          <Button onTap={leave}>{SUGGESTION_INBOX.phoneLater}</Button>
          <Button look="primary" onTap={() => void send({ suggestionId })}>
            {state.kind === 'sending' ? SENDING : SUGGESTION_INBOX.openPhoneYes}
          </Button>
        </ButtonRow>
      ) : (
        <Button icon="phone" onTap={() => setAsking(true)} label={`${SUGGESTION_INBOX.openPhone} ${masked}`}>
          {SUGGESTION_INBOX.openPhone}
        </Button>
      )}
    </>
  )
}

/** Asked anew at each look, never kept: what residents write stays out of a phone's storage. */
export const receivedQuery = queryOptions({
  queryKey: ['suggestion.list'],
  queryFn: () => read('suggestion.list', {}),
  staleTime: 0,
})
