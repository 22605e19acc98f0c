import type { EndpointName, Input } from '../../core/contract'
import type { Answer, ServerTime } from '../../core/contract/answer'
import { plainJson } from '../../core/shapes/plain-json'
import { uuidOf } from '../../core/shapes/uuid'
import { nullIfLost } from '../screen/call'
import { clock, pcNow } from './clock'

/** No answer of ours arrived; `blocked`: something in between answered in our place. Whether the call did, is not known. */
export interface Lost {
  readonly ok: false
  readonly lost: 'offline' | 'blocked'
}

export type Reply<Name extends EndpointName> = Answer<Name> | Lost

const PATIENCE_MS = 30_000

let onLocked = (): void => undefined

/** Who is told when a call finds that nobody is signed in any more. */
export function whenLocked(run: () => void): void {
  onLocked = run
}

/** One call to the backend that served this page; the browser adds the cookie. Everything expected is a value. */
export async function call<Name extends EndpointName>(name: Name, input: Input<Name>): Promise<Reply<Name>> {
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS)
  const sentAt = pcNow()
  const response = await fetch(`/desk/api/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: plainJson(input),
    signal: patience.signal,
  }).catch(nullIfLost)
  const body: unknown = response === null ? null : await response.json().catch(nullIfLost)
  clearTimeout(timer)
  if (response === null) return { ok: false, lost: 'offline' }
  if (!isAnswer(body)) return { ok: false, lost: 'blocked' }
  const answer = body as Answer<Name> & ServerTime
  clock.learn(answer, sentAt)
  if (!answer.ok && 'fault' in answer && answer.fault === 'unauthenticated') onLocked()
  return answer
}

const isAnswer = (body: unknown): boolean => typeof body === 'object' && body !== null && 'ok' in body

/** For one act: what is sent twice with it is done once. */
export const newRequestId = (): string => uuidOf(crypto.getRandomValues(new Uint8Array(16)))
