import { useState } from 'react'
import { FACILITY_GROUPS, isStale } from '../../../../core/domain/life-circle/facility'
import { shanghaiDay } from '../../../../core/kernel/shanghai-time'
import { Button } from '../../../components/controls/button'
import { Tag, Tags } from '../../../components/controls/tag'
import { Heading, Tappable, Text, View } from '../../../components/elements/elements'
import { GROUP_NAMES, LIFE_CIRCLE, minutesText, WALK_UNKNOWN } from '../../../text/life-circle'
import { SHOW_MORE } from '../../../text/offices'
import { now } from '../../clock/use-now'
import type { CircleAnswer, PlaceInReach } from '../reckoning/circle-answer'
import { ReportForm } from './report-form'

const ROWS_A_STEP = 20

interface PlaceListProps {
  readonly answer: CircleAnswer
  readonly onChoose: (id: string) => void
}

/** All that the map shows, in words and in the order of minutes; the five 宜 are its legend and its filter. */
export function PlaceList({ answer, onChoose }: PlaceListProps) {
  const [group, setGroup] = useState<(typeof FACILITY_GROUPS)[number] | null>(null)
  const [rows, setRows] = useState(ROWS_A_STEP)
  const [isReporting, setReporting] = useState(false)
  const counts = FACILITY_GROUPS.map((name) => ({
    name,
    count: answer.places.filter(({ kind }) => kind.group === name).length,
  })).filter(({ count }) => count > 0)
  const wanted = answer.places.filter(({ kind }) => group === null || kind.group === group)
  return (
    <View className="stack">
      <Heading level={2} className="section">
        {LIFE_CIRCLE.list}
      </Heading>
      <Tags>
        <Tag
          text={`${LIFE_CIRCLE.all} ${answer.places.length}`}
          chosen={group === null}
          onTap={() => setGroup(null)}
        />
        {counts.map(({ name, count }) => (
          <Tag
            key={name}
            text={`${GROUP_NAMES[name]} ${count}`}
            chosen={group === name}
            onTap={() => setGroup(name)}
          />
        ))}
      </Tags>
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
