import { accept, refuse, type Result } from '../../kernel/result'
import { wgs84 } from '../../kernel/units'
import { ByteReader, UnreadableBytes } from './bytes'
import { crc32 } from './crc32'
import { DEGREE_SCALE, HEADER_BYTES, MAGIC, VERSION } from './format'
import { planeAround, type Plane } from '../graph/plane'
import type { Polylines } from '../graph/polylines'
import {
  assembleGraph,
  BARRIER_KINDS,
  type BarrierLayer,
  type GraphParts,
  type StreetGraph,
} from '../graph/street-graph'

export type GraphRefusal = 'not_a_street_graph' | 'graph_version_unknown' | 'graph_damaged'

/**
 * Reads what `encodeGraph` wrote. Anything else is refused, with a `reason` for the log: a cache is dropped
 * and fetched again, an import is repeated. Linear.
 */
export function decodeGraph(buffer: ArrayBuffer): Result<StreetGraph, GraphRefusal> {
  if (buffer.byteLength < HEADER_BYTES) {
    const reason = `${buffer.byteLength} bytes are too few for a street graph`
    return refuse('not_a_street_graph', { reason })
  }
  const header = new DataView(buffer)
  if (header.getUint32(0, true) !== MAGIC) {
    return refuse('not_a_street_graph', { reason: 'the first four bytes are not those of a street graph' })
  }
  const version = header.getUint16(4, true)
  if (version !== VERSION || header.getUint16(6, true) !== 0) {
    return refuse('graph_version_unknown', { reason: `version ${version} is not ${VERSION}`, version })
  }
  const payload = new Uint8Array(buffer, HEADER_BYTES)
  const promised = header.getUint32(8, true)
  if (promised !== payload.length) {
    return refuse('graph_damaged', { reason: `${payload.length} payload bytes instead of ${promised}` })
  }
  if (crc32(payload) !== header.getUint32(12, true)) {
    return refuse('graph_damaged', { reason: 'the checksum does not match' })
  }
  try {
    return accept(assembleGraph(readParts(new ByteReader(payload))))
  } catch (error) {
    if (error instanceof UnreadableBytes || error instanceof RangeError) {
      return refuse('graph_damaged', { reason: error.message })
    }
    throw error
  }
}

interface Nodes extends Pick<GraphParts, 'nodeFlags' | 'nodeNames'> {
  readonly x: Int32Array
  readonly y: Int32Array
}
type Edges = Pick<GraphParts, 'edgeFrom' | 'edgeTo' | 'edgeLength' | 'edgeFlags' | 'edgeName' | 'edgeLines'>

function readParts(reader: ByteReader): GraphParts {
  const plane = readPlane(reader)
  const sketch = reader.byte() !== 0
  const source = reader.text()
  const names = Array.from({ length: reader.count() }, () => reader.text())
  if (names[0] !== '') throw new UnreadableBytes('the first name is not the empty one')
  const { x, y, ...nodes } = readNodes(reader, names.length)
  const edges = readEdges(reader, { x, y, ...nodes }, names.length)
  const barriers = readBarriers(reader, names.length)
  if (!reader.atEnd) throw new UnreadableBytes('bytes are left over')
  return { plane, sketch, source, names, ...nodes, ...edges, barriers }
}

function readPlane(reader: ByteReader): Plane {
  const longitude = reader.signed() / DEGREE_SCALE
  return planeAround(wgs84(longitude, reader.signed() / DEGREE_SCALE))
}

function readNodes(reader: ByteReader, nameCount: number): Nodes {
  const count = reader.count()
  const x = readDifferences(reader, new Int32Array(count))
  const y = readDifferences(reader, new Int32Array(count))
  const nodeFlags = new Uint8Array(count)
  for (let node = 0; node < count; node++) nodeFlags[node] = reader.byte()
  const nodeNames = new Map<number, number>()
  for (let left = reader.count(); left > 0; left--)
    nodeNames.set(reader.index(count), reader.index(nameCount))
  return { x, y, nodeFlags, nodeNames }
}

function readEdges(reader: ByteReader, nodes: Nodes, nameCount: number): Edges {
  const count = reader.count()
  const nodeCount = nodes.nodeFlags.length
  const edgeFrom = readDifferences(reader, new Uint32Array(count))
  const edgeTo = new Uint32Array(count)
  const edgeLength = new Int32Array(count)
  const edgeFlags = new Uint16Array(count)
  const edgeName = new Uint16Array(count)
  for (let edge = 0; edge < count; edge++) {
    edgeTo[edge] = edgeFrom[edge]! + reader.signed()
    if (edgeFrom[edge]! >= nodeCount || edgeTo[edge]! >= nodeCount) {
      throw new UnreadableBytes(`edge ${edge} leads to a node that does not exist`)
    }
  }
  for (let edge = 0; edge < count; edge++) edgeLength[edge] = reader.index(0x7fffffff)
  for (let edge = 0; edge < count; edge++) edgeFlags[edge] = reader.index(0x10000)
  for (let edge = 0; edge < count; edge++) edgeName[edge] = reader.index(nameCount)
  const edgeLines = readEdgeLines(reader, nodes, edgeFrom, edgeTo)
  return { edgeFrom, edgeTo, edgeLength, edgeFlags, edgeName, edgeLines }
}

function readEdgeLines(reader: ByteReader, nodes: Nodes, from: Uint32Array, to: Uint32Array): Polylines {
  const count = from.length
  const start = new Uint32Array(count + 1)
  for (let edge = 0; edge < count; edge++) start[edge + 1] = start[edge]! + 2 + reader.count()
  const readAxis = (node: Int32Array): Int32Array => {
    const axis = new Int32Array(start[count]!)
    for (let edge = 0; edge < count; edge++) {
      const first = start[edge]!
      const last = start[edge + 1]! - 1
      axis[first] = node[from[edge]!]!
      for (let p = first + 1; p < last; p++) axis[p] = axis[p - 1]! + reader.signed()
      axis[last] = node[to[edge]!]!
    }
    return axis
  }
  const x = readAxis(nodes.x)
  return { count, start, x, y: readAxis(nodes.y) }
}

function readBarriers(reader: ByteReader, nameCount: number): BarrierLayer {
  const count = reader.count()
  const kind = new Uint8Array(count)
  const name = new Uint16Array(count)
  const start = new Uint32Array(count + 1)
  for (let line = 0; line < count; line++) {
    kind[line] = reader.index(BARRIER_KINDS.length)
    name[line] = reader.index(nameCount)
    start[line + 1] = start[line]! + reader.count()
  }
  const x = readDifferences(reader, new Int32Array(start[count]!))
  const y = readDifferences(reader, new Int32Array(start[count]!))
  return { lines: { count, start, x, y }, kind, name }
}

function readDifferences<Values extends Int32Array | Uint32Array>(
  reader: ByteReader,
  values: Values,
): Values {
  let value = 0
  for (let index = 0; index < values.length; index++) {
    value += reader.signed()
    values[index] = value
  }
  return values
}
