import { useState } from 'react'
import { parseInstant } from '../../../../core/kernel/shanghai-time'
import { Button, ButtonRow } from '../../../components/controls/button'
import { Text } from '../../../components/elements/elements'
import { Card } from '../../../components/sheets/card'
import { SENDING, notSentTwice } from '../../../text/acts'
import { RELEASE } from '../../../text/door/door'
import { ActNote } from '../../act/act-note'
import { useAct } from '../../act/use-act'
import { useNow } from '../../clock/use-now'
import { mayReleaseFrom } from '../acts/say-no'
import type { SeenDoor } from '../seen/seen'

interface ReleaseSeatsProps {
  readonly door: SeenDoor
  readonly onReleased: (count: number) => void
}

/** From 15 min after the start: the seats of who has not come are for walk-ins. Asked once, then done. */
export function ReleaseSeats({ door, onReleased }: ReleaseSeatsProps) {
  const [asked, setAsked] = useState(false)
  const { state, send } = useAct('door.release')
  const moment = useNow()
  const { activityId, checkInUntil } = door
  const missing = releasable(door)
  const isTime = moment >= mayReleaseFrom(door) && moment < parseInstant(checkInUntil)
  if (!isTime || missing === 0) return null
  if (!asked) return <Button onTap={() => setAsked(true)}>{RELEASE.offer(missing)}</Button>
  const release = async () => {
    const outcome = await send({ activityId })
    if (outcome?.kind !== 'done') return
    setAsked(false)
    onReleased(outcome.value.released)
  }
  return (
    <Card title={RELEASE.title} ground="warm">
      <Text>{RELEASE.why}</Text>
      <ActNote state={state} notSent={notSentTwice(RELEASE.twice)} />
      <ButtonRow>
        <Button onTap={() => setAsked(false)}>{RELEASE.no}</Button>
        <Button look="primary" onTap={() => void release()}>
          {state.kind === 'sending' ? SENDING : RELEASE.yes}
        </Button>
      </ButtonRow>
    </Card>
  )
}

/** Members who hold a seat and have not come; none where there are no seats. */
const releasable = ({ counts, parties }: SeenDoor): number =>
  counts.capacity === null
    ? 0
    : parties
        .flatMap(({ members }) => members)
        .filter(({ state, released, came }) => state === 'confirmed' && !released && came === null).length
