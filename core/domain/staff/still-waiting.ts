/**
 * How many things of a list wait. A change says how many are `left` to be told: one of which everybody knows waits for
 * nobody.
 */
export const stillWaiting = (rows: readonly object[]): number =>
  rows.filter((row) => !('left' in row) || row.left !== 0).length
