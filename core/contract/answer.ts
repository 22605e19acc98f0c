import type { EndpointName, Output, Refusal } from './index'

export interface InvalidInputIssue {
  /** Dotted path of the field, empty for the input as a whole. */
  readonly path: string
  readonly message: string
}

/** What a caller did wrong, or what broke; never an expected "no". */
export type Fault =
  | { readonly ok: false; readonly fault: 'invalid_input'; readonly issues: readonly InvalidInputIssue[] }
  | { readonly ok: false; readonly fault: 'unauthenticated' | 'forbidden' | 'unknown_endpoint' | 'too_large' }
  /** This caller asks too often, or everybody together does. */
  | { readonly ok: false; readonly fault: 'rate_limited' | 'overloaded'; readonly retryAfterSeconds: number }
  | { readonly ok: false; readonly fault: 'internal'; readonly trace: string }

/** What every answer brings beside `ok`: the time by which the server judged. Missing where the clock cannot be asked. */
export interface ServerTime {
  readonly at?: string
  /** The clock of a demonstration was moved away from the real one. */
  readonly moved?: true
}

/** The body of every answer, the same over HTTPS and over `callFunction`. */
export type Answer<Name extends EndpointName> =
  | { readonly ok: true; readonly value: Output<Name> }
  | {
      readonly ok: false
      readonly refusal: Refusal<Name>
      readonly detail?: Readonly<Record<string, unknown>>
    }
  | Fault
