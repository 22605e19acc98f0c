import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Output } from '../../../core/contract'
import type { Message } from '../../../core/contract/registration/message'
import { parseInstant } from '../../../core/kernel/shanghai-time'
import { callEndpoint } from '../../api/client'
import { useMutation } from '../../api/mutation'
import { queries } from '../../api/queries'
import { Button } from '../../components/controls/button'
import { classNames } from '../../components/elements/class-names'
import { Heading, Tappable, Text, View } from '../../components/elements/elements'
import { Empty } from '../../components/screen/screen'
import { Note } from '../../components/sheets/note'
import { activityRoute, registrationRoute, routes } from '../../platform/navigate/routes'
import { SENDING } from '../../text/sending'
import { MESSAGES, currentText, formerText, messageText } from '../../text/me/messages'
import { momentText } from '../../text/time'
import { useNow } from '../../api/clock'
import { useDisplay } from '../display/display-provider'
import { MutationNote } from '../page/mutation-note'
import { notDoneText } from '../page/reply-text'
import './inbox.scss'

/** Everything that was ever told, newest first; whether it went to WeChat as well does not matter here. */
export function Inbox({ first }: { readonly first: Output<'message.list'> }) {
  const { theme } = useDisplay()
  const { messages, ended, stuck, showOlder, markRead, marking } = useInbox(first)
  if (messages.length === 0) {
    return (
      <Empty title={MESSAGES.none} advice={MESSAGES.noneAdvice} theme={theme}>
        <Button look="primary" icon="calendar-days" to={routes.activities}>
          {MESSAGES.activities}
        </Button>
      </Empty>
    )
  }
  return (
    <>
      <Heading level={1} className="title">
        {MESSAGES.unread(first.unread)}
      </Heading>
      {first.unread === 0 ? null : (
        <>
          <Button icon="check" onTap={() => void markRead()}>
            {marking.kind === 'sending' ? SENDING : MESSAGES.markRead}
          </Button>
          <MutationNote state={marking} notSent={MESSAGES.notMarked} />
        </>
      )}
      <View className="stack">
        {messages.map((message) => (
          <MessageSheet key={message.messageId} message={message} />
        ))}
      </View>
      {stuck === null ? null : <Note>{stuck}</Note>}
      {ended ? null : <Button onTap={() => void showOlder()}>{MESSAGES.more}</Button>}
    </>
  )
}

function MessageSheet({ message }: { readonly message: Message }) {
  const { kind, at, read, activityId, registrationId, about } = message
  const now = useNow()
  const said = messageText(kind, about, now)
  const former = formerText(message)
  const unread = read ? '' : `${MESSAGES.isNew}，`
  return (
    <Tappable
      className={classNames('tappable message-sheet', !read && 'message-sheet--new')}
      to={registrationId === null ? activityRoute(activityId) : registrationRoute(registrationId)}
      label={`${unread}${about.title}，${said}`}
    >
      <View className="message-sheet__head">
        {read ? null : <Text className="message-sheet__new">{MESSAGES.isNew}</Text>}
        <Text className="soft small">{momentText(parseInstant(at), now)}</Text>
      </View>
      <Text className="message-sheet__title">{about.title}</Text>
      {registrationId === null ? <Text className="soft small">{MESSAGES.helping}</Text> : null}
      <Text>{said}</Text>
      <Text className={former === null ? 'soft small' : 'message-sheet__now'}>{currentText(message)}</Text>
      {former === null ? null : <Text className="soft small former">{former}</Text>}
    </Tappable>
  )
}

type FirstPage = Output<'message.list'>

/** As many as one answer brings: fewer mean that there are no older ones. */
const PAGE_SIZE = 50

/** The newest page from the cache, and older ones as far as one scrolls. */
function useInbox(first: FirstPage) {
  const client = useQueryClient()
  const [older, setOlder] = useState<readonly Message[]>([])
  const [ended, setEnded] = useState(first.messages.length < PAGE_SIZE)
  const [stuck, setStuck] = useState<string | null>(null)
  const marking = useMutation('message.markRead')
  const messages = [...first.messages, ...older]

  const showOlder = async () => {
    const reply = await callEndpoint('message.list', {
      before: messages[messages.length - 1]?.messageId ?? null,
    })
    setStuck(reply.ok ? null : notDoneText(reply, MESSAGES.stuck))
    if (!reply.ok) return
    setOlder([...older, ...reply.value.messages])
    setEnded(reply.value.messages.length < PAGE_SIZE)
  }
  const markRead = async () => {
    const [newest] = messages
    if (newest === undefined) return
    const outcome = await marking.send({ upTo: newest.messageId })
    if (outcome?.kind !== 'done') return
    setOlder(older.map((message) => ({ ...message, read: true })))
    await client.invalidateQueries({ queryKey: queries.messages().queryKey })
  }
  return { messages, ended, stuck, showOlder, markRead, marking: marking.state }
}
