import type { Answer } from '../../../core/contract/answer'
import { credential } from '../../platform/send/credential'
import type { Credential } from '../../platform/send/credential-kinds'
import { identity, send } from '../../platform/send/send'
import type { Sent } from '../../platform/send/sending'
import { kept } from '../../platform/storage/kept'
import { removeText } from '../../platform/storage/storage'
import { rememberErasure } from '../erasure'
import { onForgotten } from '../forget/own-traces'

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
const session = kept<Session | null>('session-2', null, isSession)
const FORMER_KEY = 'session-1'

/** Read from the phone once; afterwards memory is the truth, so that a full phone still has a session. */
let current: Session | null | undefined
/** Several calls that find the session over renew it together. */
let renewing: Promise<Renewal> | null = null

/** A session to go on with, that nobody can sign in here, or that signing in got lost on its way. */
export type Renewal =
  | { readonly kind: 'session'; readonly session: Session }
  | { readonly kind: 'none' }
  | { readonly kind: 'lost'; readonly why: Extract<Sent, { kind: 'lost' }>['why'] }

export function storedSession(): Session | null {
  if (identity === 'platform') return null
  if (current === undefined) {
    removeText(FORMER_KEY)
    current = session.read()
  }
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
  return offered === 'unreachable' ? { kind: 'lost', why: 'offline' } : signInWith(offered)
}

/** Signs in with this and nothing else; what was there before is forgotten once an answer came. */
export async function signInWith(offered: Credential | null): Promise<Renewal> {
  const answer = offered === null ? null : await send({ name: 'session.signIn', input: offered, token: null })
  if (answer?.kind === 'lost') return answer
  const body = answer === null ? null : (answer.body as Answer<'session.signIn'>)
  // First: what this tells of the person before lets go of their session.
  if (body?.ok === true) rememberErasure(body.value.eraseAfter)
  current = body?.ok === true ? { token: body.value.token, person: body.value.person } : null
  session.write(current)
  return current === null ? { kind: 'none' } : { kind: 'session', session: current }
}

// Signing in anew, as whoever they are then.
onForgotten(() => {
  current = null
})
