import { ByteWriter } from './bytes'
import { crc32 } from './crc32'
import { DEGREE_SCALE, HEADER_BYTES, MAGIC, VERSION } from './format'
import type { GraphParts } from '../graph/street-graph'

/** Writes the versioned binary form that `decodeGraph` reads. Linear; columns of like numbers, so it zips well. */
export function encodeGraph(graph: GraphParts): ArrayBuffer {
  const writer = new ByteWriter()
  writeHead(writer, graph)
  writeNodes(writer, graph)
  writeEdges(writer, graph)
  writeBarriers(writer, graph)
  const payload = writer.written()
  const buffer = new ArrayBuffer(HEADER_BYTES + payload.length)
  const header = new DataView(buffer)
  header.setUint32(0, MAGIC, true)
  header.setUint16(4, VERSION, true)
  header.setUint32(8, payload.length, true)
  header.setUint32(12, crc32(payload), true)
  new Uint8Array(buffer, HEADER_BYTES).set(payload)
  return buffer
}

function writeHead(writer: ByteWriter, graph: GraphParts): void {
  writer.signed(Math.round(graph.plane.longitude * DEGREE_SCALE))
  writer.signed(Math.round(graph.plane.latitude * DEGREE_SCALE))
  writer.byte(graph.sketch ? 1 : 0)
  writer.text(graph.source)
  writer.unsigned(graph.names.length)
  for (const name of graph.names) writer.text(name)
}

function writeNodes(writer: ByteWriter, graph: GraphParts): void {
  const count = graph.nodeFlags.length
  const x = new Int32Array(count)
  const y = new Int32Array(count)
  const { start } = graph.edgeLines
  for (let edge = 0; edge < graph.edgeLength.length; edge++) {
    for (const [node, point] of [
      [graph.edgeFrom[edge]!, start[edge]!],
      [graph.edgeTo[edge]!, start[edge + 1]! - 1],
    ] as const) {
      x[node] = graph.edgeLines.x[point]!
      y[node] = graph.edgeLines.y[point]!
    }
  }
  writer.unsigned(count)
  writeDifferences(writer, x)
  writeDifferences(writer, y)
  for (const flags of graph.nodeFlags) writer.byte(flags)
  writer.unsigned(graph.nodeNames.size)
  for (const [node, name] of graph.nodeNames) {
    writer.unsigned(node)
    writer.unsigned(name)
  }
}

function writeEdges(writer: ByteWriter, graph: GraphParts): void {
  const { start, x, y } = graph.edgeLines
  const count = graph.edgeLength.length
  writer.unsigned(count)
  writeDifferences(writer, graph.edgeFrom)
  for (let edge = 0; edge < count; edge++) writer.signed(graph.edgeTo[edge]! - graph.edgeFrom[edge]!)
  for (const length of graph.edgeLength) writer.unsigned(length)
  for (const flags of graph.edgeFlags) writer.unsigned(flags)
  for (const name of graph.edgeName) writer.unsigned(name)
  for (let edge = 0; edge < count; edge++) writer.unsigned(start[edge + 1]! - start[edge]! - 2)
  for (const axis of [x, y]) {
    for (let edge = 0; edge < count; edge++) {
      for (let p = start[edge]! + 1; p < start[edge + 1]! - 1; p++) writer.signed(axis[p]! - axis[p - 1]!)
    }
  }
}

function writeBarriers(writer: ByteWriter, graph: GraphParts): void {
  const { lines, kind, name } = graph.barriers
  writer.unsigned(lines.count)
  for (let line = 0; line < lines.count; line++) {
    writer.byte(kind[line]!)
    writer.unsigned(name[line]!)
    writer.unsigned(lines.start[line + 1]! - lines.start[line]!)
  }
  writeDifferences(writer, lines.x)
  writeDifferences(writer, lines.y)
}

function writeDifferences(writer: ByteWriter, values: Int32Array | Uint32Array): void {
  let previous = 0
  for (const value of values) {
    writer.signed(value - previous)
    previous = value
  }
}
