import type { ComputeWalkingTimes } from '../walking-engine/compute-walking-times'

/** Comes with the first question. */
export const loadEngine = (): Promise<ComputeWalkingTimes | null> =>
  import('../walking-engine/compute-walking-times').then(({ computeWalkingTimes }) => computeWalkingTimes)
