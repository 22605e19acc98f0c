import { seconds, type Wgs84 } from '../../../../core/kernel/units'
import {
  bandsOf,
  pathTo,
  search,
  snap,
  type Band,
  type ProfileName,
  type WalkPath,
} from '../../../../core/walkshed'
import type { Circle } from './circle-store'
import { CIRCLE, FARTHEST, openWalkTable, type Walked } from './walk-table'

/** Minutes of the three contours. */
export const BAND_MINUTES = [5, 10, 15] as const
const BANDS = BAND_MINUTES.map((minutes) => seconds(minutes * 60))

export interface Reckoning extends Walked {
  readonly walker: ProfileName
  readonly bands: () => readonly Band[]
  readonly path: (facilityId: string) => WalkPath | undefined
}

export interface Engine {
  readonly circle: Circle
  reckon(walker: ProfileName, start: Wgs84): Reckoning
}

/** Times, bands and paths from wherever the finger is. */
export function openEngine(circle: Circle): Engine {
  const { graph, places } = circle
  const table = openWalkTable(graph, places)

  function reckon(name: ProfileName, start: Wgs84): Reckoning {
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
        return reach === null ? [] : bandsOf(reach, BANDS)
      },
      path(facilityId) {
        const place = snaps[places.facilities.findIndex(({ id }) => id === facilityId)]
        const reach = within(FARTHEST)
        return place && reach ? pathTo(reach, place) : undefined
      },
    }
  }
  return { circle, reckon }
}
