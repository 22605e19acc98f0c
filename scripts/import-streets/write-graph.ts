import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { decodeGraph } from '../../core/walkshed/binary/decode'
import { encodeGraph } from '../../core/walkshed/binary/encode'
import type { StreetGraph } from '../../core/walkshed/graph/street-graph'

/**
 * Writes the graph whole or not at all: what was written is read back first, and takes the place of an older
 * file in one step. Gives its size in bytes.
 */
export async function writeGraph(graph: StreetGraph, file: string): Promise<number> {
  const buffer = encodeGraph(graph)
  const check = decodeGraph(buffer)
  if (!check.ok) throw new Error(`the graph cannot be read back: ${String(check.detail?.['reason'])}`)
  const fresh = `${file}.${process.pid}.new`
  await mkdir(path.dirname(file), { recursive: true })
  try {
    await writeFile(fresh, new Uint8Array(buffer))
    await rename(fresh, file)
  } finally {
    await rm(fresh, { force: true })
  }
  return buffer.byteLength
}
