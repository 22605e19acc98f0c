import { Button } from '../../../components/controls/button'
import { Screen } from '../../../components/screen/screen'
import { queries } from '../../../api/queries'
import { useDisplay } from '../../../features/display/display-provider'
import { WordList } from '../../../features/news/word-list'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { screenStateOf } from '../../../features/page/screen-state-of'
import { usePageQuery } from '../../../features/page/use-page-query'
import { routes } from '../../../platform/navigate/routes'
import { useShareCard, useShareTimeline } from '../../../platform/navigate/share'
import { HOME_NEWS } from '../../../text/news/home-news'
import { WORDS_PAGE } from '../../../text/news/words'

function WordsPage() {
  const state = screenStateOf(usePageQuery(queries.words()))
  const { theme } = useDisplay()
  useShareCard(WORDS_PAGE.share, routes.words)
  useShareTimeline(WORDS_PAGE.share)
  return (
    <Page title={WORDS_PAGE.title} route={routes.words}>
      <Screen state={state} theme={theme}>
        {({ words }) => <WordList words={words} />}
      </Screen>
      <Button icon="newspaper" to={routes.news}>
        {HOME_NEWS.all}
      </Button>
    </Page>
  )
}

export default asPage(WordsPage)
