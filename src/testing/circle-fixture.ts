import type { CirclePlaces } from '../../core/contract/life-circle'
import type { Facility, FacilityKind } from '../../core/domain/life-circle/facility'
import { wgs84 } from '../../core/kernel/units'
import { encodeGraph } from '../../core/walkshed/binary/encode'
import { buildGraph } from '../../core/walkshed/build/build-graph'
import { readGeoJsonStreets } from '../../core/walkshed/drawn/from-geojson'

/** Degrees of a metre around 31.24° north. */
const [EAST, NORTH] = [1 / 95_200, 1 / 111_320]

/** A position some metres east and north of the middle of an invented town. */
export const spot = (east: number, north: number) => wgs84(121.4 + east * EAST, 31.24 + north * NORTH)

const street = (name: string, points: readonly (readonly [number, number])[], tags: object = {}) => ({
  type: 'Feature',
  properties: { highway: 'residential', name, ...tags },
  geometry: { type: 'LineString', coordinates: points.map(([east, north]) => spot(east, north)) },
})

/**
 * 柳街 runs 1,400 m east, verified for wheels up to 300 m; at 300 m 柳坡 climbs 200 m north, by steps; a canal
 * runs 30 m south of 柳街.
 */
export function townGraph(): ArrayBuffer {
  const { network } = readGeoJsonStreets(
    {
      type: 'FeatureCollection',
      features: [
        street(
          '柳街',
          [
            [0, 0],
            [300, 0],
          ],
          { wheelchair: 'yes' },
        ),
        street('柳街', [
          [300, 0],
          [1400, 0],
        ]),
        street(
          '柳坡',
          [
            [300, 0],
            [300, 200],
          ],
          { highway: 'steps' },
        ),
        {
          type: 'Feature',
          properties: { waterway: 'canal', name: '柳河' },
          geometry: { type: 'LineString', coordinates: [spot(-100, -30), spot(1500, -30)] },
        },
      ],
    },
    () => true,
  )
  return encodeGraph(buildGraph(network, { source: '手绘示意', sketch: true, components: 'largest' }).graph)
}

export const kind = (id: string, given: Partial<FacilityKind> = {}): FacilityKind => ({
  id,
  name: id,
  sign: '柳',
  group: 'living',
  targetMinutes: 5,
  targetVerified: true,
  complete: true,
  ...given,
})

export const facility = (id: string, given: Partial<Facility> = {}): Facility => ({
  id,
  kindId: '菜场',
  name: id,
  address: null,
  position: spot(240, 0),
  positionVerified: true,
  phone: null,
  hours: null,
  stepFree: 'unverified',
  ramp: 'unverified',
  accessibleToilet: 'unverified',
  source: '现场核对',
  verifiedOn: null,
  isOffice: false,
  ...given,
})

/** From `spot(0, 0)`: a market 240 m off, a park up the steps, a library far along, a school nobody has placed, no clinic. */
export const townPlaces = (): CirclePlaces => ({
  kinds: [
    kind('菜场'),
    kind('公园', { group: 'leisure' }),
    kind('书屋', { targetMinutes: 30 }),
    kind('卫生站'),
    kind('小学'),
  ],
  facilities: [
    facility('柳街书屋', { kindId: '书屋', position: spot(1300, 0), isOffice: true }),
    facility('柳街菜场'),
    facility('柳坡公园', { kindId: '公园', position: spot(300, 190) }),
    facility('柳街小学', { kindId: '小学', position: null }),
  ],
})
