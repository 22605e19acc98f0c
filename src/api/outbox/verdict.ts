import type { ActName } from '../acting'
import type { Reply } from '../call/reply'
import type { FinalAnswer } from './kept-act'

/** What one answer means for an act that waits. */
export type Verdict =
  | { readonly kind: 'final'; readonly answer: FinalAnswer }
  /** Nothing more gets through now; try all of them later, not before so many milliseconds. */
  | { readonly kind: 'later'; readonly atLeastMs: number }
  /** The session is over. */
  | { readonly kind: 'sign-in' }
  /** It breaks the backend, or is not known there yet: this act waits, others may get through. */
  | { readonly kind: 'stuck' }

const SECOND = 1_000

/** An answer is the last word unless the same act, sent again, may get another one. */
export function verdictOn(reply: Reply<ActName>): Verdict {
  if (reply.ok) return { kind: 'final', answer: { kind: 'done', value: reply.value } }
  if ('lost' in reply) return { kind: 'later', atLeastMs: 0 }
  if ('refusal' in reply) {
    const { refusal, detail = {} } = reply
    return { kind: 'final', answer: { kind: 'refused', refusal, detail } as FinalAnswer }
  }
  switch (reply.fault) {
    case 'invalid_input':
    case 'forbidden':
    case 'too_large':
      return { kind: 'final', answer: { kind: 'fault', fault: reply.fault } }
    case 'rate_limited':
    case 'overloaded':
      return { kind: 'later', atLeastMs: reply.retryAfterSeconds * SECOND }
    case 'unauthenticated':
      return { kind: 'sign-in' }
    case 'internal':
    case 'unknown_endpoint':
      return { kind: 'stuck' }
  }
}
