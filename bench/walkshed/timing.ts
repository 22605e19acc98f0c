import { performance } from 'node:perf_hooks'

/** The middle value. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[sorted.length >> 1] ?? NaN
}

/** Milliseconds that each of the things takes, the last of `rounds` rounds over all of them. */
export function timeEach<Thing>(
  things: readonly Thing[],
  rounds: number,
  act: (thing: Thing) => void,
): number[] {
  let times: number[] = []
  for (let round = 0; round < rounds; round++) {
    times = things.map((thing) => {
      const start = performance.now()
      act(thing)
      return performance.now() - start
    })
  }
  return times
}
