import type { ReckonWalks } from '../life-circle/reckoning/reckon-walks'
import { loadApart } from '../../platform/start/apart'

/** From the subpackage `circle`; `null` where this WeChat cannot fetch it, and the straight line stays. */
export const loadReckoner = (): Promise<ReckonWalks | null> =>
  loadApart<{ readonly reckonWalks: ReckonWalks }>().then((part) => part?.reckonWalks ?? null)
