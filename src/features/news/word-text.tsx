import type { ExplainedWord } from '../../../core/contract/news'
import { Text, View } from '../../components/elements/elements'
import { WORDS_PAGE } from '../../text/news/words'

/** What a word means, what else it is called, and who says so. */
export function WordText({ word }: { readonly word: ExplainedWord }) {
  return (
    <View className="stack">
      <Text>{word.explanation}</Text>
      {word.alsoCalled.length === 0 ? null : (
        <Text className="soft">
          {WORDS_PAGE.alsoCalled} {word.alsoCalled.join('、')}
        </Text>
      )}
      <Text className="soft small">
        {WORDS_PAGE.source}
        {word.source}
      </Text>
    </View>
  )
}
