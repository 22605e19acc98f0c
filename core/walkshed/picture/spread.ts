import { UNREACHED } from '../walk/walker'
import { CELL, DIAGONAL, LINK } from './blocks'
import { OFF_WEIGHT, type Painting } from './painting'

/**
 * Hands on from cell to cell, round by round, where the street is left for it, as long as that is cheaper
 * there, within `offStreet`, and no barrier lies between; what is nearer to a street than a diagonal step keeps what that
 * street painted. Cells just too far away learn how far they are; their rank
 * stays `UNREACHED`. O(cells reached).
 *
 * The four sides are written out: told in a loop or by a function, they made the whole picture a seventh
 * slower (measured on Porto; the root is taken only where its answer changes something).
 */
export function spread(painting: Painting, painted: number): void {
  const { columns, rank, off, eastward, northward, queued, blocks, offStreet } = painting
  // One step beyond, so that the edge of the picture can be placed between cells.
  const ring = offStreet + DIAGONAL
  const links = blocks?.links
  let front = painting.front
  let next = painting.nextFront
  for (let count = painted; count > 0;) {
    let following = 0
    for (let index = 0; index < count; index++) {
      const cell = front[index]!
      const own = rank[cell]!
      const street = own - off[cell]! * OFF_WEIGHT
      const ownEastward = eastward[cell]!
      const ownNorthward = northward[cell]!
      queued[cell] = 0

      const east = cell + 1
      const eastRank = rank[east]!
      if (eastRank > own && off[east]! > DIAGONAL) {
        const dx = ownEastward + CELL
        const dy = ownNorthward
        const squared = dx * dx + dy * dy
        const most = eastRank === UNREACHED ? ring : ((eastRank - street + OFF_WEIGHT - 1) / OFF_WEIGHT) | 0
        if (squared < most * most && (links === undefined || (links[cell]! & LINK.east) === 0)) {
          const away = Math.sqrt(squared) | 0
          if (away <= offStreet) {
            rank[east] = street + away * OFF_WEIGHT
            off[east] = away
            eastward[east] = dx
            northward[east] = dy
            if (queued[east] === 0) next[following++] = east
            queued[east] = 1
          } else if (eastRank === UNREACHED && away < off[east]!) off[east] = away
        }
      }

      const west = cell - 1
      const westRank = rank[west]!
      if (westRank > own && off[west]! > DIAGONAL) {
        const dx = ownEastward - CELL
        const dy = ownNorthward
        const squared = dx * dx + dy * dy
        const most = westRank === UNREACHED ? ring : ((westRank - street + OFF_WEIGHT - 1) / OFF_WEIGHT) | 0
        if (squared < most * most && (links === undefined || (links[west]! & LINK.east) === 0)) {
          const away = Math.sqrt(squared) | 0
          if (away <= offStreet) {
            rank[west] = street + away * OFF_WEIGHT
            off[west] = away
            eastward[west] = dx
            northward[west] = dy
            if (queued[west] === 0) next[following++] = west
            queued[west] = 1
          } else if (westRank === UNREACHED && away < off[west]!) off[west] = away
        }
      }

      const north = cell + columns
      const northRank = rank[north]!
      if (northRank > own && off[north]! > DIAGONAL) {
        const dx = ownEastward
        const dy = ownNorthward + CELL
        const squared = dx * dx + dy * dy
        const most = northRank === UNREACHED ? ring : ((northRank - street + OFF_WEIGHT - 1) / OFF_WEIGHT) | 0
        if (squared < most * most && (links === undefined || (links[cell]! & LINK.north) === 0)) {
          const away = Math.sqrt(squared) | 0
          if (away <= offStreet) {
            rank[north] = street + away * OFF_WEIGHT
            off[north] = away
            eastward[north] = dx
            northward[north] = dy
            if (queued[north] === 0) next[following++] = north
            queued[north] = 1
          } else if (northRank === UNREACHED && away < off[north]!) off[north] = away
        }
      }

      const south = cell - columns
      const southRank = rank[south]!
      if (southRank > own && off[south]! > DIAGONAL) {
        const dx = ownEastward
        const dy = ownNorthward - CELL
        const squared = dx * dx + dy * dy
        const most = southRank === UNREACHED ? ring : ((southRank - street + OFF_WEIGHT - 1) / OFF_WEIGHT) | 0
        if (squared < most * most && (links === undefined || (links[south]! & LINK.north) === 0)) {
          const away = Math.sqrt(squared) | 0
          if (away <= offStreet) {
            rank[south] = street + away * OFF_WEIGHT
            off[south] = away
            eastward[south] = dx
            northward[south] = dy
            if (queued[south] === 0) next[following++] = south
            queued[south] = 1
          } else if (southRank === UNREACHED && away < off[south]!) off[south] = away
        }
      }
    }
    count = following
    ;[front, next] = [next, front]
  }
}
