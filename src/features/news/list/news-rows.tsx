import type { ArticleSummary } from '../../../../core/contract/news'
import type { Instant } from '../../../../core/kernel/shanghai-time'
import { Tappable, Text, View } from '../../../components/elements/elements'
import { articleRoute } from '../../../platform/navigate/routes'
import { columnLine } from '../../../text/news/news'
import '../../../components/scene/scenes.scss'
import './news-rows.scss'

interface NewsRowsProps {
  readonly articles: readonly ArticleSummary[]
  readonly now: Instant
}

/**
 * Articles one under the other: picture, title, column and day. As few elements as can be, for WeChat is sent each
 * of them for each row; the picture is none at all.
 */
export function NewsRows({ articles, now }: NewsRowsProps) {
  return (
    <View className="news-rows">
      {articles.map(({ id, title, column, publishedOn, picture }) => (
        <Tappable
          key={id}
          className={`tappable news-row scene-before--${picture ?? 'board'}`}
          to={articleRoute(id)}
        >
          <Text className="news-row__title">{title}</Text>
          <Text className="news-row__line">{columnLine(column, publishedOn, now)}</Text>
        </Tappable>
      ))}
    </View>
  )
}
