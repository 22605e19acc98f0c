import type { Block, LinkTarget, Line, Span } from '../../../core/domain/news/article'
import { PICTURE_WORDS } from '../article/pictures'

const PLACE_WORDS = { office: '会客厅', activity: '活动', compound: '小区' } as const
const DRAWINGS = new Map(Object.entries(PICTURE_WORDS).map(([word, picture]) => [picture, word]))

/** How text is put between signs: as it is, or with a backslash before each sign that could be read as one. */
export type Writing = (text: string) => string

export const asItIs: Writing = (text) => text
export const escaped: Writing = (text) => text.replace(/[*_#|[\]()!<>+\-.~`=&＊＃｜]/g, '\\$&')

/** An article as its editor would have written it; the first reading of it is the same blocks again. */
export const articleText = (blocks: readonly Block[], write: Writing): string =>
  `${blocks.map((block) => blockText(block, write)).join('\n\n')}\n`

function blockText(block: Block, write: Writing): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${lineText(block.text, write)}`
    case 'paragraph':
      return lineText(block.text, write)
    case 'quote':
      return block.lines.map((line) => `> ${lineText(line, write)}`).join('\n>\n')
    case 'list': {
      let number = 0
      return block.items
        .map(({ depth, text }) => {
          if (depth === 1) return `${block.ordered ? '   ' : '  '}- ${lineText(text, write)}`
          number += 1
          return `${block.ordered ? `${number}.` : '-'} ${lineText(text, write)}`
        })
        .join('\n')
    }
    case 'table': {
      const row = (cells: readonly Line[]): string =>
        `| ${cells.map((cell) => lineText(cell, write)).join(' | ')} |`
      return [row(block.head), `|${'---|'.repeat(block.head.length)}`, ...block.rows.map(row)].join('\n')
    }
    case 'drawing':
      return `![${write(block.caption)}](画/${DRAWINGS.get(block.picture) ?? ''})`
    case 'photo':
      return `![${write(block.caption)}](${block.file})`
    case 'file':
      return `[${write(block.title)}](${block.file})`
  }
}

/** Explained words are marked anew whenever a pack is read. */
function lineText(line: Line, write: Writing): string {
  const spans: Span[] = []
  for (const { text, strong, to } of line) {
    const last = spans.at(-1)
    const isSame = last !== undefined && last.strong === strong && addressOf(last.to) === addressOf(to)
    if (isSame) spans[spans.length - 1] = { ...last, text: last.text + text }
    else spans.push({ text, ...(strong && { strong }), ...(to && { to }) })
  }
  return spans
    .map(({ text, strong, to }) => {
      const linked = to === undefined ? write(text) : `[${write(text)}](${addressOf(to)})`
      return strong ? `**${linked}**` : linked
    })
    .join('')
}

const addressOf = (to: LinkTarget | undefined): string =>
  to === undefined ? '' : to.kind === 'web' ? to.address : `${PLACE_WORDS[to.kind]}:${to.id}`
