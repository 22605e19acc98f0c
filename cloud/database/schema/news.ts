import type { ColumnType, Generated } from 'kysely'
import type { Block, NewsColumn, NewsPicture } from '../../../core/domain/news/article'
import type { ShanghaiDay } from '../../../core/kernel/shanghai-time'
import type { Editable, Moment, NullableMoment } from './columns'

export interface ArticleTable extends Editable {
  id: string
  news_column: NewsColumn
  title: string
  summary: string
  /** Nobody sees it before this day. */
  published_on: ShanghaiDay
  source: string
  picture: NewsPicture | null
  blocks: ColumnType<readonly Block[], string, string>
  /** All of its text without looks, for searching. */
  body_text: string
  /** The explained words that are marked in it. */
  word_ids: string[]
}

/** What an article shows or offers besides text, named by its content. */
export interface ArticleFileTable {
  name: string
  media_type: string
  content: Buffer
}

export interface ExplainedWordTable {
  id: string
  name: string
  also_called: string[]
  explanation: string
  source: string
  sort_order: number
}

/** An urgent notice; residents see it in `[from_at, until_at)` unless it was withdrawn. */
export interface NoticeTable extends Editable {
  id: string
  /** The data pack only ever touches its own. */
  origin: 'pack' | 'staff'
  title: string
  body: string
  from_at: Moment
  until_at: Moment
  withdrawn_at: NullableMoment
}

/** Append-only: who published or withdrew which notice. */
export interface NoticeHistoryTable {
  id: Generated<number>
  notice_id: string
  act: 'published' | 'withdrawn'
  at: Moment
  by_resident: string | null
}

export interface NewsTables {
  article: ArticleTable
  article_file: ArticleFileTable
  explained_word: ExplainedWordTable
  notice: NoticeTable
  notice_history: NoticeHistoryTable
}
