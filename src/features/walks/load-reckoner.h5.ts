import type { ReckonWalks } from '../life-circle/reckoning/reckon-walks'

/** Comes with the first question. */
export const loadReckoner = (): Promise<ReckonWalks | null> =>
  import('../life-circle/reckoning/reckon-walks').then(({ reckonWalks }) => reckonWalks)
