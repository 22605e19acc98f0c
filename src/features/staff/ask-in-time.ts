import { onlineManager } from '@tanstack/react-query'
import type { EndpointName, Input } from '../../../core/contract'
import { callEndpoint } from '../../api/client'
import type { Reply } from '../../api/result'

/** Somebody stands there: after this long the list on the phone has to do, and an act is sent when it can be. */
export const PATIENCE_MS = 4_000

/** Asks the backend; `null` where no answer comes in time, so that the stored list answers. */
export async function askInTime<Name extends EndpointName>(
  name: Name,
  input: Input<Name>,
): Promise<Exclude<Reply<Name>, { readonly lost: unknown }> | null> {
  if (!onlineManager.isOnline()) return null
  const reply = await inTime(callEndpoint(name, input))
  return reply === null || 'lost' in reply ? null : reply
}

function inTime<Value>(answer: Promise<Value>): Promise<Value | null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(null), PATIENCE_MS)
    answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
