import type { Answer } from '../../core/contract/answer'
import { credential } from '../platform/send/credential'
import { identity, send } from '../platform/send/send'
import { kept } from '../platform/storage/kept'

const isToken = (found: unknown): found is string | null => found === null || typeof found === 'string'
const session = kept<string | null>('session-1', null, isToken)

/** Read from the phone once; afterwards memory is the truth, so that a full phone still has a session. */
let token: string | null | undefined
/** Several calls that find the session over renew it together. */
let renewing: Promise<string | null> | null = null

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
 * A token in place of the one that was refused, or `null` when this platform cannot sign in.
 * @param refused the token of the call that failed: if another call has renewed it since, that one serves
 */
export function renewToken(refused: string | null): Promise<string | null> {
  if (identity === 'platform') return Promise.resolve(null)
  if (token !== undefined && token !== null && token !== refused) return Promise.resolve(token)
  renewing ??= signIn().finally(() => {
    renewing = null
  })
  return renewing
}

async function signIn(): Promise<string | null> {
  const offered = await credential()
  const answer = offered === null ? null : await send({ name: 'session.signIn', input: offered, token: null })
  const body = answer?.kind === 'answered' ? (answer.body as Answer<'session.signIn'>) : null
  token = body?.ok === true ? body.value.token : null
  session.write(token)
  return token
}
