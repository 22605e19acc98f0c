import { loadApart } from '../../platform/start/apart'
import type { ComputeWalkingTimes } from '../walking-engine/compute-walking-times'

/** From the subpackage `circle`; `null` where this WeChat cannot fetch it, and the straight line stays. */
export const loadEngine = (): Promise<ComputeWalkingTimes | null> =>
  loadApart<{ readonly computeWalkingTimes: ComputeWalkingTimes }>().then(
    (part) => part?.computeWalkingTimes ?? null,
  )
