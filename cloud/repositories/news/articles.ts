import { sql, type Kysely } from 'kysely'
import type { Article, ArticleSummary, ExplainedWord } from '../../../core/contract/news'
import type { NewsColumn } from '../../../core/domain/news/article'
import type { ShanghaiDay } from '../../../core/kernel/shanghai-time'
import type { Schema } from '../../database/schema'
import { isPublic } from '../activity/is-public'

type Reader = Kysely<Schema>

const SUMMARY = ['id', 'news_column as column', 'title', 'published_on as publishedOn', 'picture'] as const

export interface ArticleFilter {
  readonly column: NewsColumn | null
  /** The last article that is known already. */
  readonly after: { readonly publishedOn: string; readonly articleId: string } | null
  /** Nothing of a later day is shown. */
  readonly today: ShanghaiDay
  readonly limit: number
}

/** Newest first; of one day by id, so that every article has one place. */
export function listArticles(
  db: Reader,
  { column, after, today, limit }: ArticleFilter,
): Promise<ArticleSummary[]> {
  let rows = db.selectFrom('article').select(SUMMARY).where('published_on', '<=', today)
  if (column !== null) rows = rows.where('news_column', '=', column)
  if (after !== null) {
    rows = rows.where(sql<boolean>`(published_on, id) < (${after.publishedOn}::date, ${after.articleId})`)
  }
  return rows.orderBy('published_on', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

/** Without the words that it explains; see `readWords`. */
export async function findArticle(
  db: Reader,
  articleId: string,
  today: ShanghaiDay,
): Promise<(Omit<Article, 'words'> & { readonly wordIds: readonly string[] }) | null> {
  const found = await db
    .selectFrom('article')
    .select([...SUMMARY, 'summary', 'source', 'blocks', 'word_ids as wordIds'])
    .where('id', '=', articleId)
    .where('published_on', '<=', today)
    .executeTakeFirst()
  return found ?? null
}

/** In the order of the pack; all of them, or only these. */
export function readWords(db: Reader, only?: readonly string[]): Promise<ExplainedWord[]> {
  let rows = db
    .selectFrom('explained_word')
    .select(['id', 'name', 'also_called as alsoCalled', 'explanation', 'source'])
  if (only !== undefined) rows = rows.where(sql<boolean>`id = any(${[...only]}::text[])`)
  return rows.orderBy('sort_order').orderBy('id').execute()
}

export const findFile = (
  db: Reader,
  name: string,
): Promise<{ media_type: string; content: Buffer } | undefined> =>
  db.selectFrom('article_file').select(['media_type', 'content']).where('name', '=', name).executeTakeFirst()

/**
 * The activity to show for each of these: itself where it is one, of a series the next date that has not ended,
 * else the last. Drafts are nowhere.
 */
export async function currentActivities(
  db: Reader,
  ids: readonly string[],
  today: ShanghaiDay,
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ asked: string; id: string }>`
    select asked.id as asked, found.id from unnest(${[...ids]}::text[]) as asked (id)
    cross join lateral (
      select activity.id from activity
      where (activity.id = asked.id or series_id = asked.id) and ${isPublic}
      order by activity.id = asked.id desc, series_day < ${today}::date, abs(series_day - ${today}::date)
      limit 1
    ) as found
  `.execute(db)
  return new Map(rows.map(({ asked, id }) => [asked, id]))
}
