import type * as Engine from '../walking-engine/engine'

export type WalkingEngine = typeof Engine

/** Comes with the first question. */
export const loadEngine = (): Promise<WalkingEngine | null> => import('../walking-engine/engine')
