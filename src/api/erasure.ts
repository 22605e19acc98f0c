import { parseInstant, tryParseInstant, type IsoInstant } from '../../core/kernel/shanghai-time'
import { storedOnPhone } from '../platform/storage/stored-on-phone'
import type { Query, QueryClient } from '@tanstack/react-query'
import { KEYS } from '../platform/storage/keys'
import { removeText } from '../platform/storage/storage'
import { writeCache } from './cache'
import { now } from './clock'

const isDay = (found: unknown): found is IsoInstant | null =>
  found === null || (typeof found === 'string' && tryParseInstant(found) !== null)
const onPhone = storedOnPhone<IsoInstant | null>('erasure-1', null, isDay)

/** Read from the phone once; afterwards memory is the truth. */
let eraseAfter: IsoInstant | null | undefined
const listeners = new Set<() => void>()
const overListeners = new Set<() => void>()

/** When this resident will be erased, as the backend said last; `null` where nothing is under way. */
export function pendingErasure(): IsoInstant | null {
  if (eraseAfter === undefined) eraseAfter = onPhone.read()
  return eraseAfter
}

/** Every page offers to change one's mind: so it is known without a call. */
export function setPendingErasure(moment: IsoInstant | null): void {
  const before = pendingErasure()
  if (moment === before) return
  const isOver = before !== null && now() >= parseInstant(before)
  eraseAfter = moment
  onPhone.write(moment)
  listeners.forEach((listener) => listener())
  if (isOver) overListeners.forEach((listener) => listener())
}

/** At each start: after the day nobody is asked before the phone forgets, or it would still show what it has. */
export function endDueErasure(): void {
  const ahead = pendingErasure()
  if (ahead !== null && now() >= parseInstant(ahead)) setPendingErasure(null)
}

/** Calls back when the day was there. */
export const onErasureDone = (listener: () => void): void => void overListeners.add(listener)

/** Calls back when it changes; the answer ends that. */
export function onPendingErasure(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const forgetters = new Set<() => void>()

/** What is not stored may be anybody's; what is stored says itself whose it is. */
const isOwn = ({ meta }: Query): boolean => meta?.stored !== 'shared'

/** Somebody asked to be erased: copies go at once. They are fetched again by whoever goes on using them meanwhile. */
export function clearCopies(client: QueryClient): void {
  forgetKeys(['trace'])
  forgetAnswers(client)
}

/** Their day was there: nothing on this phone tells of them any more. */
export function clearPerson(client: QueryClient): void {
  forgetKeys(['trace', 'person'])
  forgetters.forEach((listener) => listener())
  forgetAnswers(client)
}

/** For what stands in memory besides; the answer ends that. */
export function onPersonCleared(listener: () => void): () => void {
  forgetters.add(listener)
  return () => void forgetters.delete(listener)
}

function forgetKeys(kinds: readonly string[]): void {
  for (const [key, kind] of Object.entries(KEYS)) if (kinds.includes(kind)) removeText(key)
}

/** What a page shows just now is asked for anew. */
function forgetAnswers(client: QueryClient): void {
  void client.resetQueries({ predicate: isOwn })
  writeCache(client)
}
