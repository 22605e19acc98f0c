import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, ButtonRow } from '../../components/controls/button'
import { Heading, Text, View } from '../../components/elements/elements'
import { Note } from '../../components/sheets/note'
import { ListRow, ListRows } from '../../components/rows/list-row'
import { PARTY } from '../../text/check-in/party'
import { ARRIVALS, UNDO } from '../../text/check-in/arrivals'
import { DESK_PAGE } from '../../text/check-in/desk'
import { momentText } from '../../text/time'
import { useMutation } from '../../api/mutation'
import { now } from '../../api/clock'
import { ReasonForm } from '../staff/reason-form'
import { arrivalsIn, type GiftTo, type Arrival, type ShownList } from './check-in-list'
import { CheckInPage } from './check-in-page'
import { checkInQueries } from './check-in-queries'
import { afterUndoing } from './list-updates'
import { giftWords } from './party-screen'

/** As many as were let in a moment ago; the others are a tap away. */
const FIRST_ARRIVALS = 8

interface Undoing {
  readonly who: string
  readonly entryId: string
}

interface ArrivalsScreenProps {
  readonly shown: ShownList
  readonly onGift: (to: GiftTo) => void
  readonly onUndone: (who: string) => void
  readonly onBack: () => void
}

/** Everybody who came, the last first; a tap on one opens what can be done for them. */
export function ArrivalsScreen({ shown, onGift, onUndone, onBack }: ArrivalsScreenProps) {
  const [openKey, setOpenKey] = useState<string | null>(null)
  const [undoing, setUndoing] = useState<Undoing | null>(null)
  const [showsAll, setShowsAll] = useState(false)
  const arrivals = arrivalsIn(shown)
  return (
    <CheckInPage
      activityId={shown.activityId}
      bottom={
        undoing === null ? (
          <Button onTap={onBack}>{DESK_PAGE.back}</Button>
        ) : (
          <Button onTap={() => setUndoing(null)}>{UNDO.keep}</Button>
        )
      }
    >
      <Heading level={1} className="title">
        {arrivals.length === 0 ? ARRIVALS.none : ARRIVALS.title}
      </Heading>
      {arrivals.length === 0 ? <Text className="soft">{ARRIVALS.noneAdvice}</Text> : null}
      {undoing === null ? (
        <ListRows>
          {arrivals.slice(0, showsAll ? arrivals.length : FIRST_ARRIVALS).map((arrival) => (
            <ArrivalRow
              key={arrival.key}
              arrival={arrival}
              isOpen={arrival.key === openKey}
              onOpen={() => setOpenKey(arrival.key === openKey ? null : arrival.key)}
              onGift={onGift}
              onReason={(entryId) => setUndoing({ who: arrival.who, entryId })}
            />
          ))}
        </ListRows>
      ) : (
        <UndoEntry
          activityId={shown.activityId}
          entryId={undoing.entryId}
          who={undoing.who}
          onUndone={() => onUndone(undoing.who)}
        />
      )}
      {undoing === null && !showsAll && arrivals.length > FIRST_ARRIVALS ? (
        <Button onTap={() => setShowsAll(true)}>{ARRIVALS.all(arrivals.length)}</Button>
      ) : null}
    </CheckInPage>
  )
}

interface ArrivalRowProps {
  readonly arrival: Arrival
  readonly isOpen: boolean
  readonly onOpen: () => void
  readonly onGift: (to: GiftTo) => void
  readonly onReason: (entryId: string) => void
}

function ArrivalRow({ arrival, isOpen, onOpen, onGift, onReason }: ArrivalRowProps) {
  const { who, memberId, came, hints } = arrival
  const { entryId, gift, at } = came
  const mayGift = gift === null && (entryId !== null || memberId !== null)
  const when = momentText(at, now())
  return (
    <View className="arrival">
      <ListRow
        title={who}
        lines={[[when, ...hints].join(' · '), ...(gift === null ? [] : [giftWords(gift)])]}
        label={[who, when, ...hints].join('，')}
        isOpen={isOpen}
        onTap={onOpen}
      />
      {isOpen ? (
        <View className="arrival__ways">
          {entryId === null ? <Note>{UNDO.whenSent}</Note> : null}
          <ButtonRow>
            {mayGift ? <Button onTap={() => onGift({ who, entryId, memberId })}>{PARTY.gift}</Button> : null}
            {entryId === null ? null : <Button onTap={() => onReason(entryId)}>{UNDO.undo}</Button>}
          </ButtonRow>
        </View>
      ) : null}
    </View>
  )
}

interface UndoEntryProps {
  readonly activityId: string
  readonly entryId: string
  readonly who: string
  readonly onUndone: () => void
}

/** Takes a check-in at an activity back, with its gift. */
export function UndoEntry({ activityId, entryId, who, onUndone }: UndoEntryProps) {
  const client = useQueryClient()
  const { state, send } = useMutation('door.undo')
  const undo = async (reason: string) => {
    const outcome = await send({ activityId, entryId, reason })
    if (outcome?.kind !== 'done') return
    client.setQueryData(checkInQueries.list(activityId).queryKey, (list) =>
      list === undefined ? list : afterUndoing(list, outcome.value),
    )
    onUndone()
  }
  return (
    <ReasonForm
      title={UNDO.title(who)}
      why={UNDO.why}
      state={state}
      onReason={(reason) => void undo(reason)}
    />
  )
}
