import { queryOptions, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { SearchAnswer, ShelfDocument } from '../../../core/contract/search'
import { openDocument } from '../../../core/domain/search/matching/match'
import { askable } from '../../../core/domain/search/query'
import { read } from '../../api/client'
import { ApiError, type Failure, failureOf } from '../../api/result'
import { useNow } from '../../api/clock'
import { subdistrictNow } from '../../api/subdistrict'
import { storedOnPhone } from '../../platform/storage/stored-on-phone'
import { searchShelf, type Shelf } from './search-shelf'

/** A finger between two letters: what is asked meanwhile nobody would read. */
const DEBOUNCE_MS = 250
const SHELF_FRESH_MS = 60 * 60_000
const ANSWER_FRESH_MS = 60_000

interface Content {
  readonly documents: readonly ShelfDocument[]
  readonly sounds: string
}

interface StoredShelf {
  readonly version: string
  readonly content: Content
}

const isStored = (found: unknown): found is StoredShelf | null => {
  if (found === null) return true
  const { version, content } = found as Partial<StoredShelf>
  return (
    typeof version === 'string' && Array.isArray(content?.documents) && typeof content.sounds === 'string'
  )
}

const store = storedOnPhone<StoredShelf | null>('shelf-1', null, isStored)

const shelfQuery = queryOptions({
  queryKey: ['search.shelf'],
  queryFn: loadShelf,
  staleTime: SHELF_FRESH_MS,
  // Opened documents: comparing them field by field would take longer than searching them.
  structuralSharing: false,
})

/** Never kept: what somebody searched is nobody's business later. */
const answerQuery = (text: string) =>
  queryOptions({
    queryKey: ['search.find', text],
    queryFn: () => read('search.find', { text }),
    enabled: text !== '',
    staleTime: ANSWER_FRESH_MS,
    gcTime: ANSWER_FRESH_MS,
  })

export type SearchState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'searching' }
  /** `trouble` where the backend did not answer, and the phone did. */
  | {
      readonly kind: 'found'
      readonly text: string
      readonly answer: SearchAnswer
      readonly trouble: Failure | null
    }
  | { readonly kind: 'troubled'; readonly trouble: Failure; readonly onRetry: () => void }

/**
 * What was found for what is typed. The phone answers at once from what it keeps, the backend replaces that; an
 * answer belongs to its text, so a late one never covers a newer one.
 */
export function useSearch(typed: string): SearchState {
  const wanted = askable(typed)
  const text = useDebounced(wanted)
  const now = useNow()
  const shelf = useQuery(shelfQuery).data
  const asked = useQuery(answerQuery(text))
  const own = useMemo(
    () =>
      shelf === undefined || wanted === '' ? null : searchShelf(shelf, wanted, now, subdistrictNow().hotline),
    [shelf, wanted, now],
  )
  if (wanted === '') return { kind: 'idle' }
  const debounced = text === wanted
  if (debounced && asked.data !== undefined) return { kind: 'found', text, answer: asked.data, trouble: null }
  const trouble = debounced && asked.error !== null ? failureOf(asked.error) : null
  // A guess of the phone's would be taken back a moment later, where the backend knows more.
  if (own !== null && (trouble !== null || (own.groups.length > 0 && !own.guessed)))
    return { kind: 'found', text: wanted, answer: own, trouble }
  if (trouble !== null) return { kind: 'troubled', trouble, onRetry: () => void asked.refetch() }
  return { kind: 'searching' }
}

/** The text as it was when nobody had typed for a moment; an emptied box at once. */
function useDebounced(text: string): string {
  const [debounced, setDebounced] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setDebounced(text), text === '' ? 0 : DEBOUNCE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return debounced
}

/**
 * The shelf as this phone has it, renewed where the backend has a newer one. Without an answer the kept one serves.
 * @throws ApiError when there is neither
 */
async function loadShelf(): Promise<Shelf> {
  const found = store.read()
  try {
    const { version, content } = await read('search.shelf', { version: found?.version ?? null })
    if (content !== null) {
      store.write({ version, content })
      return opened(content)
    }
  } catch (error) {
    if (!(error instanceof ApiError) || found === null) throw error
  }
  if (found === null) throw new ApiError({ kind: 'lost', why: 'unreadable' })
  return opened(found.content)
}

function opened({ documents, sounds }: Content): Shelf {
  const readings = new Map<string, string>()
  for (const line of sounds.split('\n')) {
    const [sound = '', characters = ''] = line.split(':')
    for (const character of characters) readings.set(character, sound)
  }
  return { documents: documents.map(openDocument), soundOf: (character) => readings.get(character) ?? null }
}
