import { memo } from 'react'
import { type Block, plainText } from '../../../core/domain/news/article'
import { classNames } from '../../components/elements/class-names'
import { Heading, Text, View } from '../../components/elements/elements'
import { Scene } from '../../components/scene/scene'
import { drawingOf } from '../../text/news/article'
import { ArticleFile, ArticlePhoto } from './article-file'
import { sentenceCount, sentenceId, Sentences, SpanView } from './sentences'

interface BlockViewProps {
  readonly block: Block
  /** Of this block on its page; its sentences are numbered under it. */
  readonly id: string
  /** The sentence of this block that is read now. */
  readonly sentence: number | null
}

/** One block. While one is read aloud, the others are not drawn again. */
export const BlockView = memo(function BlockView({ block, id, sentence }: BlockViewProps) {
  switch (block.kind) {
    case 'heading':
      return (
        <Heading level={block.level} className={block.level === 2 ? 'section article__heading' : 'sub-title'}>
          <Sentences line={block.text} id={id} from={0} now={sentence} />
        </Heading>
      )
    case 'paragraph':
      return (
        <View>
          <Sentences line={block.text} id={id} from={0} now={sentence} />
        </View>
      )
    case 'quote':
      return <Quote block={block} id={id} sentence={sentence} />
    case 'list':
      return <Items block={block} id={id} sentence={sentence} />
    case 'table':
      return <ArticleTable block={block} id={id} sentence={sentence} />
    case 'drawing':
      return (
        <View className="article__picture">
          <Scene picture={block.picture} label={drawingOf(block.caption)} />
          <Text className="soft small">{block.caption}</Text>
        </View>
      )
    case 'photo':
      return <ArticlePhoto block={block} />
    case 'file':
      return <ArticleFile block={block} />
  }
})

type Of<Kind extends Block['kind']> = Omit<BlockViewProps, 'block'> & {
  readonly block: Extract<Block, { kind: Kind }>
}

function Quote({ block, id, sentence }: Of<'quote'>) {
  const starts = startsOf(block.lines)
  return (
    <View className="article__quote">
      {block.lines.map((line, at) => (
        <View key={at}>
          <Sentences line={line} id={id} from={starts[at] ?? 0} now={sentence} />
        </View>
      ))}
    </View>
  )
}

function Items({ block, id, sentence }: Of<'list'>) {
  const starts = startsOf(block.items.map(({ text }) => text))
  const numbers = numbersOf(block)
  return (
    <View className="article__list" ariaRole="list">
      {block.items.map(({ depth, text }, at) => (
        <View key={at} className={`article__item article__item--${depth}`} ariaRole="listitem">
          <Text className="article__mark">{numbers[at]}</Text>
          <View className="article__item-words">
            <Sentences line={text} id={id} from={starts[at] ?? 0} now={sentence} />
          </View>
        </View>
      ))}
    </View>
  )
}

/** 1. 2. 3. of the outer items of a numbered list; dots before all others. */
function numbersOf({ ordered, items }: Extract<Block, { kind: 'list' }>): readonly string[] {
  let number = 0
  return items.map(({ depth }) => {
    if (!ordered || depth > 0) return '·'
    number += 1
    return `${number}.`
  })
}

/** The number of the first sentence of each line within its block. */
function startsOf(lines: readonly Extract<Block, { kind: 'paragraph' }>['text'][]): readonly number[] {
  let next = 0
  return lines.map((line) => {
    const start = next
    next += sentenceCount(line)
    return start
  })
}

interface ArticleTableProps {
  readonly block: Extract<Block, { kind: 'table' }>
  readonly id: string
  /** The row that is read now. */
  readonly sentence: number | null
}

/**
 * A table as one card for each row, each value after the name of its column: it reads on the narrowest phone and at
 * twice the text size, and nobody scrolls sideways. The first column is what the card is about; of two columns the
 * names stand above all cards, once.
 */
function ArticleTable({ block: { head, rows }, id, sentence }: ArticleTableProps) {
  const named = head.length > 2
  return (
    <View className="article-table">
      {named ? null : (
        <View className="article-table__head">{head.map(plainText).filter(Boolean).join(' · ')}</View>
      )}
      <View ariaRole="list">
        {rows.map((row, at) => (
          <View
            key={at}
            id={sentenceId(id, at)}
            className={classNames('article-table__row', sentence === at && 'sentence--now')}
            ariaRole="listitem"
          >
            {row.map((cell, place) => (
              <View key={place} className={place === 0 ? 'article-table__subject' : 'article-table__cell'}>
                {place === 0 || !named ? null : (
                  <Text className="article-table__name">{plainText(head[place] ?? [])}</Text>
                )}
                <View className="article-table__value">
                  {cell.map((span, number) => (
                    <SpanView key={number} span={span} />
                  ))}
                </View>
              </View>
            ))}
          </View>
        ))}
      </View>
    </View>
  )
}
