/**
 * What a decision gives back: a value, or an expected "no" with its code.
 * A refusal is a value all the way to the sentence that the resident reads; a bug or an outage throws.
 */
export interface Accepted<Value> {
  readonly ok: true
  readonly value: Value
}

export interface Refused<Code extends string = string> {
  readonly ok: false
  readonly refusal: Code
  /** What the sentence needs beyond the code, for example the instant at which registration opens. */
  readonly detail?: Readonly<Record<string, unknown>>
}

export type Result<Value, Code extends string = string> = Accepted<Value> | Refused<Code>

export function accept<Value>(value: Value): Accepted<Value> {
  return { ok: true, value }
}

export function refuse<Code extends string>(
  refusal: Code,
  detail?: Readonly<Record<string, unknown>>,
): Refused<Code> {
  return detail === undefined ? { ok: false, refusal } : { ok: false, refusal, detail }
}
