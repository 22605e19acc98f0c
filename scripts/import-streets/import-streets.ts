import { existsSync } from 'node:fs'
import { insideTest } from '../../core/walkshed/build/area'
import { buildGraph } from '../../core/walkshed/build/build-graph'
import { readRings } from '../../core/walkshed/drawn/geojson'
import { MapFileError } from '../../core/walkshed/osm/map-file-error'
import { applyOverlay, type OverlayReport } from '../../core/walkshed/drawn/overlay'
import type { Network } from '../../core/walkshed/build/network'
import type { ImportOptions } from './options'
import type { Progress } from './progress'
import { inFile, readJson } from './read-json'
import { readStreets, type ReadStreets } from './read-streets'
import type { ImportSummary } from './report'
import { writeGraph } from './write-graph'

const OSM_ATTRIBUTION = '© OpenStreetMap contributors'

/**
 * Imports streets: read, cut to the boundary, overlaid, made a graph, written. Nothing is written unless
 * everything before went well.
 * @throws MapFileError when a file cannot be used.
 */
export async function importStreets(options: ImportOptions, progress: Progress): Promise<ImportSummary> {
  const keeps = await readBoundary(options)
  progress.begin(`reading ${options.file}`)
  const read = await readStreets(options.file, keeps, (share) => progress.show(share))
  progress.begin('laying the overlay over it')
  const overlay = await layOverlay(read.network, options)
  progress.begin('making the graph')
  const source = options.source ?? (await sourceOf(read, options))
  const built = buildGraph(read.network, { source, sketch: options.sketch, components: 'largest' })
  if (built.graph.edgeCount === 0) {
    throw new MapFileError(
      `${options.file} has no street to walk on${options.boundary ? ` within ${options.boundary}` : ''}`,
    )
  }
  progress.begin(`writing ${options.out}`)
  const bytes = await writeGraph(built.graph, options.out)
  progress.finish()
  return { read, overlay, built, out: options.out, bytes }
}

async function readBoundary({
  boundary,
  feature,
  margin,
}: ImportOptions): Promise<(longitude: number, latitude: number) => boolean> {
  if (boundary === undefined) return () => true
  const json = await readJson(boundary)
  return insideTest({ rings: inFile(boundary, () => readRings(json, feature)), margin })
}

async function layOverlay(network: Network, options: ImportOptions): Promise<OverlayReport | undefined> {
  const { overlay, isOverlayAsked } = options
  if (overlay === undefined || (!isOverlayAsked && !existsSync(overlay))) return undefined
  const json = await readJson(overlay)
  return inFile(overlay, () => applyOverlay(network, json))
}

/** OpenStreetMap's formats carry its licence; a GeoJSON may say in `attribution` whose it is. */
async function sourceOf({ format }: ReadStreets, { file }: ImportOptions): Promise<string> {
  if (format !== 'geojson') return OSM_ATTRIBUTION
  const json = await readJson(file)
  const found = (json as { attribution?: unknown }).attribution
  return typeof found === 'string' ? found : ''
}
