import type { IsoInstant } from '../../core/kernel/shanghai-time'
import { kept } from '../platform/storage/kept'

const isDay = (found: unknown): found is IsoInstant | null => found === null || typeof found === 'string'
const onPhone = kept<IsoInstant | null>('erasure-1', null, isDay)

/** Read from the phone once; afterwards memory is the truth. */
let eraseAfter: IsoInstant | null | undefined
const listeners = new Set<() => void>()

/** When this resident will be erased, as the backend said last; `null` where nothing is under way. */
export function erasureAhead(): IsoInstant | null {
  if (eraseAfter === undefined) eraseAfter = onPhone.read()
  return eraseAfter
}

/** Every page offers to change one's mind: so it is known without a call. */
export function rememberErasure(moment: IsoInstant | null): void {
  if (moment === erasureAhead()) return
  eraseAfter = moment
  onPhone.write(moment)
  listeners.forEach((listener) => listener())
}

/** Calls back when it changes; the answer ends that. */
export function onErasure(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
