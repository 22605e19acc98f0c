import { useEffect, useState } from 'react'
import { isStale } from '../../../../core/domain/life-circle/facility'
import { shanghaiDay } from '../../../../core/kernel/shanghai-time'
import { Button } from '../../../components/controls/button'
import { Heading, Tappable, Text, View } from '../../../components/elements/elements'
import { scrollToShow } from '../../../platform/scroll/scroll'
import { LIFE_CIRCLE, minutesText, WALK_UNKNOWN } from '../../../text/life-circle'
import { SHOW_MORE } from '../../../text/office/offices'
import { now } from '../../clock/use-now'
import type { CircleAnswer, PlaceInReach } from '../reckoning/circle-answer'
import { passes, PlaceFilter, type Filter } from './place-filter'
import { ReportForm } from './report-form'

const ROWS_A_STEP = 20
const PLACES_ID = 'places'
const rowId = (facilityId: string): string => `place-${facilityId}`

interface PlaceListProps {
  readonly answer: CircleAnswer
  /** Whether each office is open, in words. */
  readonly states: ReadonlyMap<string, string>
  readonly filter: Filter
  /** The place one comes back from: the list goes on where it stands. */
  readonly cameFrom: string | null
  readonly onFilter: (filter: Filter) => void
  readonly onChoose: (id: string) => void
}

/** All that the map shows, in words and in the order of minutes. */
export function PlaceList({ answer, states, filter, cameFrom, onFilter, onChoose }: PlaceListProps) {
  const [isReporting, setReporting] = useState(false)
  const wanted = answer.places.filter((place) => passes(filter, place))
  const back = wanted.findIndex(({ facility }) => facility.id === cameFrom)
  const [rows, setRows] = useState(Math.max(1, Math.ceil((back + 1) / ROWS_A_STEP)) * ROWS_A_STEP)
  useEffect(() => {
    if (cameFrom !== null) scrollToShow(back < 0 ? PLACES_ID : rowId(cameFrom))
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when one comes back
  }, [])
  return (
    <View className="stack">
      <View id={PLACES_ID}>
        <Heading level={2} className="section">
          {LIFE_CIRCLE.list}
        </Heading>
      </View>
      <PlaceFilter places={answer.places} filter={filter} onFilter={onFilter} />
      <View className="place-list">
        {wanted.slice(0, rows).map((place) => (
          <PlaceRow
            key={place.facility.id}
            place={place}
            state={states.get(place.facility.id)}
            onChoose={onChoose}
          />
        ))}
      </View>
      {rows < wanted.length ? <Button onTap={() => setRows(rows + ROWS_A_STEP)}>{SHOW_MORE}</Button> : null}
      {isReporting ? (
        <ReportForm facilityId={null} onDone={() => setReporting(false)} />
      ) : (
        <Button icon="info" onTap={() => setReporting(true)}>
          {LIFE_CIRCLE.wrongThere}
        </Button>
      )}
    </View>
  )
}

interface PlaceRowProps {
  readonly place: PlaceInReach
  /** Whether it is open, where its hours are known by the minute: of offices. */
  readonly state: string | undefined
  readonly onChoose: (id: string) => void
}

function PlaceRow({ place, state, onChoose }: PlaceRowProps) {
  const { facility, kind, walk } = place
  const stale = isStale(facility.verifiedOn, shanghaiDay(now()))
  const minutes = walk.kind === 'minutes' ? minutesText(walk.minutes) : WALK_UNKNOWN[walk.kind]
  const hours = facility.hours === null ? (state ?? LIFE_CIRCLE.hoursUnknown) : facility.hours
  const facts = [kind.name, hours, stale && facility.hours !== null ? LIFE_CIRCLE.old : '']
  return (
    <Tappable className="tappable place-row" onTap={() => onChoose(facility.id)}>
      <View className="place-row__sign" ariaHidden>
        {kind.sign}
      </View>
      <View className="place-row__words" id={rowId(facility.id)}>
        <Text className="place-row__name">{facility.name}</Text>
        <Text className="place-row__facts">{facts.filter(Boolean).join(' · ')}</Text>
        {walk.kind === 'minutes' || minutes === '' ? null : (
          <Text className="place-row__facts">{minutes}</Text>
        )}
      </View>
      {walk.kind === 'minutes' ? <Text className="place-row__minutes">{minutes}</Text> : null}
    </Tappable>
  )
}
