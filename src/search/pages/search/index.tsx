import { SearchView } from '../../../features/search/search-view'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { useRouteParams } from '../../../platform/navigate/navigate'
import { routes } from '../../../platform/navigate/routes'
import { useShareCard } from '../../../platform/navigate/share'
import { SEARCH_ALL } from '../../../text/vocabulary'
import { SEARCH } from '../../../text/search'

/** What somebody searched is theirs: the card that is forwarded leads to the empty box. */
function SearchPage() {
  const { text = '' } = useRouteParams()
  useShareCard(SEARCH_ALL, routes.search)
  return (
    <Page title={SEARCH.title} route={routes.search}>
      <SearchView startText={text} />
    </Page>
  )
}

export default asPage(SearchPage)
