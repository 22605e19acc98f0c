import type { ProfileName } from '../../../../core/walkshed'
import { circleSentence } from '../../../text/life-circle'
import type { Walks } from '../../walks/remembered-walks'
import type { CircleAnswer } from '../reckoning/circle-answer'

export const sentenceOf = ({ inCircle, standings }: CircleAnswer): string =>
  circleSentence(
    inCircle,
    standings.filter(({ standing }) => standing === 'missing').map(({ kind }) => kind.name),
  )

export function walksToRemember(walker: ProfileName, answer: CircleAnswer): Walks {
  const offices = answer.places.flatMap(({ facility, walk }): [string, number][] =>
    facility.isOffice && walk.kind === 'minutes' ? [[facility.id, walk.minutes]] : [],
  )
  return { walker, sentence: sentenceOf(answer), offices: Object.fromEntries(offices) }
}
