import type { Article } from '../../../core/contract/news'
import type { Piece } from '../../../core/domain/read-aloud/reading'
import { Heading, Text, View } from '../../components/elements/elements'
import { Scene } from '../../components/scene/scene'
import { classNames } from '../../components/elements/class-names'
import { columnLine } from '../../text/news/home-news'
import { ARTICLE } from '../../text/news/article'
import { useNow } from '../../api/clock'
import { ArticleFoot } from './article-foot'
import { BlockView } from './block-view'
import { Explained, ExplainedProvider } from './explained'
import './article.scss'

interface ArticleViewProps {
  readonly article: Article
  /** What is being read aloud, to be followed. */
  readonly piece: Piece | null
}

/** An article from its picture to its ways on; each block by a part of the app, and nothing else. */
export function ArticleView({ article, piece }: ArticleViewProps) {
  const now = useNow()
  return (
    <ExplainedProvider words={article.words}>
      {article.picture === null ? null : (
        <View className="full-bleed">
          <Scene picture={article.picture} />
        </View>
      )}
      <View className="stack">
        <Heading level={1} className={classNames('title', piece?.part === -1 && 'sentence--now')}>
          {article.title}
        </Heading>
        <Text className="soft">{columnLine(article.column, article.publishedOn, now)}</Text>
        <Text className="soft small">
          {ARTICLE.source}
          {article.source}
        </Text>
      </View>
      <View className="article">
        {article.blocks.map((block, part) => (
          <BlockView
            // A block has no name but its place, and an article does not change under its reader.
            key={part}
            block={block}
            id={`${article.id}-${part}`}
            sentence={piece?.part === part ? piece.sentence : null}
          />
        ))}
      </View>
      <ArticleFoot article={article} />
      <Explained />
    </ExplainedProvider>
  )
}
