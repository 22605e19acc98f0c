import type { BarrierKind } from '../graph/street-graph'

/** What a point of a network is, as bits. */
export const POINT = {
  /** A gate that one walks through; kept as a node, with its name. */
  gate: 1,
  /** Nobody gets through: every street ends here. */
  closed: 2,
  /** Stops a wheelchair, for example a stile. */
  wheelchairBarred: 4,
  /** Passing it costs one crossing of an arterial, whatever the streets are. */
  crossing: 8,
} as const

/** How much of a whole crossing one side of the road is, in quarters: half a two-way road, or one carriageway. */
export type ArterialShare = 0 | 1 | 2

export interface NetworkWay {
  /** Indices of its points, in order. */
  readonly points: readonly number[]
  /** False for an arterial on which nobody walks, but which others cross. */
  readonly walkable: boolean
  /** Bits of `EDGE`. */
  readonly flags: number
  readonly name: string
  /** Not 0 for an arterial: what joining or leaving it costs at each of its points, in quarters of a crossing. */
  readonly arterial: ArterialShare
}

export interface NetworkBarrier {
  readonly kind: BarrierKind
  readonly name: string
  /** WGS-84, longitude first. */
  readonly line: readonly (readonly [longitude: number, latitude: number])[]
}

/**
 * Streets as they are drawn, before they become a graph: ways that meet where they share a point.
 * WGS-84 degrees.
 */
export interface Network {
  readonly longitude: number[]
  readonly latitude: number[]
  /** Bits of `POINT`. */
  readonly flags: number[]
  readonly pointNames: Map<number, string>
  readonly ways: NetworkWay[]
  readonly barriers: NetworkBarrier[]
}

export function emptyNetwork(): Network {
  return { longitude: [], latitude: [], flags: [], pointNames: new Map(), ways: [], barriers: [] }
}

/** Adds a point and gives its index. */
export function addPoint(network: Network, longitude: number, latitude: number, flags = 0): number {
  network.latitude.push(latitude)
  network.flags.push(flags)
  return network.longitude.push(longitude) - 1
}
