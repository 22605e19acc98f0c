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
/** 8 MB over a slow line. */
const UPLOAD_PATIENCE_MS = 90_000

let onLocked = (): void => undefined

/** Who is told when a call finds that nobody is signed in any more. */
export function whenLocked(run: () => void): void {
  onLocked = run
}

/** One call to the backend that served this page; the browser adds the cookie. Everything expected is a value. */
export const call = <Name extends EndpointName>(name: Name, input: Input<Name>): Promise<Reply<Name>> =>
  send<Name>(`/desk/api/${name}`, 'POST', 'application/json', plainJson(input))

/** The bytes of a picture, for the ticket that `file.begin` gave; what `file.store` answers. */
export const upload = (ticket: string, bytes: ArrayBuffer): Promise<Reply<'file.store'>> =>
  send<'file.store'>(`/upload/${ticket}`, 'PUT', 'application/octet-stream', bytes)

async function send<Name extends EndpointName>(
  address: string,
  method: 'POST' | 'PUT',
  type: string,
  content: string | ArrayBuffer,
): Promise<Reply<Name>> {
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), method === 'PUT' ? UPLOAD_PATIENCE_MS : PATIENCE_MS)
  const sentAt = pcNow()
  const response = await fetch(address, {
    method,
    headers: { 'content-type': type },
    body: content,
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
