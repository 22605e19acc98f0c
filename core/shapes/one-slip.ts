/**
 * Whether one is the other with one place changed, missing or too many; where `exchanges`, also with two
 * neighbours exchanged. The same twice is none. Places are those of what is given: UTF-16 units of a string,
 * elements of an array. O(length).
 */
export function isOneSlip(one: ArrayLike<string>, other: ArrayLike<string>, exchanges: boolean): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  const missing = long.length - short.length
  if (missing > 1) return false
  let before = 0
  while (before < short.length && short[before] === long[before]) before += 1
  let after = 0
  while (after < short.length - before && short[short.length - 1 - after] === long[long.length - 1 - after])
    after += 1
  const different = short.length - before - after
  if (missing === 1) return different === 0
  if (different === 1) return true
  return (
    exchanges && different === 2 && short[before] === long[before + 1] && short[before + 1] === long[before]
  )
}
