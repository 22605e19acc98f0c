import { loadApart } from '../../platform/start/apart'
import type * as Engine from '../walking-engine/engine'

export type WalkingEngine = typeof Engine

/** From the subpackage `circle`; `null` where this WeChat cannot fetch it, and the straight line stays. */
export const loadEngine = (): Promise<WalkingEngine | null> => loadApart<WalkingEngine>()
