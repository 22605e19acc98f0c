import type { ArticleSummary } from '../../../../core/contract/news'
import type { Instant } from '../../../../core/kernel/shanghai-time'
import { Tappable, Text, View } from '../../../components/elements/elements'
import { articleRoute } from '../../../platform/navigate/routes'
import { columnLine } from '../../../text/news/news'
import '../../../components/scene/scenes.scss'
import './news-rows.scss'

interface NewsRowsProps {
  /** As they came: WeChat is sent each page in one piece, and none of them again. */
  readonly pages: readonly (readonly ArticleSummary[])[]
  readonly now: Instant
}

/**
 * Articles one under the other: picture, title, column and day. As few elements and letters as can be, for WeChat is
 * sent each of them for each row; the picture is no element at all, and the title is the row's own text.
 */
export function NewsRows({ pages, now }: NewsRowsProps) {
  return (
    <View className="news-rows">
      {pages.map((articles, at) => (
        <View key={at} className="news-rows__page">
          {articles.map(({ id, title, column, publishedOn, picture }) => (
            <Tappable key={id} className={`news-row before-${picture ?? 'board'}`} to={articleRoute(id)}>
              {title}
              <Text className="soft">{columnLine(column, publishedOn, now)}</Text>
            </Tappable>
          ))}
        </View>
      ))}
    </View>
  )
}
