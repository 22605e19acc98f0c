import type { MySuggestion } from '../../../core/contract/suggestion'
import { parseInstant } from '../../../core/kernel/shanghai-time'
import { Heading, Text, View } from '../../components/elements/elements'
import { Card } from '../../components/sheets/card'
import { SUGGESTION_STATES, SUGGESTIONS } from '../../text/me/suggestions'
import { fullMomentText } from '../../text/time'
import { subdistrictNow } from '../../api/subdistrict'
import './suggestions.scss'

/** What one wrote, and what became of it. */
export function MySuggestions({ suggestions }: { readonly suggestions: readonly MySuggestion[] }) {
  if (suggestions.length === 0) return null
  return (
    <View className="stack">
      <Heading level={2} className="section">
        {SUGGESTIONS.mine}
      </Heading>
      {suggestions.map((suggestion) => (
        <Written key={suggestion.suggestionId} suggestion={suggestion} />
      ))}
    </View>
  )
}

function Written({
  suggestion: { text, at, state, wantsCall, reply },
}: {
  readonly suggestion: MySuggestion
}) {
  const parts = [
    fullMomentText(parseInstant(at)),
    SUGGESTION_STATES[state],
    wantsCall ? SUGGESTIONS.wantsCall : '',
  ]
  return (
    <Card>
      <Text className="suggestion-lines">{text ?? SUGGESTIONS.refusedText}</Text>
      <Text className="soft small">{parts.filter((part) => part !== '').join(' · ')}</Text>
      {reply === null ? null : (
        <Text className="suggestion-lines">
          {SUGGESTIONS.reply(subdistrictNow().kind)}
          {reply}
        </Text>
      )}
    </Card>
  )
}
