/** Numbers that four digits can write: 0000 to 9999. */
const NUMBERS = 10_000

/**
 * A registration's number, four digits, not yet taken in its activity: the first free one from `draw` on,
 * going round. `draw` is chance, 0 to 9999, handed in so that numbers can't be guessed from one another.
 * @throws RangeError when all 10,000 are taken.
 */
export function numberFrom(draw: number, taken: ReadonlySet<string>): string {
  for (let step = 0; step < NUMBERS; step += 1) {
    const number = String((draw + step) % NUMBERS).padStart(4, '0')
    if (!taken.has(number)) return number
  }
  throw new RangeError(`all ${NUMBERS} numbers of this activity are taken`)
}
