import { identity } from '../../platform/send/send'
import { reportBug } from '../../platform/start/report'
import { keysFrom, readText, removeText, writeText } from '../../platform/storage/storage'
import { onPersonCleared } from '../erasure'
import { dropCache } from '../cache'
import { phoneNow, sendAndLearnTime } from '../clock'
import { newRequestId } from '../mutation'
import { renewSession, storedSession } from '../session'
import { createOutbox, type OutboxState } from './outbox'
import type { SignedIn, WaitReason } from './delivery'
import { useSyncExternalStore } from 'react'
import { onNetworkChange } from '../../platform/network/network'

/** WeChat keeps what it stores apart for each account, and tells the backend itself who calls. */
const WECHATS_OWN: SignedIn = { person: 'wechat', token: null }

const WAITS_FOR = { none: 'sign-in', lost: 'network', fault: 'busy' } as const

async function signedIn(refused: SignedIn | null): Promise<SignedIn | WaitReason> {
  if (identity === 'platform') return refused === null ? WECHATS_OWN : 'sign-in'
  const session = storedSession()
  if (session !== null && refused === null) return session
  const renewed = await renewSession(refused?.token ?? null)
  if (renewed.kind === 'session') return renewed.session
  return WAITS_FOR[renewed.kind]
}

/** The outbox of this phone. */
export const outbox = createOutbox({
  storage: {
    keysFrom,
    read: readText,
    write: writeText,
    remove: removeText,
    makeRoom: dropCache,
  },
  send: (name, input, token) => sendAndLearnTime({ name, input, token }),
  person: () => (identity === 'platform' ? WECHATS_OWN.person : (storedSession()?.person ?? null)),
  signedIn,
  newRequestId,
  // Ages only: both ends by the same clock, which may be wrong and is put right by the backend.
  clock: phoneNow,
  chance: () => Math.random(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  },
  report: reportBug,
})

onPersonCleared(outbox.forget)

/** What waits on this phone, and which last words nobody has seen yet. */
export const useOutbox = (): OutboxState => useSyncExternalStore(outbox.subscribe, outbox.state, outbox.state)

/** Sends what waits; nobody waits for it. */
export function flushOutbox(): void {
  outbox.flush().catch(reportBug)
}

/**
 * From now on a returning network sends what waits. For the app itself, once; it also flushes whenever it is shown, so
 * the network that is there already is no news, and the phone's storage is not read for it a second time.
 */
export function startOutbox(): () => void {
  let isFirst = true
  return onNetworkChange((online) => {
    if (online && !isFirst) flushOutbox()
    isFirst = false
  })
}
