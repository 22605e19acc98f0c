import { instant, parseInstant } from '../../../../core/kernel/shanghai-time'
import type { FinalAnswer } from '../../../api/outbox/kept-act'
import type { Unseen } from '../../../api/outbox/outbox-kinds'
import { outbox } from '../../../api/outbox/own-outbox'
import { flushOutbox, useOutbox } from '../../../api/outbox/use-outbox'
import { Button } from '../../../components/controls/button'
import { Text, View } from '../../../components/elements/elements'
import { Card } from '../../../components/sheets/card'
import { FactRow } from '../../../components/sheets/fact-row'
import { FAULT_SENTENCES } from '../../../text/acts'
import { KEPT_SCAN } from '../../../text/check-in/scan'
import { refusalSentence } from '../../../text/refusals/refusal-sentence'
import { momentText } from '../../../text/time'
import { now } from '../../clock/use-now'

const isCheckIn = ({ endpoint }: { readonly endpoint: string }): boolean => endpoint.startsWith('checkIn.')

/** Check-ins of this phone that wait, and last words that nobody has read yet; nothing where there are none. */
export function KeptScans() {
  const { waiting, unseen } = useOutbox()
  const scans = waiting.filter(isCheckIn)
  const words = unseen.filter((one) => one.kind === 'damaged' || isCheckIn(one))
  return (
    <>
      {scans.length === 0 ? null : (
        <Card ground="warm">
          <FactRow icon="wifi-off">
            <Text>{KEPT_SCAN.waiting(scans.length)}</Text>
          </FactRow>
          <Button onTap={flushOutbox}>{KEPT_SCAN.sendNow}</Button>
        </Card>
      )}
      {words.map((word) => (
        <Card key={word.key} ground="warm">
          <View ariaRole="alert">{sentenceOf(word)}</View>
          <Button onTap={() => outbox.seen(word.key)}>{KEPT_SCAN.seen}</Button>
        </Card>
      ))}
    </>
  )
}

function sentenceOf(word: Unseen): string {
  if (word.kind === 'damaged') return KEPT_SCAN.damaged
  const answer = word.answer as FinalAnswer<'checkIn.upload'>
  if (answer.kind === 'done')
    return `${KEPT_SCAN.sent(momentText(parseInstant(answer.value.visit.at), now()))}。`
  const when = momentText(instant(word.happenedAt), now())
  if (answer.kind === 'too_old') return KEPT_SCAN.tooOld(when)
  const failed = KEPT_SCAN.failed(when)
  const why =
    answer.kind === 'refused' ? refusalSentence(answer.refusal, answer.detail) : FAULT_SENTENCES[answer.fault]
  return `${failed}。${why}`
}
