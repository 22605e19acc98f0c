import type { Answer } from '../../core/contract/answer'
import { credential } from '../platform/send/credential'
import { identity, send } from '../platform/send/send'
import type { Sent } from '../platform/send/sending'
import { kept } from '../platform/storage/kept'
import { rememberErasure } from './erasure'

const isToken = (found: unknown): found is string | null => found === null || typeof found === 'string'
const session = kept<string | null>('session-1', null, isToken)

/** Read from the phone once; afterwards memory is the truth, so that a full phone still has a session. */
let token: string | null | undefined
/** Several calls that find the session over renew it together. */
let renewing: Promise<Renewal> | null = null

/** A token to go on with, that nobody can sign in here, or that signing in got lost on its way. */
export type Renewal =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'lost'; readonly why: Extract<Sent, { kind: 'lost' }>['why'] }

export function storedToken(): string | null {
  if (identity === 'platform') return null
  if (token === undefined) token = session.read()
  return token
}

/**
 * Whether this resident has a session already: nobody is signed in for a trifle. WeChat tells a cloud
 * function who calls without any act of the resident, so that alone does not count.
 */
export const isSignedIn = (): boolean => storedToken() !== null

/**
 * A token in place of the one that was refused.
 * @param refused the token of the call that failed: if another call has renewed it since, that one serves
 */
export function renewToken(refused: string | null): Promise<Renewal> {
  if (identity === 'platform') return Promise.resolve({ kind: 'none' })
  if (token !== undefined && token !== null && token !== refused)
    return Promise.resolve({ kind: 'token', token })
  renewing ??= signIn().finally(() => {
    renewing = null
  })
  return renewing
}

async function signIn(): Promise<Renewal> {
  const offered = await credential()
  if (offered === 'unreachable') return { kind: 'lost', why: 'offline' }
  const answer = offered === null ? null : await send({ name: 'session.signIn', input: offered, token: null })
  if (answer?.kind === 'lost') return answer
  const body = answer === null ? null : (answer.body as Answer<'session.signIn'>)
  token = body?.ok === true ? body.value.token : null
  if (body?.ok === true) rememberErasure(body.value.eraseAfter)
  session.write(token)
  return token === null ? { kind: 'none' } : { kind: 'token', token }
}
