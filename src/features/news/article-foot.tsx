import type { Article } from '../../../core/contract/news'
import { linksOf } from '../../../core/domain/news/article'
import { Button } from '../../components/controls/button'
import { NavRow, NavRows } from '../../components/rows/nav-row'
import { Heading, ShareButton, Text, View } from '../../components/elements/elements'
import type { IconName } from '../../components/icon/icon-names'
import { linkTo } from '../../platform/navigate/forward'
import { articleRoute, routes } from '../../platform/navigate/routes'
import { isSinglePage } from '../../platform/start/single-page'
import { ARTICLE } from '../../text/news/article'
import { routeOf } from './sentences'

const ICONS: Readonly<Record<'office' | 'activity' | 'compound', IconName>> = {
  office: 'store',
  activity: 'calendar-days',
  compound: 'building-2',
}

/** Ways on: the places it names, somebody to send it to, other news. Inside Moments there are none. */
export function ArticleFoot({ article }: { readonly article: Article }) {
  if (isSinglePage) return null
  const places = linksOf(article.blocks).flatMap(({ to, text }) =>
    to.kind === 'web' ? [] : [{ to, text, icon: ICONS[to.kind], kind: ARTICLE[to.kind] }],
  )
  return (
    <>
      {places.length === 0 ? null : (
        <View className="stack">
          <Heading level={2} className="section">
            {ARTICLE.goThere}
          </Heading>
          <NavRows>
            {places.map(({ to, text, icon, kind }) => (
              <NavRow key={`${to.kind} ${to.id}`} icon={icon} title={text} hint={kind} to={routeOf(to)} />
            ))}
          </NavRows>
        </View>
      )}
      <Forward articleId={article.id} />
      <Button icon="newspaper" to={routes.news}>
        {ARTICLE.all}
      </Button>
    </>
  )
}

/** WeChat forwards it; a browser shows its link. */
function Forward({ articleId }: { readonly articleId: string }) {
  const link = linkTo(articleRoute(articleId))
  if (link === null) {
    return <ShareButton className="tappable button button--secondary">{ARTICLE.forward}</ShareButton>
  }
  return (
    <View>
      <View className="soft small">{ARTICLE.copyLink}</View>
      <Text className="small" userSelect>
        {link}
      </Text>
    </View>
  )
}
