import { useState } from 'react'
import { Button, ButtonRow } from '../../../components/controls/button'
import { Heading, Tappable, Text, View } from '../../../components/elements/elements'
import { Icon } from '../../../components/icon/icon'
import { Note } from '../../../components/sheets/note'
import { ARRIVING, RECENT, UNDO } from '../../../text/door/arriving'
import { DOOR } from '../../../text/door/door'
import { momentText } from '../../../text/time'
import { now } from '../../clock/use-now'
import type { GiftTo } from '../acts/use-door-acts'
import { DoorFrame } from '../door-frame'
import { giftWords } from '../party/party-view'
import type { SeenDoor } from '../seen/seen'
import { arrivalsAt, type RecentArrival } from './recent-arrivals'
import { UndoEntry } from './undo-entry'

/** As many as were let in a moment ago; the others are a tap away. */
const FIRST = 8

interface Undoing {
  readonly who: string
  readonly entryId: string
}

interface RecentViewProps {
  readonly door: SeenDoor
  readonly onGift: (to: GiftTo) => void
  readonly onUndone: (who: string) => void
  readonly onBack: () => void
}

/** Everybody who came, the last first; a tap on one opens what can be done for them. */
export function RecentView({ door, onGift, onUndone, onBack }: RecentViewProps) {
  const [openKey, setOpenKey] = useState<string | null>(null)
  const [undoing, setUndoing] = useState<Undoing | null>(null)
  const [showsAll, setShowsAll] = useState(false)
  const arrivals = arrivalsAt(door)
  return (
    <DoorFrame
      activityId={door.activityId}
      bottom={
        undoing === null ? (
          <Button onTap={onBack}>{DOOR.back}</Button>
        ) : (
          <Button onTap={() => setUndoing(null)}>{UNDO.keep}</Button>
        )
      }
    >
      <Heading level={1} className="title">
        {arrivals.length === 0 ? RECENT.none : RECENT.title}
      </Heading>
      {arrivals.length === 0 ? <Text className="soft">{RECENT.noneAdvice}</Text> : null}
      {undoing === null ? (
        <View className="doors">
          {arrivals.slice(0, showsAll ? arrivals.length : FIRST).map((arrival) => (
            <ArrivalRow
              key={arrival.key}
              arrival={arrival}
              isOpen={arrival.key === openKey}
              onOpen={() => setOpenKey(arrival.key === openKey ? null : arrival.key)}
              onGift={onGift}
              onUndo={(entryId) => setUndoing({ who: arrival.who, entryId })}
            />
          ))}
        </View>
      ) : (
        <UndoEntry
          activityId={door.activityId}
          entryId={undoing.entryId}
          who={undoing.who}
          onUndone={() => onUndone(undoing.who)}
        />
      )}
      {undoing === null && !showsAll && arrivals.length > FIRST ? (
        <Button onTap={() => setShowsAll(true)}>{RECENT.all(arrivals.length)}</Button>
      ) : null}
    </DoorFrame>
  )
}

interface ArrivalRowProps {
  readonly arrival: RecentArrival
  readonly isOpen: boolean
  readonly onOpen: () => void
  readonly onGift: (to: GiftTo) => void
  readonly onUndo: (entryId: string) => void
}

function ArrivalRow({ arrival, isOpen, onOpen, onGift, onUndo }: ArrivalRowProps) {
  const { who, memberId, came, hints } = arrival
  const { entryId, gift, at } = came
  const mayGift = gift === null && (entryId !== null || memberId !== null)
  const when = momentText(at, now())
  return (
    <View className="door-arrival">
      <Tappable
        className="tappable door-row"
        onTap={onOpen}
        chosen={isOpen}
        label={[who, when, ...hints].join('，')}
      >
        <View className="door-row__words">
          <Text className="door-row__title">{who}</Text>
          <Text className="soft small">{[when, ...hints].join(' · ')}</Text>
          {gift === null ? null : <Text className="soft small">{giftWords(gift)}</Text>}
        </View>
        <Icon name={isOpen ? 'x' : 'chevron-right'} />
      </Tappable>
      {isOpen ? (
        <View className="door-arrival__ways">
          {entryId === null ? <Note icon="wifi-off">{UNDO.whenOnline}</Note> : null}
          <ButtonRow>
            {mayGift ? (
              <Button onTap={() => onGift({ who, entryId, memberId })}>{ARRIVING.gift}</Button>
            ) : null}
            {entryId === null ? null : <Button onTap={() => onUndo(entryId)}>{UNDO.undo}</Button>}
          </ButtonRow>
        </View>
      ) : null}
    </View>
  )
}
