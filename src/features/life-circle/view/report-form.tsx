import { useRef, useState } from 'react'
import { REPORT_REASONS, type ReportReason } from '../../../../core/domain/life-circle/facility'
import { call } from '../../../api/call'
import { newRequestId } from '../../../api/request-id'
import { Button } from '../../../components/controls/button'
import { Choice, Choices } from '../../../components/controls/choice'
import { View } from '../../../components/elements/elements'
import { Card } from '../../../components/sheets/card'
import { Note } from '../../../components/sheets/note'
import { LIFE_CIRCLE, REASONS } from '../../../text/life-circle'
import { refusalSentence } from '../../../text/refusals/refusal-sentence'

interface ReportFormProps {
  /** `null`: a place is missing on the map. */
  readonly facilityId: string | null
  readonly onDone: () => void
}

type Sending =
  { readonly kind: 'asking' | 'sending' | 'sent' } | { readonly kind: 'failed'; readonly words: string }

/** One tap says what is wrong. The same tap again sends the same report: it arrives once. */
export function ReportForm({ facilityId, onDone }: ReportFormProps) {
  const [sending, setSending] = useState<Sending>({ kind: 'asking' })
  const requests = useRef(new Map<ReportReason, string>())
  const reasons = REPORT_REASONS.filter((reason) => (reason === 'missing') === (facilityId === null))

  async function send(reason: ReportReason): Promise<void> {
    if (sending.kind === 'sending') return
    setSending({ kind: 'sending' })
    const requestId = requests.current.get(reason) ?? (await newRequestId())
    requests.current.set(reason, requestId)
    const reply = await call('lifeCircle.report', { facilityId, reason, note: null, requestId })
    if (reply.ok) setSending({ kind: 'sent' })
    else if ('refusal' in reply) setSending({ kind: 'failed', words: refusalSentence(reply.refusal) })
    else setSending({ kind: 'failed', words: LIFE_CIRCLE.notSent })
  }

  if (sending.kind === 'sent') return <Note icon="check">{LIFE_CIRCLE.sent}</Note>
  return (
    <Card title={LIFE_CIRCLE.wrongTitle} ground="warm">
      <Choices>
        {reasons.map((reason) => (
          <Choice key={reason} title={REASONS[reason]} chosen={false} onChoose={() => void send(reason)} />
        ))}
      </Choices>
      {sending.kind === 'sending' ? <View className="soft">{LIFE_CIRCLE.sending}</View> : null}
      {sending.kind === 'failed' ? <Note>{sending.words}</Note> : null}
      <Button onTap={onDone}>{LIFE_CIRCLE.cancel}</Button>
    </Card>
  )
}
