import {
  FACILITY_GROUPS,
  type FacilityGroup,
  type FacilityKind,
} from '../../../../core/domain/life-circle/facility'
import { Tag, Tags } from '../../../components/controls/tag'
import { GROUP_NAMES, LIFE_CIRCLE } from '../../../text/life-circle'
import type { PlaceInReach } from '../reckoning/circle-answer'

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
      <Tags>
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
        <Tags>
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
