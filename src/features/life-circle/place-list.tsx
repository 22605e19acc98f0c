import { useState } from 'react'
import {
  isStale,
  FACILITY_GROUPS,
  type FacilityGroup,
  type FacilityKind,
} from '../../../core/domain/life-circle/facility'
import { shanghaiDay } from '../../../core/kernel/shanghai-time'
import { Button } from '../../components/controls/button'
import { Tag, Tags } from '../../components/controls/tag'
import { Heading, Tappable, Text, View } from '../../components/elements/elements'
import { Note } from '../../components/sheets/note'
import { placeRoute } from '../../platform/navigate/routes'
import {
  LIFE_CIRCLE,
  keepsHours,
  minutesText,
  stepsUnchecked,
  unsaidLine,
  WALK_UNKNOWN,
  GROUP_NAMES,
} from '../../text/life-circle'
import { HOURS_UNKNOWN } from '../../text/vocabulary'
import { SHOW_MORE } from '../../text/office/offices'
import { now } from '../../api/clock'
import type { PlaceInReach } from '../walking-engine/places-by-minutes'
import { ReportForm } from './place-sheet'

const ROWS_A_STEP = 20

interface PlaceListProps {
  readonly places: readonly PlaceInReach[]
  /** Whether each office is open, in words. */
  readonly states: ReadonlyMap<string, string>
  /** Who can tell what the list does not know. */
  readonly hotline: string
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
  /** Where there is more beyond 15 minutes. */
  readonly onFarther: (() => void) | null
}

/** All that the map shows, in words and in the order of minutes. */
export function PlaceList({ places, states, hotline, filter, onFilter, onFarther }: PlaceListProps) {
  const [isReporting, setReporting] = useState(false)
  const [rows, setRows] = useState(ROWS_A_STEP)
  const wanted = places.filter((place) => passes(filter, place))
  const unsaid = unsaidLine(
    {
      hours: wanted.some(
        ({ facility: { id, hours }, kind }) =>
          hours === null && hoursOf(states.get(id)) === '' && keepsHours(kind.name),
      ),
      position: wanted.some(({ walk }) => walk.kind === 'unplaced'),
    },
    hotline,
  )
  return (
    <View className="stack">
      <Heading level={2} className="section">
        {LIFE_CIRCLE.list}
      </Heading>
      <PlaceFilter places={places} filter={filter} onFilter={onFilter} />
      {wanted.some(({ walk }) => walk.kind === 'unverified') ? (
        <Note quiet>{stepsUnchecked(hotline)}</Note>
      ) : null}
      {wanted.length === 0 ? null : (
        <View className="place-list">
          {wanted.slice(0, rows).map((place) => (
            <PlaceRow key={place.facility.id} place={place} state={states.get(place.facility.id)} />
          ))}
        </View>
      )}
      {rows < wanted.length ? (
        <Button onTap={() => setRows(rows + ROWS_A_STEP)}>{SHOW_MORE}</Button>
      ) : onFarther === null ? null : (
        <Button icon="footprints" onTap={onFarther}>
          {LIFE_CIRCLE.farther}
        </Button>
      )}
      {unsaid === null ? null : <Text className="soft small">{unsaid}</Text>}
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

/** What an office's line says of its hours, unless it is that nobody knows them. */
const hoursOf = (state: string | undefined): string =>
  state === undefined || state === HOURS_UNKNOWN ? '' : state

interface PlaceRowProps {
  readonly place: PlaceInReach
  /** Whether it is open, where its hours are known by the minute: of offices. */
  readonly state: string | undefined
}

function PlaceRow({ place, state }: PlaceRowProps) {
  const { facility, kind, walk } = place
  const stale = isStale(facility.verifiedOn, shanghaiDay(now()))
  // Why there are no minutes is said once: of steps above the list, of places that nobody has put on the map below it.
  const minutes =
    walk.kind === 'minutes'
      ? minutesText(walk.minutes)
      : walk.kind === 'unplaced' || walk.kind === 'unverified'
        ? ''
        : WALK_UNKNOWN[walk.kind]
  const hours = facility.hours ?? hoursOf(state)
  const facts = [kind.name, hours, stale && facility.hours !== null ? LIFE_CIRCLE.old : '']
  return (
    <Tappable className="tappable place-row leads-on" to={placeRoute(facility.id)}>
      <View className="place-row__sign" ariaHidden>
        {kind.sign}
      </View>
      <View className="place-row__words">
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

/** What of the circle is shown; `null` is all of it. */
export interface Filter {
  readonly group: FacilityGroup | null
  readonly kindId: string | null
}

export const EVERYTHING: Filter = { group: null, kindId: null }

export const passes = ({ group, kindId }: Filter, { kind }: PlaceInReach): boolean =>
  (group === null || kind.group === group) && (kindId === null || kind.id === kindId)

interface PlaceFilterProps {
  readonly places: readonly PlaceInReach[]
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
}

/** The five 宜, and the kinds of the one that is chosen with their signs: legend of the map and filter in one. */
export function PlaceFilter({ places, filter, onFilter }: PlaceFilterProps) {
  const countOf = (one: Filter): number => places.filter((place) => passes(one, place)).length
  const groups = FACILITY_GROUPS.filter((group) => countOf({ group, kindId: null }) > 0)
  return (
    <>
      <Tags label={LIFE_CIRCLE.groups}>
        <Tag
          text={`${LIFE_CIRCLE.all} ${places.length}`}
          chosen={filter.group === null}
          onTap={() => onFilter(EVERYTHING)}
        />
        {groups.map((group) => (
          <Tag
            key={group}
            text={`${GROUP_NAMES[group]} ${countOf({ group, kindId: null })}`}
            chosen={filter.group === group}
            onTap={() => onFilter({ group, kindId: null })}
          />
        ))}
      </Tags>
      {filter.group === null ? null : (
        <Tags label={GROUP_NAMES[filter.group]}>
          {kindsIn(places, filter.group).map(({ id, sign, name }) => (
            <Tag
              key={id}
              text={`${sign} ${name} ${countOf({ group: filter.group, kindId: id })}`}
              chosen={filter.kindId === id}
              onTap={() => onFilter({ group: filter.group, kindId: filter.kindId === id ? null : id })}
            />
          ))}
        </Tags>
      )}
    </>
  )
}

/** Each kind once, in the order of its nearest place. */
function kindsIn(places: readonly PlaceInReach[], group: FacilityGroup): readonly FacilityKind[] {
  const kinds = places.filter(({ kind }) => kind.group === group).map(({ kind }) => kind)
  return kinds.filter(({ id }, index) => kinds.findIndex((other) => other.id === id) === index)
}
