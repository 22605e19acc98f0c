import type { Output } from '../../../core/contract'
import type { Message } from '../../../core/contract/registration/message'
import { parseInstant } from '../../../core/kernel/shanghai-time'
import { classNames } from '../../components/class-names'
import { Button } from '../../components/controls/button'
import { Heading, Tappable, Text, View } from '../../components/elements/elements'
import { Empty } from '../../components/screen/screen'
import { Note } from '../../components/sheets/note'
import { registrationRoute, routes } from '../../platform/navigate/routes'
import { SENDING } from '../../text/acts'
import { aboutText, MESSAGES, messageText } from '../../text/registration/messages'
import { momentText } from '../../text/time'
import { ActNote } from '../act/act-note'
import { useNow } from '../clock/use-now'
import { useDisplay } from '../display/display-provider'
import './inbox.scss'
import { useInbox } from './use-inbox'

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
          <ActNote state={marking} notSent={MESSAGES.notMarked} />
        </>
      )}
      <View className="stack">
        {messages.map((message) => (
          <MessageSheet key={message.messageId} message={message} />
        ))}
      </View>
      {stuck ? <Note icon="wifi-off">{MESSAGES.stuck}</Note> : null}
      {ended ? null : <Button onTap={() => void showOlder()}>{MESSAGES.more}</Button>}
    </>
  )
}

function MessageSheet({ message }: { readonly message: Message }) {
  const { kind, at, read, registrationId, about } = message
  const now = useNow()
  const said = messageText(kind, about, now)
  const unread = read ? '' : `${MESSAGES.isNew}，`
  return (
    <Tappable
      className={classNames('tappable message-sheet', !read && 'message-sheet--new')}
      to={registrationRoute(registrationId)}
      label={`${unread}${about.title}，${said}`}
    >
      <View className="message-sheet__head">
        {read ? null : <Text className="message-sheet__new">{MESSAGES.isNew}</Text>}
        <Text className="soft small">{momentText(parseInstant(at), now)}</Text>
      </View>
      <Text className="message-sheet__title">{about.title}</Text>
      <Text>{said}</Text>
      <Text className="soft small">{aboutText(about)}</Text>
    </Tappable>
  )
}
