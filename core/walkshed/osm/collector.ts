import { straightLine } from '../../kernel/distance'
import { wgs84, type Wgs84 } from '../../kernel/units'
import { addPoint, emptyNetwork, POINT, type Network } from '../build/network'
import type { BarrierKind } from '../graph/street-graph'
import { readBarrier, nameOf, readPoint, readStreet, type NotWalkable, type Tags } from './tags'

/** What was found in a map file and what became of it. */
export interface Tally {
  points: number
  ways: number
  streets: number
  barriers: number
  /** Streets that are not for walkers, by reason: how many ways, and how long they are within the area. */
  readonly refused: Partial<Record<Exclude<NotWalkable, 'not a street'>, Refused>>
  /** Ways none of whose points lie in the area. */
  outside: number
}

interface Refused {
  ways: number
  metres: number
}

/**
 * Gathers a network from a map file's points, ways and relations, in this order. Points outside `keeps` are
 * dropped as they come, so a large file takes memory only for the area; ways end where they leave it.
 */
export class StreetCollector {
  readonly tally: Tally = {
    points: 0,
    ways: 0,
    streets: 0,
    barriers: 0,
    refused: {},
    outside: 0,
  }
  private readonly network: Network = emptyNetwork()
  private readonly pointOfNode = new Map<number, number>()
  /** Lines of ways that say nothing themselves, but that a relation may call the edge of a lake. */
  private readonly untold = new Map<number, readonly (readonly number[])[]>()

  constructor(private readonly keeps: (longitude: number, latitude: number) => boolean) {}

  point(id: number, longitude: number, latitude: number, tags: Tags): void {
    this.tally.points++
    if (!this.keeps(longitude, latitude)) return
    const rule = readPoint(tags)
    const flags =
      (rule.gate ? POINT.gate : 0) |
      (rule.closed ? POINT.closed : 0) |
      (rule.wheelchairBarred ? POINT.wheelchairBarred : 0)
    const point = addPoint(this.network, longitude, latitude, flags)
    if (rule.gate && nameOf(tags)) this.network.pointNames.set(point, nameOf(tags))
    this.pointOfNode.set(id, point)
  }

  way(id: number, nodes: readonly number[], tags: Tags): void {
    this.tally.ways++
    const street = readStreet(tags)
    const barrier = readBarrier(tags)
    if (street.refused === 'not a street' && !barrier && !mayBeShore(tags)) return
    const lines = this.linesOf(nodes)
    if (lines.length === 0) {
      this.tally.outside++
      return
    }
    if (street.refused !== 'not a street') this.addStreet(lines, tags)
    if (barrier) this.addBarrier(lines, barrier, nameOf(tags))
    else if (mayBeShore(tags)) this.untold.set(id, lines)
  }

  /** A lake or river drawn as several lines: each of them is a shore. */
  relation(memberWays: readonly number[], tags: Tags): void {
    const barrier = readBarrier(tags)
    if (barrier !== 'water') return
    for (const id of memberWays) {
      const lines = this.untold.get(id)
      if (lines) this.addBarrier(lines, barrier, nameOf(tags))
    }
  }

  finish(): { network: Network; tally: Tally } {
    return { network: this.network, tally: this.tally }
  }

  private addStreet(lines: readonly (readonly number[])[], tags: Tags): void {
    const { refused, flags, name, arterial } = readStreet(tags)
    if (refused !== undefined && refused !== 'not a street') {
      const sum = (this.tally.refused[refused] ??= { ways: 0, metres: 0 })
      sum.ways++
      for (const points of lines) sum.metres += this.metresOf(points)
    } else this.tally.streets++
    if (refused !== undefined && arterial === 0) return
    for (const points of lines) {
      this.network.ways.push({ points, walkable: refused === undefined, flags, name, arterial })
    }
  }

  private addBarrier(lines: readonly (readonly number[])[], kind: BarrierKind, name: string): void {
    this.tally.barriers++
    const { longitude, latitude } = this.network
    for (const points of lines) {
      const line = points.map((point) => [longitude[point]!, latitude[point]!] as const)
      this.network.barriers.push({ kind, name, line })
    }
  }

  private metresOf(points: readonly number[]): number {
    const { longitude, latitude } = this.network
    const at = (index: number): Wgs84 => wgs84(longitude[index]!, latitude[index]!)
    return points
      .slice(1)
      .reduce((sum, point, before) => sum + straightLine(at(points[before]!), at(point)), 0)
  }

  /** The pieces of a way that lie in the area. */
  private linesOf(nodes: readonly number[]): number[][] {
    const lines: number[][] = []
    let line: number[] = []
    for (const node of nodes) {
      const point = this.pointOfNode.get(node)
      if (point !== undefined) line.push(point)
      else if (line.length > 0) {
        lines.push(line)
        line = []
      }
    }
    lines.push(line)
    return lines.filter((piece) => piece.length > 1)
  }
}

/** Members of a lake usually carry no tags; houses never are. */
function mayBeShore(tags: Tags): boolean {
  return tags['highway'] === undefined && tags['building'] === undefined
}
