import { Button } from '../../../components/controls/button'
import { Text } from '../../../components/elements/elements'
import { Card } from '../../../components/sheets/card'
import type { Unseen } from '../../../api/outbox/outbox-kinds'
import { outbox } from '../../../api/outbox/own-outbox'
import { AFTERWARDS } from '../../../text/door/arriving'
import { sayNo } from '../acts/say-no'
import type { SeenDoor } from '../seen/seen'

interface AfterwardsProps {
  readonly door: SeenDoor
  readonly answered: readonly Extract<Unseen, { kind: 'answered' }>[]
}

/** What the backend said no to when it was sent at last: read once, then gone. */
export function Afterwards({ door, answered }: AfterwardsProps) {
  const refused = answered.flatMap(({ key, about, answer }) =>
    answer.kind === 'done' ? [] : [{ key, about, why: sayNo(answer, door) }],
  )
  if (refused.length === 0) return null
  return (
    <Card title={AFTERWARDS.title} ground="warm">
      {refused.map(({ key, about, why }) => (
        <Text key={key}>{about === null ? why : AFTERWARDS.line(about, why)}</Text>
      ))}
      <Button onTap={() => refused.forEach(({ key }) => outbox.seen(key))}>{AFTERWARDS.seen}</Button>
    </Card>
  )
}
