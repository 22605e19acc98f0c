import { useState } from 'react'
import { isStale } from '../../../../core/domain/life-circle/facility'
import { shanghaiDay } from '../../../../core/kernel/shanghai-time'
import { Button } from '../../../components/controls/button'
import { Heading, Tappable, Text, View } from '../../../components/elements/elements'
import { LIFE_CIRCLE, minutesText, WALK_UNKNOWN } from '../../../text/life-circle'
import { SHOW_MORE } from '../../../text/offices'
import { now } from '../../clock/use-now'
import type { CircleAnswer, PlaceInReach } from '../reckoning/circle-answer'
import { passes, PlaceFilter, type Filter } from './place-filter'
import { ReportForm } from './report-form'

const ROWS_A_STEP = 20

interface PlaceListProps {
  readonly answer: CircleAnswer
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
  readonly onChoose: (id: string) => void
}

/** All that the map shows, in words and in the order of minutes. */
export function PlaceList({ answer, filter, onFilter, onChoose }: PlaceListProps) {
  const [rows, setRows] = useState(ROWS_A_STEP)
  const [isReporting, setReporting] = useState(false)
  const wanted = answer.places.filter((place) => passes(filter, place))
  return (
    <View className="stack">
      <Heading level={2} className="section">
        {LIFE_CIRCLE.list}
      </Heading>
      <PlaceFilter places={answer.places} filter={filter} onFilter={onFilter} />
      <View className="place-list">
        {wanted.slice(0, rows).map((place) => (
          <PlaceRow key={place.facility.id} place={place} onChoose={onChoose} />
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

function PlaceRow({ place, onChoose }: { place: PlaceInReach; onChoose: (id: string) => void }) {
  const { facility, kind, walk } = place
  const stale = isStale(facility.verifiedOn, shanghaiDay(now()))
  const minutes = walk.kind === 'minutes' ? minutesText(walk.minutes) : WALK_UNKNOWN[walk.kind]
  const facts = [kind.name, facility.hours ?? LIFE_CIRCLE.hoursUnknown, stale ? '待核实' : '']
  return (
    <Tappable className="tappable place-row" onTap={() => onChoose(facility.id)}>
      <View className="place-row__sign" ariaHidden>
        {kind.sign}
      </View>
      <View className="place-row__words">
        <Text className="place-row__name">{facility.name}</Text>
        <Text className="place-row__facts">{[...new Set(facts)].filter(Boolean).join(' · ')}</Text>
        {walk.kind === 'minutes' || minutes === '' ? null : (
          <Text className="place-row__facts">{minutes}</Text>
        )}
      </View>
      {walk.kind === 'minutes' ? <Text className="place-row__minutes">{minutes}</Text> : null}
    </Tappable>
  )
}
