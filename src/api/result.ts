import type { Fault, Answer } from '../../core/contract/answer'
import type { AnyRefusal, EndpointName, Input, Output, Refusal } from '../../core/contract'
import type { Sent } from '../platform/send/sending'

/** Why a page has nothing, or nothing new, to show. */
export type Failure =
  /** No answer of ours arrived; what was shown before still stands. */
  | { readonly kind: 'lost'; readonly why: 'offline' | 'timeout' | 'unreadable' }
  /** The backend answered with a fault: a bug, an outage, a sign-in that is missing. */
  | { readonly kind: 'fault'; readonly fault: Fault['fault']; readonly trace: string | null }
  /** An expected no. */
  | { readonly kind: 'refused'; readonly refusal: AnyRefusal }

/** Carries a failure through the query cache, which knows only thrown errors. */
export class ApiError extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.kind === 'fault' ? `${failure.fault} ${failure.trace ?? ''}`.trim() : failure.kind)
    this.name = 'ApiError'
    this.failure = failure
  }
}

/** Anything thrown that is no failure of the backend's is a bug of ours: it reads as an internal fault. */
export const failureOf = (error: unknown): Failure =>
  error instanceof ApiError ? error.failure : { kind: 'fault', fault: 'internal', trace: null }

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

/** The number under which the backend's log has a fault, where there is one. */
export const tracedBy = (from: object): { readonly trace?: string } =>
  'trace' in from && typeof from.trace === 'string' ? { trace: from.trace } : {}

/** Endpoints whose repeats are one mutation: they carry a `requestId`. */
export type MutationName = {
  [Name in EndpointName]: Input<Name> extends { readonly requestId: string } ? Name : never
}[EndpointName]

/** What is asked for, without the number of the asking. */
export type MutationInput<Name extends MutationName> = Omit<Input<Name>, 'requestId'>

/** What became of a mutation: of one sending of it, or of all of them where it waited in the outbox. */
export type MutationResult<Name extends MutationName = MutationName> =
  | { readonly kind: 'done'; readonly value: Output<Name> }
  | {
      readonly kind: 'refused'
      readonly refusal: Refusal<Name>
      readonly detail: Readonly<Record<string, unknown>>
    }
  /**
   * No answer arrived: it may have been done. Only the same `requestId` may be sent again, and not for ever: what
   * waited until the backend may have forgotten that number ends so.
   */
  | { readonly kind: 'lost' }
  | { readonly kind: 'fault'; readonly fault: Fault['fault']; readonly trace?: string }

/**
 * Whether this is the last word on a `requestId`. After anything else the next try must carry it again: a
 * lost answer may belong to an act that was done, and an act that broke has left the number free.
 */
export const isFinal = ({ kind }: MutationResult): boolean => kind === 'done' || kind === 'refused'
