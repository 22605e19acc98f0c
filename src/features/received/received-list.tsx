import type { ReceivedSuggestion } from '../../../core/contract/voice/suggestion'
import { Heading, Text, View } from '../../components/elements/elements'
import { Empty } from '../../components/screen/screen'
import { RECEIVED, unansweredTitle } from '../../text/staff/received'
import { useDisplay } from '../display/display-provider'
import { ReceivedCard } from './received-card'

/** What residents wrote to the 街道, without who they are; the unanswered come first. */
export function ReceivedList({ suggestions }: { readonly suggestions: readonly ReceivedSuggestion[] }) {
  const { theme } = useDisplay()
  if (suggestions.length === 0)
    return <Empty title={RECEIVED.none} advice={RECEIVED.noneAdvice} theme={theme} />
  return (
    <>
      <View className="stack">
        <Heading level={1} className="title">
          {unansweredTitle(suggestions.filter(({ reply }) => reply === null).length)}
        </Heading>
        <Text className="soft">{RECEIVED.privacy}</Text>
      </View>
      {suggestions.map((suggestion) => (
        <ReceivedCard key={suggestion.suggestionId} suggestion={suggestion} />
      ))}
    </>
  )
}
