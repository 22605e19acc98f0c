import fc from 'fast-check'
import type { Wgs84 } from '../../kernel/units'
import { eastOf, northOf } from '../graph/plane'
import type { StreetGraph } from '../graph/street-graph'
import { at, drawTown, type Spot } from '../testing/town'
import { PROFILES } from './profile'
import { snap, type Snap } from './snap'
import { prepareWalker } from './walker'

/** A street of 400 m from west to east, and what else the test draws. */
function streetWith(town: Partial<Parameters<typeof drawTown>[0]> = {}): StreetGraph {
  return drawTown({
    corners: { west: [0, 0], east: [400, 0], ...town.corners },
    streets: [{ through: ['west', 'east'], name: '长街' }, ...(town.streets ?? [])],
    ...(town.barriers ? { barriers: town.barriers } : {}),
  })
}

function snapAt(graph: StreetGraph, spot: Spot, profile = PROFILES.adult): ReturnType<typeof snap> {
  return snap(prepareWalker(graph, profile), at(...spot))
}

function snapped(answer: ReturnType<typeof snap>): Snap {
  if (!answer.ok) throw new Error(`not connected: ${answer.refusal}`)
  return answer.value
}

const WALL = { kind: 'wall' as const, line: [[-50, 10] as Spot, [450, 10] as Spot] }

describe('snap', () => {
  it('ties a place to the nearest point of a street, measured to a decimetre', () => {
    const { along, off } = snapped(snapAt(streetWith(), [120, 35]))
    expect(Math.abs(Math.min(along, 4000 - along) - 1200)).toBeLessThanOrEqual(1)
    expect(off).toBe(350)
  })

  it('ties a place beyond the end of a street to its end', () => {
    const { along, off } = snapped(snapAt(streetWith(), [-30, 40]))
    expect(Math.min(along, 4000 - along)).toBe(0)
    expect(off).toBe(500)
  })

  it('connects a place 80 m off the street and refuses one 81 m off it', () => {
    expect(snapped(snapAt(streetWith(), [200, 80])).off).toBe(800)
    expect(snapAt(streetWith(), [200, 81])).toEqual({ ok: false, refusal: 'no_street_nearby' })
  })

  it('does not cross a 15 m canal between the street and the place', () => {
    const banks = [10, 25].map((north) => ({
      kind: 'water' as const,
      line: [[-50, north] as Spot, [450, north] as Spot],
    }))
    const graph = streetWith({ barriers: banks })
    expect(snapAt(graph, [200, 30])).toEqual({ ok: false, refusal: 'behind_barrier' })
    expect(snapped(snapAt(graph, [200, 9])).off).toBe(90)
  })

  it('takes a farther street on its own side of the wall', () => {
    const graph = streetWith({
      corners: { northWest: [0, 70], northEast: [400, 70] },
      streets: [{ through: ['northWest', 'northEast'] }],
      barriers: [WALL],
    })
    expect(snapped(snapAt(graph, [200, 15])).off).toBe(550)
  })

  it('does not slip through where two pieces of a wall meet', () => {
    const pieces: Spot[] = [
      [-50, 10],
      [200, 10],
      [450, 10],
    ]
    const graph = streetWith({ barriers: [{ kind: 'wall', line: pieces }] })
    expect(snapAt(graph, [200, 20])).toEqual({ ok: false, refusal: 'behind_barrier' })
  })

  it('lets a place that stands on the wall itself reach the street', () => {
    expect(snapped(snapAt(streetWith({ barriers: [WALL] }), [200, 10])).off).toBe(100)
  })

  it('ties to the nearer of two parallel sidewalks', () => {
    const graph = streetWith({
      corners: { otherWest: [0, 20], otherEast: [400, 20] },
      streets: [{ through: ['otherWest', 'otherEast'], name: '北侧人行道' }],
    })
    const nameAt = (spot: Spot): string => graph.names[graph.edgeName[snapped(snapAt(graph, spot)).edge]!]!
    expect(nameAt([200, 9])).toBe('长街')
    expect(nameAt([200, 11])).toBe('北侧人行道')
  })

  it('gives wheels only verified streets, and says that the others are not for them', () => {
    const graph = streetWith({
      corners: { a: [0, 50], b: [400, 50] },
      streets: [{ through: ['a', 'b'], is: ['verified'] }],
    })
    expect(snapped(snapAt(graph, [200, 0], PROFILES.wheelchair)).off).toBe(500)
    expect(snapAt(streetWith(), [200, 0], PROFILES.wheelchair)).toEqual({
      ok: false,
      refusal: 'street_not_allowed',
    })
  })

  it('steps onto a bridge only where one stands on it', () => {
    const graph = drawTown({
      corners: { west: [0, 0], east: [400, 0] },
      streets: [{ through: ['west', 'east'], is: ['level'] }],
    })
    expect(snapped(snapAt(graph, [200, 15])).off).toBe(150)
    expect(snapAt(graph, [200, 16])).toEqual({ ok: false, refusal: 'no_street_nearby' })
  })

  it('connects nothing on an empty graph, nor on one without streets', () => {
    const empty = drawTown({ corners: {}, streets: [] })
    const oneNode = drawTown({ corners: { only: [0, 0] }, streets: [] })
    for (const graph of [empty, oneNode]) {
      expect(snapAt(graph, [0, 0])).toEqual({ ok: false, refusal: 'no_street_nearby' })
    }
  })

  it('refuses a position that is none, naming it', () => {
    const walker = prepareWalker(streetWith(), PROFILES.adult)
    const broken = (longitude: number, latitude: number): Wgs84 => [longitude, latitude] as unknown as Wgs84
    expect(() => snap(walker, broken(NaN, 31))).toThrow(/longitude.*NaN/)
    expect(() => snap(walker, broken(121, 91))).toThrow(/latitude.*91/)
    expect(() => snap(walker, broken(-181, 31))).toThrow(/longitude.*-181/)
  })

  it('finds what a search through every street and every barrier finds', () => {
    const spot = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }))
    const line = fc.tuple(spot, spot).filter(([a, b]) => a[0] !== b[0] || a[1] !== b[1])
    const lines = { minLength: 1, maxLength: 6 }
    fc.assert(
      fc.property(fc.array(line, lines), fc.array(line, { maxLength: 6 }), spot, (streets, walls, place) => {
        const corners: Record<string, Spot> = {}
        streets.forEach(([a, b], index) => Object.assign(corners, { [`a${index}`]: a, [`b${index}`]: b }))
        const graph = drawTown({
          corners,
          streets: streets.map((_, index) => ({ through: [`a${index}`, `b${index}`] })),
          barriers: walls.map((wall) => ({ kind: 'wall', line: wall })),
        })
        const answer = snapAt(graph, place)
        expect(answer.ok ? answer.value.off : -1).toBe(bruteForce(graph, at(...place)))
      }),
      { numRuns: 300 },
    )
  })
})

