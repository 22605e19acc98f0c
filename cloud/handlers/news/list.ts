import { accept } from '../../../core/kernel/result'
import { shanghaiDay } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { listArticles } from '../../repositories/news/articles'

/** Two screens of rows: more is asked for while one scrolls. */
const ROWS = 20

export const list: Handler<'news.list'> = async ({ column, after }, { db, now }) => {
  const found = await listArticles(db, { column, after, today: shanghaiDay(now), limit: ROWS + 1 })
  const articles = found.slice(0, ROWS)
  const last = articles[articles.length - 1]
  const next =
    found.length > ROWS && last !== undefined ? { publishedOn: last.publishedOn, articleId: last.id } : null
  return accept({ articles, next })
}
