import type { GenericSchema, InferOutput } from 'valibot'
import type { StaffRole } from '../domain/staff/post'

/**
 * What a call of staff is about: the 街道 as a whole, one office, or one activity. For an office or an activity
 * the handler has to ask `permit` whether a post of the caller reaches it, and record functions ask for that answer.
 */
export type StaffScope = 'street' | 'office' | 'activity'

export interface StaffAccess<Scope extends StaffScope = StaffScope> {
  readonly roles: readonly StaffRole[]
  readonly within: Scope
}

/** Staff with one of these roles; a role that is not named may not, `admin` no more than others. */
export const staff = <Scope extends StaffScope>(
  roles: readonly StaffRole[],
  { within }: { within: Scope },
): StaffAccess<Scope> => ({ roles, within })

/**
 * Who may call: anybody, whoever is signed in, or staff.
 * There is no default: an endpoint without `access` does not compile.
 */
export type Access = 'public' | 'resident' | StaffAccess

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
  /**
   * `only`: exists for PCs alone, behind `/desk/api/`. `too`: for residents, and from a PC as well. Staff's and
   * public endpoints may be called from both; what is a resident's own is not opened by a PC left alone.
   */
  readonly desk?: 'only' | 'too'
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
