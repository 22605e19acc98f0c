import type { Neighbourhood, OfficeKind, OfficeSummary } from '../../../core/domain/office/office'
import { straightLine } from '../../../core/kernel/distance'
import type { Metres, Wgs84 } from '../../../core/kernel/units'
import type { Origin } from '../origin/origin'
import type { Walks } from '../walks/remembered-walks'
import { handlesNeed, type Searchable } from './need-search'

export interface Placed {
  readonly office: OfficeSummary
  /** Straight line from the origin; `null` where either end is unknown. */
  readonly distance: Metres | null
  /** It serves the neighbourhood of the compound that was chosen. */
  readonly ownNeighbourhood: boolean
}

export interface Wanted {
  readonly origin: Origin
  readonly need: string
  readonly kind: OfficeKind | null
  /** Minutes on foot from there, where they are known: then they say what is near. */
  readonly walks?: Walks | null
}

interface OfficeDirectory extends Searchable {
  readonly offices: readonly OfficeSummary[]
}

/**
 * The offices that serve the need, nearest first: by minutes on foot where they are known, else by the straight line.
 * The one of one's own neighbourhood leads where distances are not known; what has no known distance keeps the
 * directory's order; moved and closed offices come last.
 */
export function arrangeOffices(
  directory: OfficeDirectory,
  { origin, need, kind, walks = null }: Wanted,
): readonly Placed[] {
  const places = directory.offices
    .filter((office) => (kind === null || office.kind === kind) && handlesNeed(office, need, directory))
    .map((office) => placed(office, origin, directory.neighbourhoods))
  const effort = effortIn(places, walks)
  return places
    .map((place, index) => ({ place, index }))
    .sort(
      (a, b) =>
        rank(a.place) - rank(b.place) ||
        effort(a.place) - effort(b.place) ||
        apart(a.place, b.place) ||
        a.index - b.index,
    )
    .map(({ place }) => place)
}

/** The nearest living room that is still there; of any kind where there is none. */
export function nearestOffice(
  directory: OfficeDirectory,
  origin: Origin,
  walks: Walks | null = null,
): Placed | null {
  if (origin.kind === 'none') return null
  const known = arrangeOffices(directory, { origin, need: '', kind: null, walks }).filter(
    ({ office, distance, ownNeighbourhood }) =>
      office.status === 'open' && (distance !== null || ownNeighbourhood),
  )
  return known.find(({ office }) => office.kind === 'living-room') ?? known[0] ?? null
}

function placed(office: OfficeSummary, origin: Origin, neighbourhoods: readonly Neighbourhood[]): Placed {
  const from = positionOf(origin)
  return {
    office,
    distance: from === null || office.position === null ? null : straightLine(from, office.position),
    ownNeighbourhood:
      origin.kind === 'compound' && serves(office, origin.compound.neighbourhoodId, neighbourhoods),
  }
}

function positionOf(origin: Origin): Wgs84 | null {
  if (origin.kind === 'none') return null
  return origin.kind === 'position' ? origin.position : origin.compound.position
}

const serves = (office: OfficeSummary, neighbourhoodId: string, all: readonly Neighbourhood[]): boolean =>
  office.neighbourhoodId === neighbourhoodId ||
  all.some(({ id, officeId }) => id === neighbourhoodId && officeId === office.id)

function rank({ office, distance, ownNeighbourhood }: Placed): number {
  if (office.status !== 'open') return 3
  if (distance !== null) return 1
  return ownNeighbourhood ? 0 : 2
}

/**
 * Minutes to a place. Where none are known, as for wheels over streets that nobody verified, as many as its straight
 * line would take at the pace of the others; with none at all, the straight line itself.
 */
function effortIn(places: readonly Placed[], walks: Walks | null): (place: Placed) => number {
  const minutesTo = ({ office }: Placed): number | null => walks?.offices[office.id] ?? null
  const known = places.filter((place) => place.distance !== null && minutesTo(place) !== null)
  const minutes = known.reduce((sum, place) => sum + (minutesTo(place) ?? 0), 0)
  const straight = known.reduce((sum, { distance }) => sum + (distance ?? 0), 0)
  const minutesAMetre = straight === 0 ? 1 : minutes / straight
  return (place) => minutesTo(place) ?? (place.distance ?? 0) * minutesAMetre
}

const apart = (a: Placed, b: Placed): number => (a.distance ?? 0) - (b.distance ?? 0)
