import { existsSync } from 'node:fs'
import path from 'node:path'

/** The map that the figures are promised for: Porto, with 303,245 walkable points. */
const DEFAULT_EXTRACT = path.join('..', 'shared', 'data', 'porto_portugal.osm.pbf')

/** `OSM_EXTRACT`, or Porto beside the checkout; undefined when there is none. */
export function findExtract(): string | undefined {
  const file = process.env['OSM_EXTRACT'] ?? DEFAULT_EXTRACT
  return existsSync(file) ? path.resolve(file) : undefined
}
