import type { Transaction } from 'kysely'
import type { Access, StaffAccess } from '../../core/contract/endpoint'
import type { Contract, EndpointName, Input, Output, Refusal } from '../../core/contract'
import type { OwnAtAGlance } from '../../core/contract/home'
import type { Post } from '../../core/domain/staff/post'
import type { Result } from '../../core/kernel/result'
import type { Instant } from '../../core/kernel/shanghai-time'
import type { Database } from '../database/connect'
import type { Schema } from '../database/schema'
import type { Gateways } from '../gateways'
import type { AnswerKept } from './kept-answers'
import type { StaffContext } from './permit'

/** Who calls, as the backend knows them: never what the request says about itself. */
export interface Caller {
  readonly residentId: string
  /** Posts that hold now; none for residents. */
  readonly posts: readonly Post[]
}

/** What came with a call from a PC. */
export interface DeskCall {
  /** SHA-256 of the cookie that is the session; `null` before signing in. */
  readonly tokenHash: Buffer | null
  /** SHA-256 of the cookie that stands for the browser: what it asked for is answered to no other. */
  readonly browserHash: Buffer
  /** SHA-256 of the token that the browser gets if this call signs it in. */
  readonly newTokenHash: Buffer
  readonly network: string
  readonly browser: string
  readonly system: string
}

/** What the line of a call in the log has besides. */
export type LoggedFacts = Readonly<Record<string, unknown>>

type CallerOf<A extends Access> = A extends 'public' ? Caller | null : Caller
type ConnectionOf<Effect> = Effect extends 'write' ? Transaction<Schema> : Database

interface CallContext<Name extends EndpointName> {
  /** A transaction for `write` endpoints; it commits with whatever answer the handler gives and rolls back when it throws. */
  readonly db: ConnectionOf<Contract[Name]['effect']>
  readonly caller: CallerOf<Contract[Name]['access']>
  /** The one clock: the database's, moved in demo mode. */
  readonly now: Instant
  readonly gateways: Gateways
  readonly isDemo: boolean
  /** What everybody is shown, as this process made it last where that still holds. */
  readonly answerKept: AnswerKept
  /** The caller's own, where home was asked for with a version. */
  readonly glance: OwnAtAGlance | null
  /** SHA-256 of the bearer token of this call; null over `callFunction`. */
  readonly tokenHash: Buffer | null
  /** Only where the call came from a PC. */
  readonly desk: DeskCall | null
  /** Puts facts into the line that the log has of this call: of the code, never of people. */
  readonly addToLog: (facts: LoggedFacts) => void
  /** Hash of the network address of the caller; `null` over `callFunction`, where it is WeChat's. */
  readonly network: string | null
}

type StaffContextOf<A extends Access> = A extends StaffAccess<infer Scope> ? StaffContext<Scope> : object

/** What a handler is called with; those for staff have `permit`, `reach` and `logAs` too. */
export type HandlerContext<Name extends EndpointName> = CallContext<Name> &
  StaffContextOf<Contract[Name]['access']>

/** Gathers facts, lets the domain decide, records. Its type proves that every refusal is declared. */
export type Handler<Name extends EndpointName> = (
  input: Input<Name>,
  context: HandlerContext<Name>,
) => Promise<Result<Output<Name>, Refusal<Name>>>

export type Handlers = { readonly [Name in EndpointName]: Handler<Name> }

/** What an endpoint's name begins with: `activity` of `activity.list`. */
export type Area = EndpointName extends infer Name ? (Name extends `${infer A}.${string}` ? A : never) : never

/** The handlers of one area, none missing. */
export type AreaHandlers<A extends Area> = Pick<Handlers, Extract<EndpointName, `${A}.${string}`>>
