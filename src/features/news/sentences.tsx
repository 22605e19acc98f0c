import type { Line } from '../../../core/domain/news/article'
import { sentenceLines } from '../../../core/domain/read-aloud/reading'
import { Tappable, Text, View } from '../../components/elements/elements'
import { activityRoute, compoundRoute, officeRoute } from '../../platform/navigate/routes'
import { isSinglePage } from '../../platform/start/single-page'
import { wordLabel } from '../../text/news/words'
import { useExplaining } from './explained'

interface SentencesProps {
  readonly line: Line
  /** Of the block; see `sentenceId`. */
  readonly id: string
  /** The number of the first sentence within its block. */
  readonly from: number
  /** The one that is read now. */
  readonly now: number | null
}

export const sentenceCount = (line: Line): number => sentenceLines(line).length

/** Where on the page a sentence stands; `block` is the id of its block. */
export const sentenceId = (block: string, sentence: number): string => `s-${block}-${sentence}`

/** Running text, sentence by sentence, so that the one that is read can be shown. */
export function Sentences({ line, id, from, now }: SentencesProps) {
  return (
    <>
      {sentenceLines(line).map((spans, at) => (
        <View
          key={at}
          id={sentenceId(id, from + at)}
          className={now === from + at ? 'sentence sentence--now' : 'sentence'}
        >
          {spans.map((span, place) => (
            <SpanView key={place} span={span} />
          ))}
        </View>
      ))}
    </>
  )
}

type Span = Line[number]

export function SpanView({ span: { text, strong, word, to } }: { readonly span: Span }) {
  const { explain, showAddress } = useExplaining()
  if (word !== undefined) {
    return (
      <Tappable className="tappable word" label={wordLabel(text)} onTap={() => explain(word)}>
        {text}
      </Tappable>
    )
  }
  if (to?.kind === 'web') {
    return (
      <Tappable className="tappable inline-link" label={text} onTap={() => showAddress(to.address)}>
        {text}
      </Tappable>
    )
  }
  // Inside Moments nothing leads away: what would do nothing does not look like a link.
  if (to !== undefined && !isSinglePage) {
    return (
      <Tappable className="tappable inline-link" to={routeOf(to)} label={text}>
        {text}
      </Tappable>
    )
  }
  return <Text className={strong === true ? 'strong' : ''}>{text}</Text>
}

/** The page that a link inside the app leads to. */
export function routeOf({ kind, id }: Exclude<NonNullable<Span['to']>, { kind: 'web' }>): string {
  if (kind === 'office') return officeRoute(id)
  return kind === 'activity' ? activityRoute(id) : compoundRoute(id)
}
