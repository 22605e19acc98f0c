import {
  COLUMN_NAMES,
  NEWS_COLUMNS,
  linesOf,
  plainText,
  type Block,
  type NewsColumn,
} from '../../../../core/domain/news/article'
import { sentencesOf } from '../../../../core/domain/read-aloud/sentences'
import { cutArticle } from '../../article/cut-article'
import { isArticleFile, type ArticleFile } from '../../article/files'
import { markWords, type WordToMark } from '../../article/mark-words'
import { PICTURE_WORDS } from '../../article/pictures'
import type { Places } from '../../article/targets'
import { readChoice, readDay, readId } from '../../cells/cell-values'
import { decode } from '../../cells/decode'
import type { Sheet, SheetForm } from '../../cells/sheet'
import type { SheetRow } from '../../cells/sheet-row'
import type { ArticleRow, PackFiles } from '../../pack'
import type { Note } from '../../problem'

export const newsForm = {
  file: 'news.csv',
  columns: ['编号', '标题', '栏目', '日期', '来源', '图', '摘要'],
} as const satisfies SheetForm<string>
type Row = SheetRow<(typeof newsForm.columns)[number]>

const COLUMN_WORDS: Readonly<Record<string, NewsColumn>> = Object.fromEntries(
  NEWS_COLUMNS.map((column) => [COLUMN_NAMES[column], column]),
)

const LONGEST_SUMMARY = 60

const textFile = (id: string): string => `news/${id}.md`

/** Texts of articles, and what they show and offer. */
export const isNewsFile = (file: string): boolean => /^news\/[^/]+\.md$/.test(file) || isArticleFile(file)

export interface NewsSurroundings {
  readonly files: PackFiles
  readonly places: Places
  readonly articleFiles: ReadonlyMap<string, ArticleFile>
  readonly words: readonly WordToMark[]
  readonly note: Note
}

/** One article for each row, with its text from `news/编号.md`. */
export function readNews(
  sheet: Sheet<(typeof newsForm.columns)[number]>,
  surroundings: NewsSurroundings,
): readonly ArticleRow[] {
  const seen = new Map<string, number>()
  const rows = sheet.rows.map((row) => {
    const id = row.required('编号', readId) ?? ''
    const earlier = seen.get(id)
    if (id !== '' && earlier !== undefined)
      row.refuse('编号', `“${id}”和第 ${earlier} 行重复了，每一行的编号要不同`)
    seen.set(id, row.number)
    return articleRow(row, id, surroundings)
  })
  if (sheet.readable) refuseUnlisted(seen, surroundings)
  return rows
}

function articleRow(row: Row, id: string, surroundings: NewsSurroundings): ArticleRow {
  const { blocks, wordIds } = markWords(readText(row, id, surroundings), surroundings.words)
  const text = blocks.flatMap(linesOf).map(plainText).join('\n')
  return {
    id,
    news_column: row.required('栏目', (cell) => readChoice(cell, COLUMN_WORDS)) ?? 'announcements',
    title: row.requiredText('标题', 40),
    summary: row.text('摘要', LONGEST_SUMMARY) ?? firstSentence(blocks),
    published_on: row.required('日期', readDay) ?? ('2000-01-01' as ArticleRow['published_on']),
    source: row.requiredText('来源', 80),
    picture: row.optional('图', (cell) => readChoice(cell, PICTURE_WORDS)),
    blocks,
    body_text: text,
    word_ids: [...wordIds],
  }
}

function firstSentence(blocks: readonly Block[]): string {
  const paragraph = blocks.find((block) => block.kind === 'paragraph')
  const sentence = paragraph === undefined ? '' : (sentencesOf(plainText(paragraph.text))[0] ?? '')
  return sentence.length > LONGEST_SUMMARY ? `${sentence.slice(0, LONGEST_SUMMARY - 1)}…` : sentence
}

function readText(
  row: Row,
  id: string,
  { files, places, articleFiles, note }: NewsSurroundings,
): readonly Block[] {
  const file = textFile(id)
  const bytes = files.get(file)
  if (bytes === undefined) {
    if (id !== '') row.refuse('编号', `正文在 ${file}，可是没有这个文件`)
    return []
  }
  const decoded = decode(bytes, file)
  if ('flaw' in decoded) {
    note({ file, row: null, column: null, reason: decoded.flaw })
    return []
  }
  const text = decoded.text.replace(/^\ufeff/, '')
  return cutArticle(text, {
    places,
    files: articleFiles,
    note: (line, reason) => note({ file, row: line, column: null, reason }),
  })
}

/** A text that no row names would never be read by anybody. */
function refuseUnlisted(listed: ReadonlyMap<string, number>, { files, note }: NewsSurroundings): void {
  for (const file of files.keys()) {
    const id = /^news\/([^/]+)\.md$/.exec(file)?.[1]
    if (id === undefined || listed.has(id)) continue
    note({ file, row: null, column: null, reason: `文件名要用 news.csv 里的编号，那里没有编号“${id}”` })
  }
}
