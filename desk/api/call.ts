import type { EndpointName, Input } from '../../core/contract'
import type { Answer } from '../../core/contract/answer'

/** No answer of ours arrived; whether the call did, is not known. */
export interface Lost {
  readonly ok: false
  readonly lost: true
}

export type Reply<Name extends EndpointName> = Answer<Name> | Lost

const PATIENCE_MS = 10_000
const LOST: Lost = { ok: false, lost: true }

/** One call to the backend that served this page. Everything expected comes back as a value. */
export async function call<Name extends EndpointName>(
  name: Name,
  input: Input<Name>,
  token: string | null = null,
): Promise<Reply<Name>> {
  const response = await fetch(`/api/${name}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(input),
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => null)
  const body: unknown = response === null ? null : await response.json().catch(() => null)
  return isAnswer(body) ? (body as Answer<Name>) : LOST
}

/** A proxy in between answers something else, and a server that is starting or too busy says so. */
const isAnswer = (body: unknown): boolean =>
  typeof body === 'object' &&
  body !== null &&
  'ok' in body &&
  (!('fault' in body) || body.fault !== 'overloaded')
