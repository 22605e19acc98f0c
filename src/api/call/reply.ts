import type { EndpointName } from '../../../core/contract'
import type { Answer } from '../../../core/contract/answer'
import type { Sent } from '../../platform/send/sending'

/** No answer of ours arrived. Whether the act was done is unknown: repeat it with the same `requestId`. */
export interface Lost {
  readonly ok: false
  readonly lost: 'offline' | 'timeout' | 'unreadable'
}

export type Reply<Name extends EndpointName> = Answer<Name> | Lost

export const replyIn = <Name extends EndpointName>(sent: Sent): Reply<Name> =>
  sent.kind === 'lost' ? { ok: false, lost: sent.why } : (sent.body as Answer<Name>)
