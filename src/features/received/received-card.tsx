import { useState } from 'react'
import type { ReceivedSuggestion } from '../../../core/contract/voice/suggestion'
import { parseInstant } from '../../../core/kernel/shanghai-time'
import { Button } from '../../components/controls/button'
import { Text } from '../../components/elements/elements'
import { Card } from '../../components/sheets/card'
import { StateBadge } from '../../components/sheets/state-badge'
import { RECEIVED } from '../../text/staff/received'
import { momentText } from '../../text/time'
import { useNow } from '../clock/use-now'
import '../suggestions/suggestions.scss'
import { CallBack } from './call-back'
import { ReplyForm } from './reply-form'

/** One of them: read it, ring up who wants to be called, answer in writing. */
export function ReceivedCard({ suggestion }: { readonly suggestion: ReceivedSuggestion }) {
  const { suggestionId, text, at, flagged, phone, reply } = suggestion
  const now = useNow()
  const [answering, setAnswering] = useState(false)
  return (
    <Card ground={answering ? 'warm' : 'plain'}>
      {flagged ? <StateBadge tone="closed" text={RECEIVED.flagged} /> : null}
      <Text className="suggestion-lines">{text}</Text>
      <Text className="soft small">{RECEIVED.at(momentText(parseInstant(at), now))}</Text>
      {reply === null ? null : (
        <Text className="suggestion-lines">
          {RECEIVED.replied}
          {reply}
        </Text>
      )}
      {phone === null ? null : <CallBack suggestionId={suggestionId} masked={phone} />}
      {answering ? (
        <ReplyForm suggestionId={suggestionId} before={reply} onLeave={() => setAnswering(false)} />
      ) : (
        <Button
          onTap={() => setAnswering(true)}
          label={`${reply === null ? RECEIVED.reply : RECEIVED.replyAgain}：${text}`}
        >
          {reply === null ? RECEIVED.reply : RECEIVED.replyAgain}
        </Button>
      )}
    </Card>
  )
}
