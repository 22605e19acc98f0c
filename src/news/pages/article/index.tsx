import { useEffect, useMemo } from 'react'
import type { Article } from '../../../../core/contract/news'
import { articlePieces } from '../../../../core/domain/read-aloud/reading'
import { Button } from '../../../components/controls/button'
import { Screen } from '../../../components/screen/screen'
import { useDisplay } from '../../../features/display/display-provider'
import { ArticleView } from '../../../features/news/article-view'
import { sentenceId } from '../../../features/news/sentences'
import { useArticle } from '../../../features/news/use-article'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { ReadAloudBar } from '../../../features/read-aloud/read-aloud-bar'
import { useReading, type Reading } from '../../../features/read-aloud/use-reading'
import { useRouteParams } from '../../../platform/navigate/navigate'
import { articleRoute, routes } from '../../../platform/navigate/routes'
import { scrollToShow } from '../../../platform/scroll/scroll'
import { useShareCard, useShareTimeline } from '../../../platform/navigate/share'
import { speech } from '../../../platform/speech/speech'
import { ARTICLE } from '../../../text/news/article'
import { NEWS_LIST } from '../../../text/news/news-list'
import { subdistrictNow } from '../../../api/subdistrict'

function ArticlePage() {
  const { id = '' } = useRouteParams()
  const state = useArticle(id)
  const { theme } = useDisplay()
  const article = state.kind === 'ready' ? state.value : null
  const reading = useArticleReading(article)
  const card = article?.title ?? NEWS_LIST.share(subdistrictNow().kind)
  useShareCard(card, articleRoute(id))
  useShareTimeline(card, `id=${encodeURIComponent(id)}`)
  return (
    <Page
      title={ARTICLE.fallbackTitle}
      route={articleRoute(id)}
      bottom={article !== null && speech.available ? <ReadAloudBar reading={reading} look="primary" /> : null}
    >
      <Screen state={state} theme={theme}>
        {(shown) => <ArticleView article={shown} piece={reading.piece} />}
      </Screen>
      {state.kind === 'troubled' ? (
        <Button icon="newspaper" to={routes.news}>
          {ARTICLE.all}
        </Button>
      ) : null}
    </Page>
  )
}

/** Reads the article out, and keeps in view what is read. */
function useArticleReading(article: Article | null): Reading {
  const pieces = useMemo(
    () => (article === null ? [] : articlePieces(article.title, article.blocks, speech.mostBytes)),
    [article],
  )
  const reading = useReading(pieces)
  const { piece } = reading
  const place =
    article === null || piece === null || piece.part === -1
      ? null
      : sentenceId(`${article.id}-${piece.part}`, piece.sentence)
  useEffect(() => {
    if (place !== null) scrollToShow(place)
  }, [place])
  return reading
}

export default asPage(ArticlePage)
