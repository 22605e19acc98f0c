import type { Query, QueryClient } from '@tanstack/react-query'
import { KEYS } from '../../platform/storage/keys'
import { removeText } from '../../platform/storage/storage'
import { writeCache } from '../cache/persisted-cache'

const listeners = new Set<() => void>()

/** What is not kept may be anybody's, and of what is kept these are one's own. */
const isOwn = ({ queryKey, meta }: Query): boolean =>
  meta?.kept !== true || /^(?:registration|checkIn)\./.test(String(queryKey[0]))

/** Somebody asked to be erased: copies go at once. They are fetched again by whoever goes on using them meanwhile. */
export function forgetCopies(client: QueryClient): void {
  forgetKeys(['trace'])
  forgetAnswers(client)
}

/** Their day was there: nothing on this phone tells of them any more. */
export function forgetPerson(client: QueryClient): void {
  forgetKeys(['trace', 'person'])
  listeners.forEach((listener) => listener())
  forgetAnswers(client)
}

/** For what stands in memory besides; the answer ends that. */
export function onForgotten(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

function forgetKeys(kinds: readonly string[]): void {
  for (const [key, kind] of Object.entries(KEYS)) if (kinds.includes(kind)) removeText(key)
}

/** What a page shows just now is asked for anew. */
function forgetAnswers(client: QueryClient): void {
  void client.resetQueries({ predicate: isOwn })
  writeCache(client)
}