/** The least off-street way to a street that no barrier lies across, or -1; every segment against every other. */
function bruteForce(graph: StreetGraph, position: Wgs84): number {
  const px = eastOf(graph.plane, position[0])
  const py = northOf(graph.plane, position[1])
  let least = Infinity
  for (const [[ax, ay], [bx, by]] of segmentsOf(graph.edgeLines)) {
    const squared = (bx - ax) ** 2 + (by - ay) ** 2
    const share = Math.min(1, Math.max(0, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / squared))
    const foot: Spot = [ax + (bx - ax) * share, ay + (by - ay) * share]
    const end: Spot = [Math.round(foot[0]), Math.round(foot[1])]
    const isCut = segmentsOf(graph.barriers.lines).some(([c, d]) => cutsAcross([px, py], end, c, d))
    if (!isCut) least = Math.min(least, Math.hypot(foot[0] - px, foot[1] - py))
  }
  return Math.round(least) <= 800 ? Math.round(least) : -1
}

function segmentsOf({ count, start, x, y }: StreetGraph['edgeLines']): [Spot, Spot][] {
  const segments: [Spot, Spot][] = []
  for (let line = 0; line < count; line++) {
    for (let p = start[line]!; p < start[line + 1]! - 1; p++) {
      segments.push([
        [x[p]!, y[p]!],
        [x[p + 1]!, y[p + 1]!],
      ])
    }
  }
  return segments
}

/** Solved for where both lines meet, instead of by sides; a wall counts without its last point. */
function cutsAcross([ax, ay]: Spot, [bx, by]: Spot, [cx, cy]: Spot, [dx, dy]: Spot): boolean {
  const turn = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)
  if (turn === 0) return false
  const onWalk = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / turn
  const onWall = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / turn
  return onWalk > 0 && onWalk < 1 && onWall >= 0 && onWall <= 1
}
