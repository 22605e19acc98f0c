import { classNames } from '../../../components/class-names'
import { plainText, type Block } from '../../../../core/domain/news/article'
import { Text, View } from '../../../components/elements/elements'
import { SpanView, sentenceId } from './sentences'

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
export function ArticleTable({ block: { head, rows }, id, sentence }: ArticleTableProps) {
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
