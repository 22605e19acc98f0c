/** Bits of each axis: some 5 m in a degree-wide network. */
const BITS = 16

/**
 * The place of a WGS-84 position on a Hilbert curve over the degree square that it lies in, 0 to 2^32 - 1:
 * near numbers are near places, so neighbours in the graph lie together in memory and zip well.
 */
export function curveIndex(longitude: number, latitude: number): number {
  const size = 1 << BITS
  let x = Math.floor((longitude - Math.floor(longitude)) * size)
  let y = Math.floor((latitude - Math.floor(latitude)) * size)
  let index = 0
  for (let half = size / 2; half >= 1; half /= 2) {
    const right = (x & half) > 0 ? 1 : 0
    const upper = (y & half) > 0 ? 1 : 0
    index += half * half * ((3 * right) ^ upper)
    if (upper === 0) {
      if (right === 1) {
        x = size - 1 - x
        y = size - 1 - y
      }
      ;[x, y] = [y, x]
    }
  }
  return index
}
