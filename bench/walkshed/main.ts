import { leftOut, type Figure } from '../figure'
import { costGrowth, measureCity } from './city'
import { findExtract } from './extract'
import { placesAround } from './places'
import { busiestPlace, importSubdistrict } from './streets'
import { measureSubdistrict } from './subdistrict'

/** The rows that need a map; without one they are named, not silently missing. */
const ROWS = [
  'PBF to graph',
  'graph in memory',
  'search alone at 1,080 m',
  'three bands with polygons and times to 3000 facilities, beside Valhalla 3.6.1',
  'reachable facilities more than 50 m outside the polygon',
  'share of the polygon farther than 60 m from a reached street',
  'search on the whole city against a part of it',
  'graph and facilities of a 街道 over the wire',
  'without JIT: three bands, times alone',
]

/** The group `walkshed`: the life-circle engine on Porto, or on `OSM_EXTRACT`. */
export async function measure(): Promise<Figure[]> {
  const extract = findExtract()
  if (extract === undefined) {
    const why = 'no map; set OSM_EXTRACT=<file.osm.pbf>'
    return ROWS.map((row) => leftOut('walkshed', row, why))
  }
  const { figures, graph } = await measureCity(extract)
  const middle = busiestPlace(graph)
  const part = await importSubdistrict(extract, middle)
  return [
    ...figures,
    costGrowth(graph, part, middle, placesAround),
    ...(await measureSubdistrict(part, middle)),
  ]
}
