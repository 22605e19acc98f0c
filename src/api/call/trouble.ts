import type { Fault } from '../../../core/contract/answer'
import type { AnyRefusal } from '../../../core/contract'

/** Why a page has nothing, or nothing new, to show. */
export type Trouble =
  /** No answer of ours arrived; what was shown before still stands. */
  | { readonly kind: 'lost'; readonly why: 'offline' | 'timeout' | 'unreadable' }
  /** The backend answered with a fault: a bug, an outage, a sign-in that is missing. */
  | { readonly kind: 'fault'; readonly fault: Fault['fault']; readonly trace: string | null }
  /** An expected no. */
  | { readonly kind: 'refused'; readonly refusal: AnyRefusal }

/** Carries a trouble through the query cache, which knows only thrown errors. */
export class TroubleError extends Error {
  readonly trouble: Trouble

  constructor(trouble: Trouble) {
    super(trouble.kind === 'fault' ? `${trouble.fault} ${trouble.trace ?? ''}`.trim() : trouble.kind)
    this.name = 'TroubleError'
    this.trouble = trouble
  }
}

/** Anything thrown that is no trouble of the backend's is a bug of ours: it reads as an internal fault. */
export const troubleOf = (error: unknown): Trouble =>
  error instanceof TroubleError ? error.trouble : { kind: 'fault', fault: 'internal', trace: null }
