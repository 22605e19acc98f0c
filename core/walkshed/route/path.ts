import { metres, type Metres, type Seconds, type Wgs84 } from '../../kernel/units'
import { positionOn } from '../graph/plane'
import { EDGE, NODE, type StreetGraph } from '../graph/street-graph'
import { arrivalAt } from '../walk/arrival'
import type { Reach } from '../walk/search'
import type { Snap } from '../walk/snap'
import { secondsOf } from '../walk/walker'
import { stretchPoints, traceBack, type Stretch, type Trace } from './trace-back'
import { turnBetween, type Turn } from './turn'

export type LegKind = 'off_street' | 'street' | 'steps' | 'crossing'

/** What is walked without a new instruction. */
export interface Leg {
  readonly kind: LegKind
  /** Name of the street, empty when it has none. */
  readonly street: string
  /** How to turn into this leg; `start` for the first one. */
  readonly turn: Turn
  readonly metres: Metres
  /** Gates passed on the way, by name; empty for a gate without one. */
  readonly gates: readonly string[]
}

/** A walk from an origin to a place. */
export interface WalkPath {
  readonly seconds: Seconds
  /** Waiting at arterial crossings, part of `seconds`. */
  readonly waiting: Seconds
  /** All the way, off-street parts included; walked at the profile's speed it takes `seconds - waiting`. */
  readonly metres: Metres
  /** WGS-84, from the origin itself to the place itself. */
  readonly line: readonly Wgs84[]
  readonly legs: readonly Leg[]
}

/**
 * The cheapest walk to a place, with a leg for every change of street, or undefined when the place is not
 * reached within the limit. O(points of the walk).
 */
export function pathTo(reach: Reach, place: Snap): WalkPath | undefined {
  const arrival = arrivalAt(reach, place)
  if (!arrival) return undefined
  const { walker } = reach
  const trace = traceBack(reach, place, arrival)
  const waiting = trace.stretches.reduce((sum, { crossing }) => sum + crossing, 0)
  const stages = plotStages(walker.graph, trace, place)
  const ends = [trace.origin, place].map(({ x, y }): Point => [x, y])
  return {
    seconds: secondsOf(walker, arrival.cost),
    waiting: secondsOf(walker, waiting),
    metres: metres((arrival.cost - waiting) / 10),
    line: lineOf(walker.graph, [ends[0]!, ...stages.flatMap(({ points }) => points), ends[1]!]),
    legs: mergeStages(stages),
  }
}

type Point = readonly [x: number, y: number]

/** A stretch as it is told: streets, or the way off them. */
interface Stage {
  readonly kind: LegKind
  readonly street: string
  readonly way: number
  readonly gate: string | undefined
  readonly points: readonly Point[]
}

function plotStages(graph: StreetGraph, trace: Trace, place: Snap): Stage[] {
  const stages = trace.stretches.map((walked) => stageOf(graph, walked))
  const { origin } = trace
  const offStreet = (way: number, ...points: Point[]): Stage[] =>
    way === 0 ? [] : [{ kind: 'off_street', street: '', way, gate: undefined, points }]
  return [
    ...offStreet(origin.off, [origin.x, origin.y], [origin.footX, origin.footY]),
    // A place at a crossroads has a stretch of no length on the street that it was tied to.
    ...stages.filter((stage) => stage.way > 0 || stage.gate !== undefined),
    ...offStreet(place.off, [place.footX, place.footY], [place.x, place.y]),
  ]
}

function stageOf(graph: StreetGraph, walked: Stretch): Stage {
  const flags = graph.edgeFlags[walked.edge]!
  const { endsAt } = walked
  const isGate = endsAt >= 0 && (graph.nodeFlags[endsAt]! & NODE.gate) !== 0
  return {
    kind: flags & EDGE.steps ? 'steps' : flags & EDGE.crossing ? 'crossing' : 'street',
    street: graph.names[graph.edgeName[walked.edge]!]!,
    way: Math.abs(walked.toAlong - walked.fromAlong),
    gate: isGate ? graph.names[graph.nodeNames.get(endsAt) ?? 0]! : undefined,
    points: stretchPoints(graph, walked),
  }
}

/** Stages along one street are one leg. */
function mergeStages(stages: readonly Stage[]): Leg[] {
  const groups: Stage[][] = []
  for (const stage of stages) {
    const group = groups[groups.length - 1]
    const goesOn = group && group[0]!.kind === stage.kind && group[0]!.street === stage.street
    if (goesOn) group.push(stage)
    else groups.push([stage])
  }
  return groups.map((group, index) => {
    const before = groups[index - 1]
    return {
      kind: group[0]!.kind,
      street: group[0]!.street,
      turn: before ? turnBetween(pointsOf(before), pointsOf(group)) : 'start',
      metres: metres(group.reduce((sum, { way }) => sum + way, 0) / 10),
      gates: group.flatMap(({ gate }) => (gate === undefined ? [] : [gate])),
    }
  })
}

const pointsOf = (stages: readonly Stage[]): Point[] => stages.flatMap(({ points }) => points)

/** Equal positions in a row are told once. */
function lineOf(graph: StreetGraph, points: readonly Point[]): Wgs84[] {
  const line: Wgs84[] = []
  for (const [x, y] of points) {
    const position = positionOn(graph.plane, x, y)
    const previous = line[line.length - 1]
    if (previous?.[0] !== position[0] || previous[1] !== position[1]) line.push(position)
  }
  return line
}
