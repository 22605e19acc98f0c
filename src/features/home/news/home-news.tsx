import type { ArticleSummary } from '../../../../core/contract/news'
import { Door, Doors } from '../../../components/controls/door'
import { articleRoute, routes } from '../../../platform/navigate/routes'
import { columnLine, HOME_NEWS } from '../../../text/news/news'
import { useNow } from '../../clock/use-now'

/** The newest few, and the way to all. */
export function HomeNews({ news }: { readonly news: readonly ArticleSummary[] }) {
  const now = useNow()
  return (
    <Doors>
      {news.map(({ id, title, column, publishedOn }) => (
        <Door
          key={id}
          icon="file-text"
          title={title}
          hint={columnLine(column, publishedOn, now)}
          to={articleRoute(id)}
        />
      ))}
      <Door icon="newspaper" title={HOME_NEWS.all} to={routes.news} />
    </Doors>
  )
}
