import { accept } from '../../../core/kernel/result'
import { endOfDay, shanghaiDay } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { since } from '../../app/kept-answers'
import { listArticles } from '../../repositories/news/articles'

/** Two screens of rows: more is asked for while one scrolls. */
const ROWS = 20

export const list: Handler<'news.list'> = async ({ version, column, after }, { db, now, answerKept }) => {
  // What is scrolled to is asked for by few.
  const kept = await answerKept(after === null ? JSON.stringify({ column }) : null, async () => {
    const found = await listArticles(db, { column, after, today: shanghaiDay(now), limit: ROWS + 1 })
    const articles = found.slice(0, ROWS)
    const last = articles[articles.length - 1]
    const next =
      found.length > ROWS && last !== undefined ? { publishedOn: last.publishedOn, articleId: last.id } : null
    return { content: { articles, next }, validUntil: endOfDay(now) }
  })
  return accept(since(version, kept))
}
