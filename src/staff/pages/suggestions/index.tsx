import { Screen } from '../../../components/screen/screen'
import { useDisplay } from '../../../features/display/display-provider'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { screenStateOf } from '../../../features/page/screen-state-of'
import { usePageQuery } from '../../../features/page/use-page-query'
import { StaffOnly } from '../../../features/staff/staff-only'
import { SuggestionInbox, receivedQuery } from '../../../features/suggestions/suggestion-inbox'
import { routes } from '../../../platform/navigate/routes'
import { SUGGESTION_INBOX } from '../../../text/staff/suggestion-inbox'

function ReceivedPage() {
  return (
    <Page title={SUGGESTION_INBOX.title} route={routes.suggestionInbox}>
      <StaffOnly roles={['editor', 'admin']} others={SUGGESTION_INBOX.others}>
        {() => <FirstSuggestions />}
      </StaffOnly>
    </Page>
  )
}

function FirstSuggestions() {
  const state = screenStateOf(usePageQuery(receivedQuery))
  const { theme } = useDisplay()
  return (
    <Screen state={state} theme={theme}>
      {(first) => <SuggestionInbox first={first} />}
    </Screen>
  )
}

export default asPage(ReceivedPage)
