import type { Wgs84 } from '../../../../core/kernel/units'

export interface MapBand {
  readonly minutes: 5 | 10 | 15
  /** Each polygon as rings, the outer one first; WGS-84. */
  readonly polygons: readonly (readonly (readonly Wgs84[])[])[]
  /** Where on its rim the minutes are written. */
  readonly labelAt: Wgs84 | null
}

export interface MapPin {
  readonly id: string
  readonly position: Wgs84
  /** One character. */
  readonly sign: string
  /** What the map says of it where it is chosen: its name and how long one walks. */
  readonly words: string
  readonly chosen: boolean
}

/** More pins would hide each other, and cost WeChat's map more than it may be sent at once. */
export const MOST_PINS = 60

/** A name on the map, and where it may stand: the best place first. */
export interface MapName {
  readonly text: string
  readonly kind: 'street' | 'water' | 'green'
  /** `angle`: degrees anticlockwise from east, within ±90. */
  readonly spots: readonly { readonly at: Wgs84; readonly angle: number }[]
}

/** What is drawn where no base map lies underneath. */
export interface Backdrop {
  readonly streets: readonly (readonly Wgs84[])[]
  /** Ways that are a park themselves. */
  readonly greenWays: readonly (readonly Wgs84[])[]
  /** Where parks are of which no outline is known. */
  readonly parks: readonly Wgs84[]
  readonly water: readonly (readonly Wgs84[])[]
  /** Walls, railways and expressways. */
  readonly barriers: readonly (readonly Wgs84[])[]
  /** The most wanted first. */
  readonly names: readonly MapName[]
}

export interface LifeMapProps {
  readonly origin: Wgs84
  /** Widest first. */
  readonly bands: readonly MapBand[]
  readonly pins: readonly MapPin[]
  /** The way to the chosen place; empty when none is chosen. */
  readonly path: readonly Wgs84[]
  readonly backdrop: () => Backdrop
  /** The share of its height that something lies over, from below: what is shown keeps clear of it. */
  readonly covered: number
  /** Changes when the map should be moved to show everything anew. */
  readonly view: string
  readonly theme: 'light' | 'dark'
  /** Says to screen readers what the picture shows; the list beside it says all of it. */
  readonly label: string
  /** What the two buttons say to screen readers, where the map has such. */
  readonly zoom: { readonly closer: string; readonly wider: string }
  readonly onMoveOrigin: (position: Wgs84) => void
  readonly onChoose: (id: string) => void
}

/**
 * What a view holds beside the start: the way to the chosen place, else that place, else the widest band. Empty where
 * there is none of it, as for wheels over streets that nobody verified.
 */
export function toShow({
  bands,
  path,
  pins,
}: Pick<LifeMapProps, 'bands' | 'path' | 'pins'>): readonly Wgs84[] {
  if (path.length > 1) return path
  const chosen = pins.filter((pin) => pin.chosen).map(({ position }) => position)
  return chosen.length > 0
    ? chosen
    : bands.flatMap(({ polygons }) => polygons.flatMap(([outer = []]) => outer))
}
