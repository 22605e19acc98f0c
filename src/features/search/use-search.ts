import { queryOptions, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { SearchAnswer } from '../../../core/contract/search/search'
import { askable } from '../../../core/domain/search/query'
import { read } from '../../api/call/call'
import { troubleOf, type Trouble } from '../../api/call/trouble'
import { useNow } from '../clock/use-now'
import { searchShelf } from './search-shelf'
import { loadShelf } from './shelf-store'

/** A finger between two letters: what is asked meanwhile nobody would read. */
const SETTLED_MS = 250
const SHELF_FRESH_MS = 60 * 60_000
const ANSWER_FRESH_MS = 60_000

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
      readonly trouble: Trouble | null
    }
  | { readonly kind: 'troubled'; readonly trouble: Trouble; readonly onRetry: () => void }

/**
 * What was found for what is typed. The phone answers at once from what it keeps, the backend replaces that; an
 * answer belongs to its text, so a late one never covers a newer one.
 */
export function useSearch(typed: string): SearchState {
  const wanted = askable(typed)
  const text = useSettled(wanted)
  const now = useNow()
  const shelf = useQuery(shelfQuery).data
  const asked = useQuery(answerQuery(text))
  const own = useMemo(
    () => (shelf === undefined || wanted === '' ? null : searchShelf(shelf, wanted, now)),
    [shelf, wanted, now],
  )
  if (wanted === '') return { kind: 'idle' }
  const settled = text === wanted
  if (settled && asked.data !== undefined) return { kind: 'found', text, answer: asked.data, trouble: null }
  const trouble = settled && asked.error !== null ? troubleOf(asked.error) : null
  // A guess of the phone's would be taken back a moment later, where the backend knows more.
  if (own !== null && (trouble !== null || (own.groups.length > 0 && !own.guessed)))
    return { kind: 'found', text: wanted, answer: own, trouble }
  if (trouble !== null) return { kind: 'troubled', trouble, onRetry: () => void asked.refetch() }
  return { kind: 'searching' }
}

/** The text as it was when nobody had typed for a moment; an emptied box at once. */
function useSettled(text: string): string {
  const [settled, settle] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => settle(text), text === '' ? 0 : SETTLED_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
