import { sql } from 'kysely'
import { COLUMN_NAMES, type NewsColumn } from '../../../../core/domain/news/article'
import type { Reader } from './reader'
import { source, texts, type ReadSources } from './source'

interface ArticleRow {
  id: string
  title: string
  news_column: NewsColumn
  summary: string
  body_text: string
  standing: number
}

/** The newest first. Those of a day to come are made too; the answer leaves them out until then. */
export const readArticles =
  (db: Reader): ReadSources =>
  async (ids) => {
    const { rows } = await sql<ArticleRow>`
      select id, title, news_column, summary, body_text, date '2000-01-01' - published_on as standing
      from article where id = any(${ids}::text[])`.execute(db)
    return rows.map(({ id, title, news_column: column, summary, body_text: body, standing }) =>
      source('news', {
        id,
        standing,
        title,
        about: summary,
        texts: [...texts('kind', COLUMN_NAMES[column]), ...texts('text', summary, body)],
      }),
    )
  }

interface WordRow {
  id: string
  name: string
  also_called: string[]
  explanation: string
  sort_order: number
}

export const readWords =
  (db: Reader): ReadSources =>
  async (ids) => {
    const { rows } = await sql<WordRow>`
      select id, name, also_called, explanation, sort_order from explained_word where id = any(${ids}::text[])
    `.execute(db)
    return rows.map(({ id, name, also_called: words, explanation, sort_order: standing }) =>
      source('word', {
        id,
        standing,
        title: name,
        about: explanation,
        texts: [...texts('alias', ...words), ...texts('text', explanation)],
      }),
    )
  }
