import type { MarkedText } from '../../../core/domain/search/rank'
import { Tappable, Text, View } from '../../components/elements/elements'
import type { FoundLine } from './line-of'

interface FoundRowProps extends FoundLine {
  readonly onFollowed: () => void
}

/** One thing that was found: what it is, why, and what to know before going there. */
export function FoundRow({ title, reason, state, about, to, onFollowed }: FoundRowProps) {
  const words = (
    <>
      <Marked className="found-row__title" of={title} />
      {state === null ? null : <Text className="found-row__state">{state}</Text>}
      {reason === null ? null : <Marked className="found-row__reason" lead={reason.lead} of={reason} />}
      {about === null ? null : <Text className="found-row__about">{about}</Text>}
    </>
  )
  if (to === null) return <View className="found-row">{words}</View>
  const spoken = [title.text, state, reason && `${reason.lead}${reason.text}`, about]
    .filter(Boolean)
    .join('，')
  return (
    <Tappable className="tappable found-row found-row--link" to={to} onTap={onFollowed} label={spoken}>
      {words}
    </Tappable>
  )
}

interface MarkedProps {
  readonly of: MarkedText
  readonly lead?: string
  readonly className: string
}

/** The text in parts, those that were found in another colour: nothing is read as HTML. */
function Marked({ of: { text, marks }, lead, className }: MarkedProps) {
  const parts = marks.flatMap(([from, to], index) => [
    text.slice(marks[index - 1]?.[1] ?? 0, from),
    <Text key={from} className="found-mark">
      {text.slice(from, to)}
    </Text>,
  ])
  return (
    <Text className={className}>
      {lead}
      {parts}
      {text.slice(marks[marks.length - 1]?.[1] ?? 0)}
    </Text>
  )
}
