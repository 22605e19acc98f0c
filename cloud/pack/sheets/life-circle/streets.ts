import { createHash } from 'node:crypto'
import { decodeGraph } from '../../../../core/walkshed/binary/decode'
import { encodeGraph } from '../../../../core/walkshed/binary/encode'
import { buildGraph } from '../../../../core/walkshed/build/build-graph'
import { readGeoJsonStreets } from '../../../../core/walkshed/drawn/from-geojson'
import { applyOverlay } from '../../../../core/walkshed/drawn/overlay'
import type { StreetGraph } from '../../../../core/walkshed/graph/street-graph'
import { MapFileError } from '../../../../core/walkshed/osm/map-file-error'
import { decode } from '../../cells/decode'
import type { PackFiles, StreetGraphRow } from '../../pack'
import type { Note } from '../../problem'
import type { Box } from '../settings'

/** Drawn by hand; used until streets are imported. */
const SKETCH = 'streets.geojson'
const OVERLAY = 'streets-overlay.geojson'
/** What `npm run import:streets` writes, the overlay included. */
const IMPORTED = 'streets.graph'

export const STREET_FILES: readonly string[] = [SKETCH, OVERLAY, IMPORTED]

/** The streets of the pack, imported ones before drawn ones; null when it has none. */
export function readStreets(files: PackFiles, box: Box, note: Note): StreetGraphRow | null {
  const imported = files.get(IMPORTED)
  if (imported !== undefined) return readImported(imported, box, note)
  return files.has(SKETCH) ? readSketch(files, box, note) : null
}

/** The middle of the streets has to lie between the four edges: a file copied from another pack does not. */
function refuseElsewhere(
  { plane: { longitude, latitude } }: StreetGraph,
  file: string,
  box: Box,
  note: Note,
): void {
  if (box.west <= longitude && longitude <= box.east && box.south <= latitude && latitude <= box.north) return
  const reason = `画的是别处的街道（中间在 ${longitude.toFixed(4)}，${latitude.toFixed(4)}，不在 settings.csv 的四条边里）；请导入或画这里的，没有就删掉这个文件`
  note({ file, row: null, column: null, reason })
}

function readImported(bytes: Uint8Array, box: Box, note: Note): StreetGraphRow | null {
  const buffer = new Uint8Array(bytes).buffer
  const graph = decodeGraph(buffer)
  if (graph.ok) {
    refuseElsewhere(graph.value, IMPORTED, box, note)
    return rowOf(buffer)
  }
  note({
    file: IMPORTED,
    row: null,
    column: null,
    reason: '这个文件坏了，或不是导入街道时写出的；请重新导入',
  })
  return null
}

function readSketch(files: PackFiles, box: Box, note: Note): StreetGraphRow | null {
  const sketch = readJson(files, SKETCH, note)
  const overlay = files.has(OVERLAY) ? readJson(files, OVERLAY, note) : undefined
  if (sketch === undefined) return null
  const drawn = refusing(SKETCH, note, () => readGeoJsonStreets(sketch, () => true))
  if (drawn === undefined) return null
  if (overlay !== undefined) refusing(OVERLAY, note, () => applyOverlay(drawn.network, overlay))
  const named = (sketch as { attribution?: unknown }).attribution
  const source = typeof named === 'string' ? named : ''
  const { graph } = buildGraph(drawn.network, { source, sketch: true, components: 'largest' })
  if (graph.edgeCount > 0) {
    refuseElsewhere(graph, SKETCH, box, note)
    return rowOf(encodeGraph(graph))
  }
  note({ file: SKETCH, row: null, column: null, reason: '里面一条能走的街道也没有' })
  return null
}

function readJson(files: PackFiles, file: string, note: Note): unknown {
  const decoded = decode(files.get(file) ?? new Uint8Array(), file)
  const refuse = (reason: string): undefined => void note({ file, row: null, column: null, reason })
  if ('flaw' in decoded) return refuse(decoded.flaw)
  try {
    return JSON.parse(decoded.text) as unknown
  } catch (error) {
    if (error instanceof SyntaxError) return refuse(`不是 GeoJSON：${error.message}`)
    throw error
  }
}

function refusing<Value>(file: string, note: Note, parse: () => Value): Value | undefined {
  try {
    return parse()
  } catch (error) {
    if (!(error instanceof MapFileError)) throw error
    note({ file, row: null, column: null, reason: `地图画得不对：${error.message}` })
    return undefined
  }
}

function rowOf(buffer: ArrayBuffer): StreetGraphRow {
  const bytes = Buffer.from(buffer)
  const version = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
  return { version, form: `\\x${bytes.toString('hex')}` }
}
