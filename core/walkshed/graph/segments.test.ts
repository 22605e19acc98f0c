import fc from 'fast-check'
import { crosses, crossingShare, visitCells } from './segments'

const coordinate = fc.integer({ min: -500_000, max: 500_000 })
const point = fc.tuple(coordinate, coordinate)

describe('crosses', () => {
  it('sees a barrier that lies across the walk, in whichever direction both are drawn', () => {
    expect(crosses(0, 0, 100, 0, 50, -10, 50, 10)).toBe(true)
    expect(crosses(100, 0, 0, 0, 50, 10, 50, -10)).toBe(true)
  })

  it('sees none that only meets the end of the walk, or lies along it', () => {
    expect(crosses(0, 0, 100, 0, 100, -10, 100, 10)).toBe(false)
    expect(crosses(0, 0, 100, 0, 0, -10, 0, 10)).toBe(false)
    expect(crosses(0, 0, 100, 0, 20, 0, 80, 0)).toBe(false)
  })

  it('counts a walk through the joint of two barrier pieces exactly once', () => {
    fc.assert(
      fc.property(point, point, (before, after) => {
        // The walk runs along the x axis; the pieces meet in the origin, one end on either side of the axis.
        fc.pre(before[1] < 0 && after[1] > 0)
        const hits = [
          crosses(-600_000, 0, 600_000, 0, ...before, 0, 0),
          crosses(-600_000, 0, 600_000, 0, 0, 0, ...after),
        ]
        expect(hits.filter(Boolean)).toHaveLength(1)
      }),
    )
  })

  it('finds where: the share of the walk at which the barrier is met', () => {
    expect(crossingShare(0, 0, 100, 0, 25, -10, 25, 30)).toBe(0.25)
  })
})

describe('visitCells', () => {
  it('visits every cell that a point of the segment lies in', () => {
    const inside = fc.integer({ min: 0, max: 999 })
    fc.assert(
      fc.property(inside, inside, inside, inside, (x0, y0, x1, y1) => {
        const visited = new Set<string>()
        visitCells(x0, y0, x1, y1, 100, 10, 10, (column, row) => visited.add(`${column} ${row}`))
        for (let step = 0; step <= 200; step++) {
          const x = x0 + ((x1 - x0) * step) / 200
          const y = y0 + ((y1 - y0) * step) / 200
          expect(visited).toContain(`${Math.floor(x / 100)} ${Math.floor(y / 100)}`)
        }
      }),
    )
  })

  it('leaves out cells outside the grid', () => {
    const visited: string[] = []
    visitCells(-250, 50, 250, 50, 100, 2, 1, (column, row) => visited.push(`${column} ${row}`))
    expect(visited).toEqual(['0 0', '1 0'])
  })
})
