import type { Instant } from '../../../core/kernel/shanghai-time'
import type { Wgs84 } from '../../../core/kernel/units'
import type { ProfileName } from '../../../core/walkshed/walk/profile'
import { circleSentence, STRANDED } from '../../text/life-circle'
import { loadCircle, type StreetDataSource } from './circle-data'
import { answerOf, openWalkTable, type CircleAnswer, type Walked } from './places-by-minutes'

/** What was computed last from one start, for pages that have no engine. */
export interface WalkingTimes {
  /** 步行 15 分钟内有 23 处，缺：卫生站。 */
  readonly sentence: string
  readonly walker: ProfileName
  /** Whole minutes on foot, by office; `null` where wheels may or may not pass, nobody has looked. */
  readonly offices: Readonly<Record<string, number | null>>
  /** When it was computed. */
  readonly at: Instant
}

interface WalkingTimesQuestion {
  readonly source: StreetDataSource
  readonly walker: ProfileName
  readonly start: Wgs84
  readonly at: Instant
}

/**
 * Minutes on foot for pages that have no engine. Bundled apart (config/taro-patches), so that the main package does not
 * carry it: nothing here may touch storage, network or screen but through the question.
 */
export async function computeWalkingTimes({
  source,
  walker,
  start,
  at,
}: WalkingTimesQuestion): Promise<WalkingTimes> {
  const circle = await loadCircle(source)
  const walked = openWalkTable(circle.graph, circle.places).walked(walker, start)
  return walkingTimesOf(walker, answerOf(circle, walked), walked, at)
}

export type ComputeWalkingTimes = typeof computeWalkingTimes

/** 步行 15 分钟内有 23 处，缺：卫生站; why nothing can be said where the start is tied to no street. */
export const sentenceOf = (
  { inCircle, coverage }: CircleAnswer,
  { stranded }: Pick<Walked, 'stranded'>,
): string =>
  stranded === null
    ? circleSentence(
        inCircle,
        coverage.filter(({ coverage }) => coverage === 'missing').map(({ kind }) => kind.name),
      )
    : (STRANDED[stranded] ?? '')

/** What pages without an engine say of it. */
export function walkingTimesOf(
  walker: ProfileName,
  answer: CircleAnswer,
  walked: Pick<Walked, 'stranded'>,
  at: Instant,
): WalkingTimes {
  const offices = answer.places.flatMap(({ facility, walk }): [string, number | null][] => {
    if (!facility.isOffice) return []
    if (walk.kind === 'minutes') return [[facility.id, walk.minutes]]
    return walk.kind === 'unverified' ? [[facility.id, null]] : []
  })
  return { walker, sentence: sentenceOf(answer, walked), offices: Object.fromEntries(offices), at }
}
