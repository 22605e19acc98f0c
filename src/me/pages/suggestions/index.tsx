import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { read } from '../../../api/client'
import { Button } from '../../../components/controls/button'
import { Heading, Text, View } from '../../../components/elements/elements'
import { useSubdistrict } from '../../../features/page/use-home'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { usePageQuery } from '../../../features/page/use-page-query'
import { MySuggestions } from '../../../features/suggestions/my-suggestions'
import { SuggestionForm } from '../../../features/suggestions/suggestion-form'
import { routes } from '../../../platform/navigate/routes'
import { dialPhone } from '../../../platform/navigate/dial-phone'
import { askHotline } from '../../../text/vocabulary'
import { SUGGESTIONS } from '../../../text/me/suggestions'

/** One's own: asked anew at each look, and never kept on the phone. */
const mine = queryOptions({
  queryKey: ['suggestion.mine'],
  queryFn: () => read('suggestion.mine', {}),
  staleTime: 0,
})

function SuggestionsPage() {
  const client = useQueryClient()
  const { hotline, kind } = useSubdistrict()
  const written = usePageQuery(mine).data?.suggestions ?? []
  return (
    <Page title={SUGGESTIONS.title} route={routes.suggestions}>
      <View className="stack">
        <Heading level={1} className="title">
          {SUGGESTIONS.heading(kind)}
        </Heading>
        <Text className="soft">{SUGGESTIONS.why}</Text>
      </View>
      <SuggestionForm onSent={() => client.invalidateQueries({ queryKey: mine.queryKey })} />
      <View className="stack">
        <Text>{SUGGESTIONS.urgent(hotline)}</Text>
        <Button icon="phone" onTap={() => dialPhone(hotline)}>
          {askHotline(hotline)}
        </Button>
      </View>
      <MySuggestions suggestions={written} />
    </Page>
  )
}

export default asPage(SuggestionsPage)
