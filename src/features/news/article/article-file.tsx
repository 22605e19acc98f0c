import type { Block } from '../../../../core/domain/news/article'
import { Door, Doors } from '../../../components/controls/door'
import { Text, View } from '../../../components/elements/elements'
import { Photo } from '../../../components/photo/photo'
import { Note } from '../../../components/sheets/note'
import { ARTICLE, fileHint } from '../../../text/news/news-pages'
import { useFile, useOpening } from './use-file'

export function ArticlePhoto({ block }: { readonly block: Extract<Block, { kind: 'photo' }> }) {
  const { address, isLost } = useFile(block.file)
  return (
    <View className="article__picture">
      {isLost ? (
        <Note icon="wifi-off">{ARTICLE.photoLost}</Note>
      ) : (
        <Photo address={address} label={block.caption} width={block.width} height={block.height} />
      )}
      <Text className="soft small">{block.caption}</Text>
    </View>
  )
}

/** A file to open or keep: what it is and how large, before one taps. */
export function ArticleFile({ block }: { readonly block: Extract<Block, { kind: 'file' }> }) {
  const { state, open } = useOpening(block.file, block.title)
  return (
    <View className="stack">
      <Doors>
        <Door
          icon="file-text"
          title={block.title}
          hint={state === 'opening' ? ARTICLE.fileOpening : fileHint(block.file, block.bytes)}
          onTap={open}
        />
      </Doors>
      {state === 'lost' ? <Note icon="wifi-off">{ARTICLE.fileLost}</Note> : null}
      {state === 'failed' ? <Note>{ARTICLE.fileFailed}</Note> : null}
    </View>
  )
}
