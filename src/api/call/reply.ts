import type { EndpointName } from '../../../core/contract'
import type { Answer, Fault } from '../../../core/contract/answer'
import type { Sent } from '../../platform/send/sending'

/** No answer of ours arrived. Whether the act was done is unknown: repeat it with the same `requestId`. */
export interface Lost {
  readonly ok: false
  readonly lost: 'offline' | 'timeout' | 'unreadable'
}

export type Reply<Name extends EndpointName> = Answer<Name> | Lost

const FAULTS: Readonly<Record<Fault['fault'], true>> = {
  invalid_input: true,
  unauthenticated: true,
  forbidden: true,
  unknown_endpoint: true,
  too_large: true,
  rate_limited: true,
  overloaded: true,
  internal: true,
}

/** A fault that only a newer backend knows reads as an internal one: the phone has no words for it. */
export function replyIn<Name extends EndpointName>(sent: Sent): Reply<Name> {
  if (sent.kind === 'lost') return { ok: false, lost: sent.why }
  const answer = sent.body as Answer<Name>
  return 'fault' in answer && !(answer.fault in FAULTS) ? { ok: false, fault: 'internal', trace: '' } : answer
}
