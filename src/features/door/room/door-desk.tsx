import { useState } from 'react'
import { clockText, minuteOfDay, parseInstant } from '../../../../core/kernel/shanghai-time'
import { Button } from '../../../components/controls/button'
import { Heading, Tappable, Text, View } from '../../../components/elements/elements'
import { Icon } from '../../../components/icon/icon'
import { Note } from '../../../components/sheets/note'
import { isFirstPage } from '../../../platform/navigate/navigate'
import { routes } from '../../../platform/navigate/routes'
import { canScan } from '../../../platform/scan/scan'
import { DOOR, waitingText, windowText } from '../../../text/door/door'
import { momentText } from '../../../text/time'
import { useNow } from '../../clock/use-now'
import { arrivalsAt } from '../recent/recent-arrivals'
import { waitsStill, wasRefusedLater } from '../acts/said'
import type { DoorActs } from '../acts/use-door-acts'
import type { OpenDoor } from '../use-door'
import { Afterwards } from './afterwards'
import { Counts } from './counts'
import { LastAct } from './last-act'
import { ReleaseSeats } from './release-seats'
import { useAfterwards } from './use-afterwards'

interface DoorDeskProps {
  readonly open: OpenDoor
  readonly acts: DoorActs
  readonly onRecent: () => void
}

/** The door at rest: who is here, what became of the last tap, and what is left to do. */
export function DoorDesk({ open: { door, waiting }, acts, onRecent }: DoorDeskProps) {
  const answered = useAfterwards(door.activityId, acts.underway > 0)
  const { said, say, underway, giveGift } = acts
  // Opened by a link: there is no page below to go back to.
  const [alone] = useState(isFirstPage)
  const unsent = Math.max(0, waiting.length - underway)
  return (
    <>
      <View className="stack">
        <Heading level={1} className="title">
          {door.title}
        </Heading>
        <WindowLine door={door} />
      </View>
      {said === null || wasRefusedLater(said, answered) ? null : (
        <LastAct said={said} waits={waitsStill(said, waiting)} door={door} onGift={giveGift} />
      )}
      {underway === 0 ? null : <Text className="soft">{DOOR.recording}</Text>}
      <Counts counts={door.counts} />
      {unsent === 0 ? null : <Note icon="wifi-off">{waitingText(unsent)}</Note>}
      <Afterwards door={door} answered={answered} />
      <ReleaseSeats door={door} onReleased={(count) => say({ kind: 'released', count })} />
      {arrivalsAt(door).length === 0 ? null : (
        <Tappable className="tappable door-way" onTap={onRecent} label={`${DOOR.recent}，${DOOR.recentHint}`}>
          <Text className="door-way__title">{DOOR.recent}</Text>
          <Text className="soft small">{DOOR.recentHint}</Text>
          <Icon name="chevron-right" />
        </Tappable>
      )}
      {canScan ? null : <Text className="soft small">{DOOR.scanInWeChat}</Text>}
      {alone ? (
        <Button icon="calendar-days" to={routes.staff}>
          {DOOR.otherDoor}
        </Button>
      ) : null}
    </>
  )
}

function WindowLine({ door: { startsAt, checkInFrom, checkInUntil } }: Pick<OpenDoor, 'door'>) {
  const moment = useNow()
  const [from, until] = [parseInstant(checkInFrom), parseInstant(checkInUntil)]
  const isOpen = moment >= from && moment < until
  const starts = momentText(parseInstant(startsAt), moment)
  const clocks = [from, until].map((one) => clockText(minuteOfDay(one)))
  return (
    <>
      <Text className="soft">{windowText(starts, clocks[0] ?? '', clocks[1] ?? '')}</Text>
      {isOpen ? null : <Note icon="clock">{moment < from ? DOOR.tooEarly : DOOR.tooLate}</Note>}
    </>
  )
}

interface WaysInProps {
  readonly onScan: () => void
  readonly onNumber: () => void
  readonly onSurname: () => void
  readonly onPlusOne: () => void
}

/** The four ways in, where the thumb is; the one for who has no phone is the largest. */
export function WaysIn({ onScan, onNumber, onSurname, onPlusOne }: WaysInProps) {
  return (
    <View className="door-ways">
      {canScan ? (
        <Button look="primary" size="large" icon="scan-line" onTap={onScan}>
          {DOOR.scan}
        </Button>
      ) : null}
      <View className="door-ways__pair">
        <Button look={canScan ? 'secondary' : 'primary'} onTap={onNumber}>
          {DOOR.number}
        </Button>
        <Button onTap={onSurname}>{DOOR.surname}</Button>
      </View>
      <Tappable className="tappable door-plus" onTap={onPlusOne} label={DOOR.plusOneLabel}>
        {DOOR.plusOne}
      </Tappable>
    </View>
  )
}
