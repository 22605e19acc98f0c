import { nullable, picklist, pipe, regex, strictObject, string } from 'valibot'
import { NEWS_COLUMNS, type Block, type NewsColumn, type NewsPicture } from '../domain/news/article'
import type { IsoInstant, ShanghaiDay } from '../kernel/shanghai-time'
import { endpoint, staff, type } from './endpoint'
import { EDITORS, OFFICE_STAFF } from '../domain/staff/post'
import { isoInstant, line, requestId, shanghaiDay, slug } from './fields'
import { version, type Versioned } from './versioned'

/** One line of a list. */
export interface ArticleSummary {
  readonly id: string
  readonly column: NewsColumn
  readonly title: string
  readonly publishedOn: ShanghaiDay
  readonly picture: NewsPicture | null
}

export interface NewsListed {
  readonly articles: readonly ArticleSummary[]
  readonly next: { readonly publishedOn: ShanghaiDay; readonly articleId: string } | null
}

export interface ExplainedWord {
  readonly id: string
  readonly name: string
  readonly alsoCalled: readonly string[]
  readonly explanation: string
  readonly source: string
}

export interface Article extends ArticleSummary {
  /** One sentence, for whoever forwards it. */
  readonly summary: string
  /** Where the facts are from, as the article says it. */
  readonly source: string
  readonly blocks: readonly Block[]
  /** The words that are explained in it. */
  readonly words: readonly ExplainedWord[]
}

export interface ArticleShown {
  readonly article: Article
}

/** An urgent notice: it stands above everything else until it ends. */
export interface UrgentNotice {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly until: IsoInstant
}

export interface StaffNotice extends UrgentNotice {
  readonly from: IsoInstant
  readonly withdrawnAt: IsoInstant | null
}

/** A file of the pack by its content: the same name never means another content. */
const fileName = pipe(string(), regex(/^[0-9a-f]{16}\.[a-z]{3,4}$/, 'send the name as it came'))

export const news = {
  /** Newest first, 20 at a time; `next` is where to go on, `null` at the end. */
  'news.list': endpoint({
    access: 'public',
    effect: 'read',
    input: strictObject({
      column: nullable(picklist(NEWS_COLUMNS)),
      after: nullable(strictObject({ publishedOn: shanghaiDay, articleId: slug })),
      version,
    }),
    output: type<NewsListed | Versioned<NewsListed>>(),
    refusals: [],
  }),
  'news.show': endpoint({
    access: 'public',
    effect: 'read',
    input: strictObject({ articleId: slug, version }),
    output: type<ArticleShown | Versioned<ArticleShown>>(),
    refusals: ['article_not_found'],
  }),
  /** Every word that is explained, in the order of the pack. */
  'news.words': endpoint({
    access: 'public',
    effect: 'read',
    input: strictObject({}),
    output: type<{ words: readonly ExplainedWord[] }>(),
    refusals: [],
  }),
  /** A photograph or a file of an article; browsers get the same at `/files/news/<name>`. */
  'news.file': endpoint({
    access: 'public',
    effect: 'read',
    input: strictObject({ name: fileName }),
    output: type<{ mediaType: string; content: string }>(),
    refusals: ['file_not_found'],
  }),
  /** What was published, newest first; the last hundred. */
  'notice.list': endpoint({
    access: staff(OFFICE_STAFF, { within: 'street' }),
    effect: 'read',
    input: strictObject({}),
    output: type<{ notices: readonly StaffNotice[] }>(),
    refusals: [],
  }),
  /** At once, on home and wall screens, until it ends. Who published it is kept. */
  'notice.publish': endpoint({
    access: staff(EDITORS, { within: 'street' }),
    effect: 'write',
    input: strictObject({ title: line(30), text: line(200), until: isoInstant, requestId }),
    output: type<{ noticeId: string }>(),
    refusals: ['until_past', 'until_too_far'],
  }),
  /** Twice is fine. */
  'notice.withdraw': endpoint({
    access: staff(EDITORS, { within: 'street' }),
    effect: 'write',
    input: strictObject({ noticeId: slug, requestId }),
    output: type<{ noticeId: string }>(),
    refusals: ['notice_not_found'],
  }),
} as const
