import type { Fault } from '../../core/contract/answer'
import { credential } from '../platform/send/credential'
import type { Credential } from '../platform/send/credential-kinds'
import { identity } from '../platform/send/send'
import type { Sent } from '../platform/send/sending'
import { storedOnPhone } from '../platform/storage/stored-on-phone'
import { removeText } from '../platform/storage/storage'
import { sendAndLearnTime } from './clock'
import { setPendingErasure, onPersonCleared } from './erasure'
import { replyIn } from './result'

/** What WeChat or the demonstration gave for signing in. */
export interface Session {
  readonly token: string
  /** The same for one resident at every sign-in, another one for everybody else. */
  readonly person: string
}

const isSession = (found: unknown): found is Session | null => {
  if (found === null) return true
  const { token, person } = Object(found) as Partial<Session>
  return typeof token === 'string' && typeof person === 'string'
}
const session = storedOnPhone<Session | null>('session-2', null, isSession)
const FORMER_KEY = 'session-1'

/** Read from the phone once; afterwards memory is the truth, so that a full phone still has a session. */
let current: Session | null | undefined
/** Several calls that find the session over renew it together. */
let renewing: Promise<Renewal> | null = null

/** A session to go on with, that nobody is signed in here, or why signing in did not succeed. */
export type Renewal =
  | { readonly kind: 'session'; readonly session: Session }
  | { readonly kind: 'none' }
  /** The backend has no time, or is broken: it says nothing about who this is. */
  | { readonly kind: 'fault'; readonly fault: Fault }
  | { readonly kind: 'lost'; readonly why: Extract<Sent, { kind: 'lost' }>['why'] }

export function storedSession(): Session | null {
  if (identity === 'platform') return null
  if (current === undefined) current = session.read()
  return current
}

export const storedToken = (): string | null => storedSession()?.token ?? null

/**
 * Whether this resident has a session already: nobody is signed in for a trifle. WeChat tells a cloud
 * function who calls without any act of the resident, so that alone does not count.
 */
export const isSignedIn = (): boolean => storedToken() !== null

/** Whether what needs a person can be done here at all: a browser in production reads only. */
export async function canSignIn(): Promise<boolean> {
  if (identity === 'platform' || isSignedIn()) return true
  return (await renewSession(null)).kind !== 'none'
}

/**
 * A session in place of the one that was refused.
 * @param refused the token of the call that failed: if another call has renewed it since, that one serves
 */
export function renewSession(refused: string | null): Promise<Renewal> {
  if (identity === 'platform') return Promise.resolve({ kind: 'none' })
  if (current !== undefined && current !== null && current.token !== refused)
    return Promise.resolve({ kind: 'session', session: current })
  renewing ??= signIn().finally(() => {
    renewing = null
  })
  return renewing
}

async function signIn(): Promise<Renewal> {
  const offered = await credential()
  if (offered === 'unreachable') return { kind: 'lost', why: 'offline' }
  // WeChat's own trouble tells nothing of this person either.
  return offered === 'refused' ? { kind: 'none' } : signInWith(offered)
}

/** Signs in with this and nothing else; what was there before is forgotten once an answer came. */
export async function signInWith(offered: Credential | null): Promise<Renewal> {
  if (offered === null) return signedOut()
  const reply = replyIn<'session.signIn'>(
    await sendAndLearnTime({ name: 'session.signIn', input: offered, token: null }),
  )
  if (reply.ok) {
    const { token, person, eraseAfter } = reply.value
    // First: what this tells of the person before lets go of their session.
    setPendingErasure(eraseAfter)
    current = { token, person }
    session.write(current)
    removeText(FORMER_KEY)
    return { kind: 'session', session: current }
  }
  if ('lost' in reply) return { kind: 'lost', why: reply.lost }
  // The backend's own trouble tells nothing of this person: their session stays.
  return 'fault' in reply ? { kind: 'fault', fault: reply } : signedOut()
}

function signedOut(): Renewal {
  current = null
  session.write(null)
  return { kind: 'none' }
}

// Signing in anew, as whoever they are then.
onPersonCleared(() => {
  current = null
})
