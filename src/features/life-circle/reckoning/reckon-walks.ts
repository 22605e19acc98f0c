import type { Instant } from '../../../../core/kernel/shanghai-time'
import type { Wgs84 } from '../../../../core/kernel/units'
import type { ProfileName } from '../../../../core/walkshed/walk/profile'
import type { CircleSource } from '../../walks/circle-source'
import type { Walks } from '../../walks/remembered-walks'
import { answerOf } from './circle-answer'
import { loadCircle } from './circle-store'
import { walksToRemember } from './sentence'
import { openWalkTable } from './walk-table'

export interface WalkQuestion {
  readonly source: CircleSource
  readonly walker: ProfileName
  readonly start: Wgs84
  readonly at: Instant
}

/**
 * Minutes on foot for pages that have no engine. Bundled apart (config/apart), so that the main package does not
 * carry it: nothing here may touch storage, network or screen but through the question.
 */
export async function reckonWalks({ source, walker, start, at }: WalkQuestion): Promise<Walks> {
  const circle = await loadCircle(source)
  const walked = openWalkTable(circle.graph, circle.places).walked(walker, start)
  return walksToRemember(walker, answerOf(circle, walked), walked, at)
}

export type ReckonWalks = typeof reckonWalks
