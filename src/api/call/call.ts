import type { EndpointName, Input, Output } from '../../../core/contract'
import type { Fault } from '../../../core/contract/answer'
import { send } from '../../platform/send/send'
import { replyIn, type Reply } from './reply'
import { renewSession, storedToken } from './session'
import { TroubleError } from './trouble'

/**
 * One call to the backend. Everything expected comes back as a value: the answer, a refusal, a fault, or
 * that nothing arrived. A session that is missing or over is renewed once, and the call sent once more.
 */
export async function call<Name extends EndpointName>(name: Name, input: Input<Name>): Promise<Reply<Name>> {
  const token = storedToken()
  const first = replyIn<Name>(await send({ name, input, token }))
  if (!('fault' in first) || first.fault !== 'unauthenticated') return first
  const renewed = await renewSession(token)
  if (renewed.kind === 'lost') return { ok: false, lost: renewed.why }
  return renewed.kind === 'none'
    ? first
    : replyIn<Name>(await send({ name, input, token: renewed.session.token }))
}

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
