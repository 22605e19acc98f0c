import type { Instant } from '../../../../core/kernel/shanghai-time'
import type { ProfileName } from '../../../../core/walkshed/walk/profile'
import { circleSentence, STRANDED } from '../../../text/life-circle'
import type { Walks } from '../../walks/remembered-walks'
import type { CircleAnswer } from './circle-answer'
import type { Walked } from './walk-table'

/** 步行 15 分钟内有 23 处，缺：卫生站; why nothing can be said where the start is tied to no street. */
export const sentenceOf = (
  { inCircle, standings }: CircleAnswer,
  { stranded }: Pick<Walked, 'stranded'>,
): string =>
  stranded === null
    ? circleSentence(
        inCircle,
        standings.filter(({ standing }) => standing === 'missing').map(({ kind }) => kind.name),
      )
    : (STRANDED[stranded] ?? '')

/** What pages without an engine say of it. */
export function walksToRemember(
  walker: ProfileName,
  answer: CircleAnswer,
  walked: Pick<Walked, 'stranded'>,
  at: Instant,
): Walks {
  const offices = answer.places.flatMap(({ facility, walk }): [string, number | null][] => {
    if (!facility.isOffice) return []
    if (walk.kind === 'minutes') return [[facility.id, walk.minutes]]
    return walk.kind === 'unverified' ? [[facility.id, null]] : []
  })
  return { walker, sentence: sentenceOf(answer, walked), offices: Object.fromEntries(offices), at }
}
