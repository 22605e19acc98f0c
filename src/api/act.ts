import type { Input } from '../../core/contract'
import type { ActName, Outcome, Wish } from './acting'
import { call } from './call/call'

/** Sends a write once. */
export async function perform<Name extends ActName>(
  name: Name,
  wish: Wish<Name>,
  requestId: string,
): Promise<Outcome<Name>> {
  // TypeScript cannot see that a wish and its number are the input again.
  const reply = await call(name, { ...wish, requestId } as unknown as Input<Name>)
  if (reply.ok) return { kind: 'done', value: reply.value }
  if ('lost' in reply) return { kind: 'lost' }
  if ('refusal' in reply) return { kind: 'refused', refusal: reply.refusal, detail: reply.detail ?? {} }
  return { kind: 'fault', fault: reply.fault }
}
