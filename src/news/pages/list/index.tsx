import { NewsList } from '../../../features/news/list/news-list'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { routes } from '../../../platform/navigate/routes'
import { useShareCard, useShareTimeline } from '../../../platform/navigate/share'
import { NEWS_LIST } from '../../../text/news/news-pages'

function NewsPage() {
  useShareCard(NEWS_LIST.share, routes.news)
  useShareTimeline(NEWS_LIST.share)
  return (
    <Page title={NEWS_LIST.title} route={routes.news}>
      <NewsList />
    </Page>
  )
}

export default asPage(NewsPage)
