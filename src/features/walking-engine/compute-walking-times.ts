import type { FacilityKind } from '../../../core/domain/life-circle/facility'
import type { Instant } from '../../../core/kernel/shanghai-time'
import type { Wgs84 } from '../../../core/kernel/units'
import type { ProfileName } from '../../../core/walkshed/walk/profile'
import { circleSentence, STRANDED } from '../../text/life-circle'
import { loadCircle, type StreetDataSource } from './circle-data'
import { answerOf, openWalkTable, type CircleAnswer, type Walked } from './places-by-minutes'

/** What was computed last from one start, for pages that have no engine. */
export interface WalkingTimes {
  /** 步行 15 分钟：2 家食堂、3 个公园；缺卫生站。 */
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
 * Minutes on foot for pages that show no circle. Bundled apart (config/taro-patches), so that the main package does not
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

/** What the sentence names first: what one needs when one is old, then where one likes to go. */
const WANTED = ['care', 'leisure', 'living', 'learning', 'working']
/** What is asked for first where nobody has put it down. */
const ASKED = ['living', 'care', 'leisure', 'learning', 'working']
/** Minutes within which one expects what one needs every few days. */
const EVERYDAY = 10

/** 步行 15 分钟：2 家食堂；缺卫生站; why nothing can be said where the start is tied to no street. */
export function sentenceOf(
  { places, coverage }: Pick<CircleAnswer, 'places' | 'coverage'>,
  { stranded }: Pick<Walked, 'stranded'>,
): string {
  if (stranded !== null) return STRANDED[stranded] ?? ''
  const inCircle = places.filter(({ walk }) => walk.kind === 'minutes' && walk.inCircle)
  const near = coverage
    .map(({ kind }) => {
      const own = inCircle.filter((place) => place.kind.id === kind.id)
      return { kind, count: own.length, isOffice: own.some(({ facility }) => facility.isOffice) }
    })
    .filter(({ count }) => count > 0)
    .sort((one, other) => Number(one.isOffice) - Number(other.isOffice) || by(WANTED, one.kind, other.kind))
  const unrecorded = coverage
    .filter(
      ({ coverage, nearest, kind }) =>
        coverage === 'unrecorded' && nearest === null && kind.targetMinutes <= EVERYDAY,
    )
    .sort((one, other) => by(ASKED, one.kind, other.kind))
  return circleSentence({
    near: near.map(({ kind, count }) => ({ name: kind.name, count })),
    missing: coverage.filter(({ coverage }) => coverage === 'missing').map(({ kind }) => kind.name),
    unrecorded: unrecorded.map(({ kind }) => kind.name),
  })
}

const by = (order: readonly string[], one: FacilityKind, other: FacilityKind): number =>
  order.indexOf(one.group) - order.indexOf(other.group)

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
