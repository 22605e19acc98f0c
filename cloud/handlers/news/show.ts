import { mapLines, linksOf, type Line } from '../../../core/domain/news/article'
import { accept, refuse } from '../../../core/kernel/result'
import { shanghaiDay } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { currentActivities, findArticle, readWords } from '../../repositories/news/articles'

export const show: Handler<'news.show'> = async ({ articleId }, { db, now }) => {
  const today = shanghaiDay(now)
  const found = await findArticle(db, articleId, today)
  if (found === null) return refuse('article_not_found')
  const { wordIds, ...article } = found
  const asked = linksOf(article.blocks).flatMap(({ to }) => (to.kind === 'activity' ? [to.id] : []))
  const [words, activities] = await Promise.all([readWords(db, wordIds), currentActivities(db, asked, today)])
  const blocks = article.blocks.map((block) => mapLines(block, (line) => toCurrent(line, activities)))
  return accept({ article: { ...article, blocks, words } })
}

/** A link to a series leads to its next date; one to an activity that is gone is plain text. */
const toCurrent = (line: Line, activities: ReadonlyMap<string, string>): Line =>
  line.map((span) => {
    if (span.to?.kind !== 'activity') return span
    const { to, ...plain } = span
    const id = activities.get(to.id)
    return id === undefined ? plain : { ...plain, to: { ...to, id } }
  })
