import { NewsList } from '../../../features/news/news-list'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { routes } from '../../../platform/navigate/routes'
import { useShareCard, useShareTimeline } from '../../../platform/navigate/share'
import { NEWS_LIST } from '../../../text/news/news-list'
import { subdistrictNow } from '../../../api/subdistrict'

function NewsPage() {
  const { kind } = subdistrictNow()
  useShareCard(NEWS_LIST.share(kind), routes.news)
  useShareTimeline(NEWS_LIST.share(kind))
  return (
    <Page title={NEWS_LIST.title(kind)} route={routes.news}>
      <NewsList />
    </Page>
  )
}

export default asPage(NewsPage)
