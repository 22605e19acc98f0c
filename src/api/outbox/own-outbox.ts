import { identity, send } from '../../platform/send/send'
import { reportBug } from '../../platform/start/report'
import { keysFrom, readText, removeText, writeText } from '../../platform/storage/storage'
import { onForgotten } from '../forget/own-traces'
import { CACHE_KEY } from '../cache/persisted-cache'
import { newRequestId } from '../call/request-id'
import { renewSession, storedSession } from '../call/session'
import { createOutbox } from './outbox'
import type { SignedIn } from './outbox-kinds'

/** WeChat keeps what it stores apart for each account, and tells the backend itself who calls. */
const WECHATS_OWN: SignedIn = { person: 'wechat', token: null }

async function signedIn(refused: SignedIn | null): Promise<SignedIn | null> {
  if (identity === 'platform') return refused === null ? WECHATS_OWN : null
  const session = storedSession()
  if (session !== null && refused === null) return session
  const renewed = await renewSession(refused?.token ?? null)
  return renewed.kind === 'session' ? renewed.session : null
}

/** The outbox of this phone. */
export const outbox = createOutbox({
  storage: {
    keysFrom,
    read: readText,
    write: writeText,
    remove: removeText,
    makeRoom: () => removeText(CACHE_KEY),
  },
  send: (name, input, token) => send({ name, input, token }),
  person: () => (identity === 'platform' ? WECHATS_OWN.person : (storedSession()?.person ?? null)),
  signedIn,
  newRequestId,
  clock: () => Date.now(),
  chance: () => Math.random(),
  after(milliseconds, act) {
    const timer = setTimeout(act, milliseconds)
    return () => clearTimeout(timer)
  },
  report: reportBug,
})

onForgotten(outbox.forget)
