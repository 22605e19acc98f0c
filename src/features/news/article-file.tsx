import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Block } from '../../../core/domain/news/article'
import { queries } from '../../api/queries'
import { ApiError } from '../../api/result'
import { Text, View } from '../../components/elements/elements'
import { Photo } from '../../components/photo/photo'
import { NavRow, NavRows } from '../../components/rows/nav-row'
import { Note } from '../../components/sheets/note'
import { fileAddress, openFile, storeFile } from '../../platform/file/stored-file'
import { reportBug } from '../../platform/start/report'
import { ARTICLE, fileHint } from '../../text/news/article'

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
      <NavRows>
        <NavRow
          icon="file-text"
          title={block.title}
          hint={state === 'opening' ? ARTICLE.fileOpening : fileHint(block.file, block.bytes)}
          onTap={open}
        />
      </NavRows>
      {state === 'lost' ? <Note icon="wifi-off">{ARTICLE.fileLost}</Note> : null}
      {state === 'failed' ? <Note>{ARTICLE.fileFailed}</Note> : null}
    </View>
  )
}

/** Where a file is on this phone, got from the backend where it has to be. */
async function placeOf(client: QueryClient, name: string): Promise<string> {
  return fileAddress(name) ?? storeFile(name, (await client.fetchQuery(queries.articleFile(name))).content)
}

interface FoundFile {
  readonly address: string | null
  readonly isLost: boolean
}

/** A photograph on its way to the page. */
function useFile(name: string): FoundFile {
  const client = useQueryClient()
  const { data, error } = useQuery({
    queryKey: ['place-of-file', name],
    queryFn: () => placeOf(client, name),
    staleTime: Infinity,
    retry: false,
  })
  return { address: data ?? null, isLost: error !== null }
}

type Opening = 'still' | 'opening' | 'lost' | 'failed'

/** Opens a file at a tap. */
function useOpening(name: string, title: string): { readonly state: Opening; readonly open: () => void } {
  const client = useQueryClient()
  const [state, setState] = useState<Opening>('still')
  const open = async (): Promise<void> => {
    setState('opening')
    const place = await placeOf(client, name).catch((failure: unknown) => failedWith(failure))
    if (place === null) return setState('lost')
    try {
      await openFile(place, title)
      setState('still')
    } catch (failure) {
      reportBug(failure)
      setState('failed')
    }
  }
  return { state, open: () => void open() }
}

/** No network is no bug; a phone without room is worth a line in the report. */
function failedWith(failure: unknown): null {
  if (!(failure instanceof ApiError)) reportBug(failure)
  return null
}
