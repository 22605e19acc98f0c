import type { GenericSchema, InferOutput } from 'valibot'

/** The roles a member of staff can hold; a resident holds none. */
export const STAFF_ROLES = ['scanner', 'office', 'editor', 'admin'] as const
export type StaffRole = (typeof STAFF_ROLES)[number]

/**
 * Who may call: anybody, whoever is signed in, or staff with one of the listed roles.
 * There is no default: an endpoint without `access` does not compile.
 */
export type Access = 'public' | 'resident' | readonly StaffRole[]

/**
 * `read` handlers get a database connection, `write` handlers a transaction; `exchange` handlers talk to
 * the outside world first and so open their own short transaction afterwards. A write whose input
 * carries `requestId` is safe to repeat: the same id returns the first answer for 7 days.
 */
export type Effect = 'read' | 'write' | 'exchange'

declare const output: unique symbol
/** Carries an output type without a value: the server is trusted for what it sends, so outputs are not parsed. */
export interface OutputType<Type> {
  readonly [output]?: Type
}
export const type = <Type>(): OutputType<Type> => ({})

export interface Endpoint<
  Input extends GenericSchema = GenericSchema,
  Output = unknown,
  Refusal extends string = string,
  Who extends Access = Access,
  Does extends Effect = Effect,
> {
  readonly access: Who
  readonly effect: Does
  /** Strict: unknown fields are refused by name. */
  readonly input: Input
  readonly output: OutputType<Output>
  /** Every expected "no". The client cannot compile without a sentence for each. */
  readonly refusals: readonly Refusal[]
  /** Exists in demo mode only; elsewhere it is an unknown endpoint. */
  readonly demoOnly?: true
}

export const endpoint = <
  Input extends GenericSchema,
  Output,
  const Refusal extends string,
  const Who extends Access,
  const Does extends Effect,
>(
  definition: Endpoint<Input, Output, Refusal, Who, Does>,
): Endpoint<Input, Output, Refusal, Who, Does> => definition

export type InputOf<E> = E extends Endpoint<infer Input, unknown, string> ? InferOutput<Input> : never
export type OutputOf<E> = E extends Endpoint<GenericSchema, infer Output, string> ? Output : never
export type RefusalOf<E> = E extends Endpoint<GenericSchema, unknown, infer Refusal> ? Refusal : never
