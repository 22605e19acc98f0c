import type { ArticleShown } from '../../../core/contract/news'
import { mapLines, linksOf, type Line } from '../../../core/domain/news/article'
import { accept, refuse } from '../../../core/kernel/result'
import { earliest, endOfDay, shanghaiDay, type ShanghaiDay } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { since } from '../../app/kept-answers'
import type { Database } from '../../database/connect'
import { nextPublished } from '../../repositories/activity/pages'
import { currentActivities, findArticle, readWords } from '../../repositories/news/articles'

export const show: Handler<'news.show'> = async ({ version: has, articleId }, { db, now, answerKept }) => {
  const { version, content } = await answerKept(articleId, async () => ({
    content: await readArticle(db, articleId, shanghaiDay(now)),
    // What the clock publishes may be the next date of a series that the article leads to.
    validUntil: earliest(endOfDay(now), (await nextPublished(db, now)) ?? endOfDay(now)),
  }))
  return content === null ? refuse('article_not_found') : accept(since(has, { version, content }))
}

async function readArticle(
  db: Database,
  articleId: string,
  today: ShanghaiDay,
): Promise<ArticleShown | null> {
  const found = await findArticle(db, articleId, today)
  if (found === null) return null
  const { wordIds, ...article } = found
  const asked = linksOf(article.blocks).flatMap(({ to }) => (to.kind === 'activity' ? [to.id] : []))
  const [words, activities] = await Promise.all([readWords(db, wordIds), currentActivities(db, asked, today)])
  const blocks = article.blocks.map((block) => mapLines(block, (line) => toCurrent(line, activities)))
  return { article: { ...article, blocks, words } }
}

/** A link to a series leads to its next date; one to an activity that is gone is plain text. */
const toCurrent = (line: Line, activities: ReadonlyMap<string, string>): Line =>
  line.map((span) => {
    if (span.to?.kind !== 'activity') return span
    const { to, ...plain } = span
    const id = activities.get(to.id)
    return id === undefined ? plain : { ...plain, to: { ...to, id } }
  })
