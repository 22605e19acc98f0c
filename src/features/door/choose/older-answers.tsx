import { instant } from '../../../../core/kernel/shanghai-time'
import type { Unseen } from '../../../api/outbox/outbox-kinds'
import { outbox } from '../../../api/outbox/own-outbox'
import { useOutbox } from '../../../api/outbox/use-outbox'
import { Button } from '../../../components/controls/button'
import { Text } from '../../../components/elements/elements'
import { Card } from '../../../components/sheets/card'
import { AFTERWARDS } from '../../../text/door/arriving'
import { momentText } from '../../../text/time'
import { now } from '../../clock/use-now'
import { sayNo } from '../acts/say-no'

/**
 * What was done at doors that are not today's, and was not recorded when it was sent at last: nobody opens those
 * doors again, so it is said here. Read once, then gone.
 */
export function OlderAnswers({ today }: { readonly today: readonly string[] }) {
  const refused = useOutbox().unseen.flatMap((act) => (isOf(act, today) ? [] : lineOf(act)))
  if (refused.length === 0) return null
  return (
    <Card title={AFTERWARDS.title} ground="warm">
      {refused.map(({ key, line }) => (
        <Text key={key}>{line}</Text>
      ))}
      <Button onTap={() => refused.forEach(({ key }) => outbox.seen(key))}>{AFTERWARDS.seen}</Button>
    </Card>
  )
}

const isOf = (act: Unseen, today: readonly string[]): boolean =>
  act.kind === 'answered' && today.some((activityId) => activityId === act.wish['activityId'])

function lineOf(act: Unseen): readonly { readonly key: string; readonly line: string }[] {
  if (act.kind === 'damaged' || !act.endpoint.startsWith('door.') || act.answer.kind === 'done') return []
  const { key, about, happenedAt, answer } = act
  const when = momentText(instant(happenedAt), now())
  const what = about === null ? when : `${when} ${about}`
  return [{ key, line: AFTERWARDS.line(what, sayNo(answer, null)) }]
}
