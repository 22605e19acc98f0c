import type { EndpointName, Input, Output } from '../../core/contract'
import type { Answer, Fault } from '../../core/contract/answer'
import { send } from '../platform/send/send'
import type { Sent } from '../platform/send/sending'
import { renewToken, storedToken } from './session'
import { TroubleError } from './trouble'

/** No answer of ours arrived. Whether the act was done is unknown: repeat it with the same `requestId`. */
export interface Lost {
  readonly ok: false
  readonly lost: 'offline' | 'timeout' | 'unreadable'
}

export type Reply<Name extends EndpointName> = Answer<Name> | Lost

/**
 * One call to the backend. Everything expected comes back as a value: the answer, a refusal, a fault, or
 * that nothing arrived. A session that is missing or over is renewed once, and the call sent once more.
 */
export async function call<Name extends EndpointName>(name: Name, input: Input<Name>): Promise<Reply<Name>> {
  const token = storedToken()
  const first = replyIn<Name>(await send({ name, input, token }))
  if (!('fault' in first) || first.fault !== 'unauthenticated') return first
  const renewed = await renewToken(token)
  if (renewed.kind === 'lost') return { ok: false, lost: renewed.why }
  return renewed.kind === 'none' ? first : replyIn<Name>(await send({ name, input, token: renewed.token }))
}

const replyIn = <Name extends EndpointName>(sent: Sent): Reply<Name> =>
  sent.kind === 'lost' ? { ok: false, lost: sent.why } : (sent.body as Answer<Name>)

/**
 * The value of a call, for the query cache.
 * @throws TroubleError for everything else
 */
export async function read<Name extends EndpointName>(name: Name, input: Input<Name>): Promise<Output<Name>> {
  const reply = await call(name, input)
  if (reply.ok) return reply.value
  if ('lost' in reply) throw new TroubleError({ kind: 'lost', why: reply.lost })
  if ('refusal' in reply) throw new TroubleError({ kind: 'refused', refusal: reply.refusal })
  throw new TroubleError({ kind: 'fault', fault: reply.fault, trace: traceOf(reply) })
}

const traceOf = (fault: Fault): string | null => (fault.fault === 'internal' ? fault.trace : null)
