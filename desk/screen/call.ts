import type { EndpointName, Input } from '../../core/contract'
import type { Answer, ServerTime } from '../../core/contract/answer'
import { plainJson } from '../../core/shapes/plain-json'

/** No answer of ours arrived; whether the call did, is not known. */
export interface Lost {
  readonly ok: false
  readonly lost: true
}

export type Reply<Name extends EndpointName> = (Answer<Name> & ServerTime) | Lost

const PATIENCE_MS = 10_000
const LOST: Lost = { ok: false, lost: true }

/** One call to the backend that served this page. Everything expected comes back as a value. */
export async function call<Name extends EndpointName>(
  name: Name,
  input: Input<Name>,
  token: string | null = null,
): Promise<Reply<Name>> {
  const answer = fetch(`/api/${name}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: plainJson(input),
  }).then((response): Promise<unknown> => response.json())
  const body = await nullIfLate(answer.catch(nullIfLost))
  return isAnswer(body) ? (body as Answer<Name> & ServerTime) : LOST
}

/** A browser that cannot abort a call stops waiting for it. */
async function nullIfLate<Value>(work: Promise<Value>): Promise<Value | null> {
  let timer: number | undefined
  const late = new Promise<null>((resolve) => {
    timer = window.setTimeout(() => resolve(null), PATIENCE_MS)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    window.clearTimeout(timer)
  }
}

/** A proxy in between answers something else, and a server that is starting or too busy says so. */
const isAnswer = (body: unknown): boolean =>
  typeof body === 'object' &&
  body !== null &&
  'ok' in body &&
  (!('fault' in body) || body.fault !== 'overloaded')

/**
 * A browser reports every kind of missing network as a TypeError, a timeout or an answer cut off by name, and
 * what is no JSON as a SyntaxError. The rest is a bug of ours.
 */
export function nullIfLost(error: unknown): null {
  const isLost = error instanceof TypeError || error instanceof SyntaxError || error instanceof DOMException
  if (!isLost) throw error
  return null
}
