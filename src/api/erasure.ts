import { parseInstant, tryParseInstant, type IsoInstant } from '../../core/kernel/shanghai-time'
import { kept } from '../platform/storage/kept'

const isDay = (found: unknown): found is IsoInstant | null =>
  found === null || (typeof found === 'string' && tryParseInstant(found) !== null)
const onPhone = kept<IsoInstant | null>('erasure-1', null, isDay)

/** Read from the phone once; afterwards memory is the truth. */
let eraseAfter: IsoInstant | null | undefined
const listeners = new Set<() => void>()
const overListeners = new Set<() => void>()

/** When this resident will be erased, as the backend said last; `null` where nothing is under way. */
export function erasureAhead(): IsoInstant | null {
  if (eraseAfter === undefined) eraseAfter = onPhone.read()
  return eraseAfter
}

/** Every page offers to change one's mind: so it is known without a call. */
export function rememberErasure(moment: IsoInstant | null): void {
  const before = erasureAhead()
  if (moment === before) return
  const isOver = before !== null && Date.now() >= parseInstant(before)
  eraseAfter = moment
  onPhone.write(moment)
  listeners.forEach((listener) => listener())
  if (isOver) overListeners.forEach((listener) => listener())
}

/** At each start: after the day nobody is asked before the phone forgets, or it would still show what it has. */
export function settleErasure(): void {
  const ahead = erasureAhead()
  if (ahead !== null && Date.now() >= parseInstant(ahead)) rememberErasure(null)
}

/** Calls back when the day was there. */
export const onErased = (listener: () => void): void => void overListeners.add(listener)

/** Calls back when it changes; the answer ends that. */
export function onErasure(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
