import { parseInstant } from '../../../core/kernel/shanghai-time'
import type { MutationResult } from '../../api/result'
import type { SettledEntry } from '../../api/outbox/outbox'
import { outbox, flushOutbox, useOutbox } from '../../api/outbox/device-outbox'
import { Button } from '../../components/controls/button'
import { Text, View } from '../../components/elements/elements'
import { Card } from '../../components/sheets/card'
import { FactRow } from '../../components/sheets/fact-row'
import { STORED_SCAN } from '../../text/check-in/scan'
import { refusalSentence } from '../../text/refusals/refusal-sentence'
import { momentText } from '../../text/time'
import { fromPhone, now } from '../../api/clock'
import { faultText } from '../page/reply-text'

const isCheckIn = ({ endpoint }: { readonly endpoint: string }): boolean => endpoint.startsWith('checkIn.')

/** Check-ins of this phone that wait, and last words that nobody has read yet; nothing where there are none. */
export function PendingScans() {
  const { queued, settled } = useOutbox()
  const scans = queued.filter(isCheckIn)
  const results = settled.filter((one) => one.kind === 'damaged' || isCheckIn(one))
  return (
    <>
      {scans.length === 0 ? null : (
        <Card ground="warm">
          <FactRow icon="wifi-off">
            <Text>{STORED_SCAN.waiting(scans.length)}</Text>
          </FactRow>
          <Button onTap={flushOutbox}>{STORED_SCAN.sendNow}</Button>
        </Card>
      )}
      {results.map((one) => (
        <Card key={one.key} ground="warm">
          <View ariaRole="alert">{sentenceOf(one)}</View>
          <Button onTap={() => outbox.acknowledge(one.key)}>{STORED_SCAN.acknowledge}</Button>
        </Card>
      ))}
    </>
  )
}

function sentenceOf(word: SettledEntry): string {
  if (word.kind === 'damaged') return STORED_SCAN.damaged
  const result = word.result as MutationResult<'checkIn.upload'>
  if (result.kind === 'done')
    return `${STORED_SCAN.sent(momentText(parseInstant(result.value.visit.at), now()))}。`
  const when = momentText(fromPhone(word.happenedAt), now())
  if (result.kind === 'lost') return STORED_SCAN.tooOld(when)
  const failed = STORED_SCAN.failed(when)
  const why =
    result.kind === 'refused'
      ? refusalSentence(result.refusal, result.detail)
      : faultText(result.fault, result.trace)
  return `${failed}。${why}`
}
