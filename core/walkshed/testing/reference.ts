import { CROSSING_MASK, CROSSING_SHIFT, CROSSING_TO_SHIFT, type StreetGraph } from '../graph/street-graph'
import type { Profile } from '../walk/profile'
import type { Snap } from '../walk/snap'

/**
 * The textbook answer that the engine must agree with: a graph of objects in which every origin and place is a
 * vertex of its own that cuts its edge, and Dijkstra's algorithm with a binary heap over seconds.
 * It shares nothing with the engine but the graph and the snaps.
 */
export function referenceSeconds(
  graph: StreetGraph,
  profile: Profile,
  origins: readonly Snap[],
  places: readonly Snap[],
): number[] {
  const vertices: Vertex[] = Array.from({ length: graph.nodeCount }, () => ({ links: [], seconds: Infinity }))
  const start: Vertex = { links: [], seconds: Infinity }
  const stops = new Map<number, { along: number; vertex: Vertex }[]>()
  const tie = (snap: Snap): Vertex => {
    const foot: Vertex = { links: [], seconds: Infinity }
    const onEdge = stops.get(snap.edge) ?? []
    onEdge.push({ along: snap.along, vertex: foot })
    stops.set(snap.edge, onEdge)
    const vertex: Vertex = { links: [], seconds: Infinity }
    link(foot, vertex, snap.off / 10 / profile.metresPerSecond)
    return vertex
  }
  for (const origin of origins) link(start, tie(origin), 0)
  const ends = places.map(tie)

  // One share of a crossing, as the engine rounds it to whole decimetres of way.
  const quarter =
    Math.round((profile.metresPerSecond * 10 * profile.crossing) / 4) / 10 / profile.metresPerSecond
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const flags = graph.edgeFlags[edge]!
    if ((flags & profile.barred) !== 0 || (flags & profile.required) !== profile.required) continue
    const between = (stops.get(edge) ?? []).sort((one, other) => one.along - other.along)
    let last = vertices[graph.edgeFrom[edge]!]!
    let lastAlong = 0
    let wait = ((flags >> CROSSING_SHIFT) & CROSSING_MASK) * quarter
    for (const { along, vertex } of between) {
      link(last, vertex, wait + (along - lastAlong) / 10 / profile.metresPerSecond)
      wait = 0
      last = vertex
      lastAlong = along
    }
    wait += ((flags >> CROSSING_TO_SHIFT) & CROSSING_MASK) * quarter
    const rest = (graph.edgeLength[edge]! - lastAlong) / 10 / profile.metresPerSecond
    link(last, vertices[graph.edgeTo[edge]!]!, wait + rest)
  }
  walkFrom(start)
  return ends.map(({ seconds }) => seconds)
}

interface Vertex {
  readonly links: { readonly to: Vertex; readonly seconds: number }[]
  seconds: number
}

function link(one: Vertex, other: Vertex, seconds: number): void {
  one.links.push({ to: other, seconds })
  other.links.push({ to: one, seconds })
}

function walkFrom(start: Vertex): void {
  const heap = new Heap()
  start.seconds = 0
  heap.push(0, start)
  for (let top = heap.pop(); top; top = heap.pop()) {
    if (top.key > top.vertex.seconds) continue
    for (const { to, seconds } of top.vertex.links) {
      if (top.key + seconds >= to.seconds) continue
      to.seconds = top.key + seconds
      heap.push(to.seconds, to)
    }
  }
}

class Heap {
  private readonly items: { key: number; vertex: Vertex }[] = []

  push(key: number, vertex: Vertex): void {
    const { items } = this
    items.push({ key, vertex })
    let index = items.length - 1
    while (index > 0 && items[(index - 1) >> 1]!.key > items[index]!.key) {
      this.swap(index, (index - 1) >> 1)
      index = (index - 1) >> 1
    }
  }

  pop(): { key: number; vertex: Vertex } | undefined {
    const { items } = this
    const top = items[0]
    const last = items.pop()
    if (top === undefined || last === undefined || items.length === 0) return top
    items[0] = last
    let index = 0
    for (;;) {
      let least = index
      for (const child of [2 * index + 1, 2 * index + 2]) {
        if (child < items.length && items[child]!.key < items[least]!.key) least = child
      }
      if (least === index) return top
      this.swap(index, least)
      index = least
    }
  }

  private swap(one: number, other: number): void {
    const kept = this.items[one]!
    this.items[one] = this.items[other]!
    this.items[other] = kept
  }
}
