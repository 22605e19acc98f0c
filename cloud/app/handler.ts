import type { Transaction } from 'kysely'
import type { Access, StaffRole } from '../../core/contract/endpoint'
import type { Contract, EndpointName, Input, Output, Refusal } from '../../core/contract'
import type { Result } from '../../core/kernel/result'
import type { Instant } from '../../core/kernel/shanghai-time'
import type { Database } from '../database/connect'
import type { Schema } from '../database/schema'
import type { Gateways } from '../gateways'

/** Who calls, as the house knows them: never what the request says about itself. */
export interface Caller {
  readonly residentId: string
  readonly role: StaffRole | null
  /** The own office of somebody with role `office`. */
  readonly officeId: string | null
}

type CallerOf<A extends Access> = A extends 'public' ? Caller | null : Caller
type ConnectionOf<Effect> = Effect extends 'write' ? Transaction<Schema> : Database

export interface HandlerContext<Name extends EndpointName> {
  /** A transaction for `write` endpoints; it commits with whatever answer the handler gives and rolls back when it throws. */
  readonly db: ConnectionOf<Contract[Name]['effect']>
  readonly caller: CallerOf<Contract[Name]['access']>
  /** The one clock: the database's, moved in demo mode. */
  readonly now: Instant
  readonly gateways: Gateways
  readonly isDemo: boolean
  /** SHA-256 of the bearer token of this call; null over `callFunction`. */
  readonly tokenHash: Buffer | null
}

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
