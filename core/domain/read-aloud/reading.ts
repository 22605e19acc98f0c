import { plainText, type Block, type Line } from '../news/article'
import { fitting, sentencesOf } from './sentences'

/** What is spoken at once, and where on the page it stands. */
export interface Piece {
  /** The part of the page, such as a block of an article; −1 for its title. */
  readonly part: number
  /** The sentence within that part, from 0; long sentences are several pieces. */
  readonly sentence: number
  readonly text: string
}

/** Without a full stop a voice runs on into what follows. */
const stopped = (text: string): string =>
  /[。！？!?；;…：，、.”’」』）)】》\s]$/.test(text) ? text : `${text}。`

/**
 * What is read out of a block, in sentences as they are shown; a row of a table is one sentence. Empty for what is
 * not read, such as files.
 */
export function spokenSentences(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return sentencesOf(plainText(block.text))
    case 'quote':
      return block.lines.flatMap((line) => sentencesOf(plainText(line)))
    case 'list':
      return block.items.flatMap(({ text }) => sentencesOf(plainText(text)))
    case 'table':
      return block.rows.map((row) => spokenRow(block.head, row))
    case 'drawing':
    case 'photo':
      return sentencesOf(block.caption)
    case 'file':
      return []
  }
}

/** 时间：周三；地点：金梅园. */
const spokenRow = (head: readonly Line[], row: readonly Line[]): string =>
  row
    .flatMap((cell, at) => {
      const [name, value] = [plainText(head[at] ?? []), plainText(cell)]
      return value === '' ? [] : [name === '' ? value : `${name}：${value}`]
    })
    .join('；')

/** Sentences of one part as pieces that a voice can take; blank ones are not read. */
export function piecesOf(sentences: readonly string[], part: number, mostBytes: number): readonly Piece[] {
  return sentences.flatMap((sentence, at) =>
    sentence.trim() === '' ? [] : fitting(sentence, mostBytes).map((text) => ({ part, sentence: at, text })),
  )
}

/** An article from its title to its end; the pieces of a block put together are the block again. */
export const articlePieces = (
  title: string,
  blocks: readonly Block[],
  mostBytes: number,
): readonly Piece[] => [
  ...piecesOf([stopped(title)], -1, mostBytes),
  ...blocks.flatMap((block, part) => piecesOf(spokenSentences(block), part, mostBytes)),
]

/** Plain paragraphs of any page. */
export const paragraphPieces = (paragraphs: readonly string[], mostBytes: number): readonly Piece[] =>
  paragraphs.flatMap((text, part) => piecesOf(sentencesOf(stopped(text)), part, mostBytes))

/** A line cut into its sentences, each with the looks of its spans: what is shown, as it is read. */
export function sentenceLines(line: Line): readonly Line[] {
  const lines: Span[][] = []
  let spans = [...line]
  for (const sentence of sentencesOf(plainText(line))) {
    const [own, rest] = takeText(spans, sentence.length)
    lines.push(own)
    spans = rest
  }
  return lines
}

type Span = Line[number]

function takeText(spans: readonly Span[], length: number): [Span[], Span[]] {
  const taken: Span[] = []
  let left = length
  for (const [at, span] of spans.entries()) {
    if (left === 0) return [taken, spans.slice(at)]
    if (span.text.length > left) {
      const rest = { ...span, text: span.text.slice(left) }
      return [
        [...taken, { ...span, text: span.text.slice(0, left) }],
        [rest, ...spans.slice(at + 1)],
      ]
    }
    taken.push(span)
    left -= span.text.length
  }
  return [taken, []]
}
