import { seconds, type Wgs84 } from '../../../core/kernel/units'
import {
  bandsOf,
  BLOCKS,
  pathTo,
  prepareCanvas,
  search,
  snap,
  type ProfileName,
  type WalkPath,
} from '../../../core/walkshed'
import type { MapBand } from '../../platform/map/drawn/life-map-props'
import type { Circle } from './circle-data'
import { CIRCLE, FARTHEST, openWalkTable, type Walked } from './places-by-minutes'
import { rimLabels } from './rim-labels'

/** Minutes of the three contours. */
const BAND_MINUTES = [5, 10, 15] as const
const BANDS = BAND_MINUTES.map((minutes) => seconds(minutes * 60))

export interface WaysFromStart extends Walked {
  readonly walker: ProfileName
  /** Widest first, so that each covers less of the one below. */
  readonly bands: () => readonly MapBand[]
  readonly path: (facilityId: string) => WalkPath | undefined
}

export interface Engine {
  readonly circle: Circle
  waysFrom(walker: ProfileName, start: Wgs84): WaysFromStart
}

/** Times, bands and paths from wherever the finger is. */
export function openEngine(circle: Circle): Engine {
  const { graph, places } = circle
  const table = openWalkTable(graph, places)
  const canvas = prepareCanvas()

  function waysFrom(name: ProfileName, start: Wgs84): WaysFromStart {
    const { walker, places: snaps } = table.prepared(name)
    const within = (limit: typeof CIRCLE) => {
      const origin = snap(walker, start)
      return origin.ok ? search(walker, [origin.value], limit) : null
    }
    return {
      walker: name,
      ...table.walked(name, start),
      bands() {
        const reach = within(CIRCLE)
        if (reach === null) return []
        const bands = bandsOf(reach, BANDS, canvas, BLOCKS)
        const rims = rimLabels(
          start,
          bands.map(({ polygons }) => polygons[0]?.[0] ?? []),
        )
        return bands
          .map(({ polygons }, index) => ({
            minutes: BAND_MINUTES[index] ?? 15,
            polygons,
            labelAt: rims[index] ?? null,
          }))
          .reverse()
      },
      path(facilityId) {
        const place = snaps[places.facilities.findIndex(({ id }) => id === facilityId)]
        const reach = within(FARTHEST)
        return place && reach ? pathTo(reach, place) : undefined
      },
    }
  }
  return { circle, waysFrom }
}
