import { onlineManager } from '@tanstack/react-query'
import type { EndpointName, Input } from '../../../../core/contract'
import { call } from '../../../api/call/call'
import type { Reply } from '../../../api/call/reply'
import { FAULT_SENTENCES } from '../../../text/acts'
import { refusalSentence } from '../../../text/refusals/refusal-sentence'

/** Somebody stands at the door: after this long the list on the phone has to do. */
const PATIENCE_MS = 4_000

/** Asks the backend; `null` where no answer comes in time, so that the kept list answers. */
export async function ask<Name extends EndpointName>(
  name: Name,
  input: Input<Name>,
): Promise<Exclude<Reply<Name>, { readonly lost: unknown }> | null> {
  if (!onlineManager.isOnline()) return null
  const reply = await inTime(call(name, input))
  return reply === null || 'lost' in reply ? null : reply
}

function inTime<Value>(answer: Promise<Value>): Promise<Value | null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(null), PATIENCE_MS)
    answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

/** Why the backend found nobody. */
export function whyNot(
  reply: Exclude<Reply<EndpointName>, { readonly lost: unknown } | { ok: true }>,
): string {
  if ('fault' in reply) return FAULT_SENTENCES[reply.fault]
  return refusalSentence(reply.refusal, reply.detail ?? {})
}
