import type { Neighbourhood, OfficeKind, OfficeSummary, Service } from '../../../core/domain/office/office'
import { placeOf, plain, type Plain } from '../../../core/domain/search/plain'
import { readQuery } from '../../../core/domain/search/query'
import { straightLine } from '../../../core/kernel/distance'
import type { Metres } from '../../../core/kernel/units'
import { positionOf, type StartPoint } from '../start-point/start-point'
import type { WalkingTimes } from '../walking-times/walking-times'

export interface Placed {
  readonly office: OfficeSummary
  /** Straight line from the start point; `null` where either end is unknown. */
  readonly distance: Metres | null
  /** It serves the neighbourhood of the compound that was chosen. */
  readonly ownNeighbourhood: boolean
}

export interface Wanted {
  readonly startPoint: StartPoint
  readonly need: string
  readonly kind: OfficeKind | null
  /** Minutes on foot from there, where they are known: then they say what is near. */
  readonly walkingTimes?: WalkingTimes | null
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
  { startPoint, need, kind, walkingTimes = null }: Wanted,
): readonly Placed[] {
  const places = directory.offices
    .filter((office) => (kind === null || office.kind === kind) && handlesNeed(office, need, directory))
    .map((office) => placed(office, startPoint, directory.neighbourhoods))
  const effort = effortIn(places, walkingTimes)
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
  startPoint: StartPoint,
  walkingTimes: WalkingTimes | null = null,
): Placed | null {
  if (startPoint.kind === 'none') return null
  const known = arrangeOffices(directory, { startPoint, need: '', kind: null, walkingTimes }).filter(
    ({ office, distance, ownNeighbourhood }) =>
      office.status === 'open' && (distance !== null || ownNeighbourhood),
  )
  return known.find(({ office }) => office.kind === 'living-room') ?? known[0] ?? null
}

function placed(
  office: OfficeSummary,
  startPoint: StartPoint,
  neighbourhoods: readonly Neighbourhood[],
): Placed {
  const from = positionOf(startPoint)
  return {
    office,
    distance: from === null || office.position === null ? null : straightLine(from, office.position),
    ownNeighbourhood:
      startPoint.kind === 'compound' && serves(office, startPoint.compound.neighbourhoodId, neighbourhoods),
  }
}

const serves = (
  office: OfficeSummary,
  neighbourhoodId: string | null,
  all: readonly Neighbourhood[],
): boolean =>
  neighbourhoodId !== null &&
  (office.neighbourhoodId === neighbourhoodId ||
    all.some(({ id, officeId }) => id === neighbourhoodId && officeId === office.id))

function rank({ office, distance, ownNeighbourhood }: Placed): number {
  if (office.status !== 'open') return 3
  if (distance !== null) return 1
  return ownNeighbourhood ? 0 : 2
}

/**
 * Minutes to a place. Where none are known, as for wheels over streets that nobody verified, as many as its straight
 * line would take at the pace of the others; with none at all, the straight line itself.
 */
function effortIn(places: readonly Placed[], walkingTimes: WalkingTimes | null): (place: Placed) => number {
  const minutesTo = ({ office }: Placed): number | null => walkingTimes?.offices[office.id] ?? null
  const known = places.filter((place) => place.distance !== null && minutesTo(place) !== null)
  const minutes = known.reduce((sum, place) => sum + (minutesTo(place) ?? 0), 0)
  const straight = known.reduce((sum, { distance }) => sum + (distance ?? 0), 0)
  const minutesAMetre = straight === 0 ? 1 : minutes / straight
  return (place) => minutesTo(place) ?? (place.distance ?? 0) * minutesAMetre
}

const apart = (a: Placed, b: Placed): number => (a.distance ?? 0) - (b.distance ?? 0)

/** What a search looks through. */
interface Searchable {
  readonly services: readonly Service[]
  readonly neighbourhoods: readonly Neighbourhood[]
}

/**
 * Whether every word that was typed is found at this office: in its names, its place, or in what it handles,
 * by any of the words that people use for it. A typed word may also contain a service's word, so that
 * 加装电梯怎么办 finds 加装电梯. O(services + words).
 */
export function handlesNeed(
  office: OfficeSummary,
  need: string,
  { services, neighbourhoods }: Searchable,
): boolean {
  const place = [
    office.name,
    office.shortName,
    office.address,
    office.landmark,
    neighbourhoodName(office, neighbourhoods),
  ].map(readable)
  const offered = services.filter(({ id }) => office.serviceIds.includes(id))
  return readQuery(need).every(
    ({ text }) =>
      place.some((known) => placeOf(text, known) >= 0) ||
      offered.some((service) => namesService(text, service)),
  )
}

function namesService(word: string, { name, alsoCalled, description }: Service): boolean {
  return (
    [name, ...alsoCalled]
      .map(readable)
      .some((known) => placeOf(word, known) >= 0 || (known.text.length >= 2 && word.includes(known.text))) ||
    placeOf(word, readable(description)) >= 0
  )
}

const readable = (text: string | null): Plain => plain(text ?? '')

const neighbourhoodName = (
  { neighbourhoodId }: OfficeSummary,
  all: readonly Neighbourhood[],
): string | null => all.find(({ id }) => id === neighbourhoodId)?.name ?? null
