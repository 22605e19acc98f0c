/**
 * How many inputs a property tries: few in every run of the tests, many times more with FUZZ_TIMES=50, from a
 * seed of its own each time with FUZZ_SEED=random. A failure prints seed and path to come back to.
 */
export function fuzzRuns(numRuns: number): { numRuns: number; seed?: number } {
  const times = Number(process.env['FUZZ_TIMES'] ?? '1')
  const seed = process.env['FUZZ_SEED'] ?? '20261122'
  return { numRuns: numRuns * times, ...(seed === 'random' ? {} : { seed: Number(seed) }) }
}
