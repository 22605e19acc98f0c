import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { queries } from '../../../api/queries'
import { TroubleError } from '../../../api/call/trouble'
import { fileAddress, keepFile, showFile } from '../../../platform/files/article-file'
import { reportBug } from '../../../platform/start/report'

/** Where a file is on this phone, got from the backend where it has to be. */
async function placeOf(client: QueryClient, name: string): Promise<string> {
  return fileAddress(name) ?? keepFile(name, (await client.fetchQuery(queries.articleFile(name))).content)
}

interface FoundFile {
  readonly address: string | null
  readonly isLost: boolean
}

/** A photograph on its way to the page. */
export function useFile(name: string): FoundFile {
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
export function useOpening(
  name: string,
  title: string,
): { readonly state: Opening; readonly open: () => void } {
  const client = useQueryClient()
  const [state, setState] = useState<Opening>('still')
  const open = async (): Promise<void> => {
    setState('opening')
    const place = await placeOf(client, name).catch((failure: unknown) => told(failure))
    if (place === null) return setState('lost')
    try {
      await showFile(place, title)
      setState('still')
    } catch (failure) {
      reportBug(failure)
      setState('failed')
    }
  }
  return { state, open: () => void open() }
}

/** No network is no bug; a phone without room is worth a line in the report. */
function told(failure: unknown): null {
  if (!(failure instanceof TroubleError)) reportBug(failure)
  return null
}
