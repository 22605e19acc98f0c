import { useSyncExternalStore } from 'react'
import { onNetworkChange } from '../../platform/network/network'
import { reportBug } from '../../platform/start/report'
import type { OutboxState } from './outbox-kinds'
import { outbox } from './own-outbox'

/** What waits on this phone, and which last words nobody has seen yet. */
export const useOutbox = (): OutboxState => useSyncExternalStore(outbox.subscribe, outbox.state, outbox.state)

/** Sends what waits; nobody waits for it. */
export function flushOutbox(): void {
  outbox.flush().catch(reportBug)
}

/** From now on a returning network sends what waits. For the app itself, once. */
export function startOutbox(): () => void {
  return onNetworkChange((online) => {
    if (online) flushOutbox()
  })
}
