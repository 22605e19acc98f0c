import type { BuiltGraph, LoosePart } from '../../core/walkshed/build/build-graph'
import { BARRIER_KINDS, EDGE, type StreetGraph } from '../../core/walkshed/graph/street-graph'
import type { OverlayReport } from '../../core/walkshed/drawn/overlay'
import type { ReadStreets } from './read-streets'

export interface ImportSummary {
  readonly read: ReadStreets
  readonly overlay: OverlayReport | undefined
  readonly built: BuiltGraph
  readonly out: string
  readonly bytes: number
}

/** So many loose parts and unjoined crossings are listed one by one. */
const LISTED = 10

/** What was kept, what was dropped and why, and what hangs loose, in lines of text. */
export function describeImport({ read, overlay, built, out, bytes }: ImportSummary): string[] {
  return [
    ...describeKept(built),
    ...describeDropped(read),
    ...describeDrawing(read),
    ...describeLoose(built.loose),
    ...(overlay ? describeOverlay(overlay) : []),
    `Written: ${out} (${Math.ceil(bytes / 1000)} kB)`,
  ]
}

function describeKept({ graph, kept }: BuiltGraph): string[] {
  const steps = lengthOf(graph, EDGE.steps)
  const verified = lengthOf(graph, EDGE.verified)
  const barriers = BARRIER_KINDS.map((kind, index) => {
    const lines = graph.barriers.kind.filter((found) => found === index).length
    return `${lines} ${kind}`
  })
  return [
    `Kept: ${kilometres(kept)} of streets, ${graph.nodeCount} nodes, ${graph.edgeCount} edges, ` +
      `${graph.names.length - 1} names`,
    `  steps ${kilometres(steps)}; verified for wheels ${kilometres(verified)}`,
    `  barrier lines: ${barriers.join(', ')}`,
  ]
}

function describeDropped({ tally }: ReadStreets): string[] {
  const reasons = Object.entries(tally.refused).sort(([, a], [, b]) => b.metres - a.metres)
  const ways = reasons.reduce((sum, [, refused]) => sum + refused.ways, 0)
  return [
    `Dropped: ${ways} ways that nobody walks on, ${tally.outside} outside the boundary; ` +
      `read ${tally.points} points and ${tally.ways} ways`,
    ...reasons.map(([reason, refused]) => `  ${refused.ways} ways, ${kilometres(refused.metres)}: ${reason}`),
  ]
}

function describeDrawing({ drawing }: ReadStreets): string[] {
  if (!drawing) return []
  const { joined, unjoined, lostGates } = drawing
  return [
    ...(joined > 0 ? [`Joined: ${joined} ends that lay on another street`] : []),
    ...(unjoined.length > 0 ? [`Crossing without a common point, so not joined: ${unjoined.length}`] : []),
    ...unjoined
      .slice(0, LISTED)
      .map(([longitude, latitude]) => `  ${longitude.toFixed(6)}, ${latitude.toFixed(6)}`),
    ...(lostGates.length > 0
      ? [`Gates farther than 25 m from every street: features ${lostGates.join(', ')}`]
      : []),
  ]
}

function describeLoose(loose: readonly LoosePart[]): string[] {
  if (loose.length === 0) return ['Disconnected: nothing']
  const all = loose.reduce((sum, part) => sum + part.metres, 0)
  return [
    `Disconnected, and therefore dropped: ${loose.length} parts, ${kilometres(all)}; the longest:`,
    ...loose.slice(0, LISTED).map(({ metres, street, at }) => {
      const name = street === '' ? '' : ` (${street})`
      return `  ${kilometres(metres)} near ${at[0].toFixed(6)}, ${at[1].toFixed(6)}${name}`
    }),
  ]
}

function describeOverlay({ applied, unmatched }: OverlayReport): string[] {
  const counts = Object.entries(applied).map(([kind, count]) => `${count} ${kind}`)
  return [
    `Overlay: ${counts.join(', ')}`,
    ...unmatched.map(
      ({ feature, kind, name }) => `  feature ${feature} (${kind}${name ? ` ${name}` : ''}) found no street`,
    ),
  ]
}

/** In metres. */
function lengthOf(graph: StreetGraph, flag: number): number {
  let sum = 0
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    if (graph.edgeFlags[edge]! & flag) sum += graph.edgeLength[edge]! / 10
  }
  return sum
}

const kilometres = (metres: number): string => `${(metres / 1000).toFixed(1)} km`
