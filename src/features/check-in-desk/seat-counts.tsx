import { useState } from 'react'
import type { CheckInCounts } from '../../../core/contract/check-in/check-in-desk'
import { parseInstant } from '../../../core/kernel/shanghai-time'
import { Button, ButtonRow } from '../../components/controls/button'
import { Text, View } from '../../components/elements/elements'
import { Card } from '../../components/sheets/card'
import { SENDING, notSentTwice } from '../../text/sending'
import { countCells, freeText, RELEASE, totalText } from '../../text/check-in/desk'
import { MutationNote } from '../page/mutation-note'
import { useMutation } from '../../api/mutation'
import { useNow } from '../../api/clock'
import type { ShownList } from './check-in-list'

/** How many are here, large, and what they are made of. */
export function SeatCounts({ counts }: { readonly counts: CheckInCounts }) {
  return (
    <View className="seat-counts">
      <View className="seat-counts__all">
        <Text className="seat-counts__total">{totalText(counts.heads)}</Text>
        {counts.free === null ? null : <Text className="soft">{freeText(counts.free)}</Text>}
      </View>
      <View className="seat-counts__cells">
        {countCells(counts).map(({ name, value, spoken }) => (
          <View key={name} className="seat-count" ariaLabel={spoken} ariaRole="img">
            <Text className="seat-count__value">{value}</Text>
            <Text className="seat-count__name">{name}</Text>
          </View>
        ))}
      </View>
    </View>
  )
}

interface ReleaseSeatsProps {
  readonly shown: ShownList
  readonly onReleased: (count: number) => void
}

/** From 15 min after the start: the seats of who has not come are for walk-ins. Asked once, then done. */
export function ReleaseSeats({ shown, onReleased }: ReleaseSeatsProps) {
  const [asked, setAsked] = useState(false)
  const { state, send } = useMutation('door.release')
  const moment = useNow()
  const { activityId, checkInUntil, releaseFrom } = shown
  const missing = releasable(shown)
  const isTime = moment >= parseInstant(releaseFrom) && moment < parseInstant(checkInUntil)
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
      <MutationNote state={state} notSent={notSentTwice(RELEASE.twice)} />
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
const releasable = ({ counts, parties }: ShownList): number =>
  counts.capacity === null
    ? 0
    : parties
        .flatMap(({ members }) => members)
        .filter(({ state, released, came }) => state === 'confirmed' && !released && came === null).length
