import { createHash, randomUUID } from 'node:crypto'
import { safeParse } from 'valibot'
import type { Fault } from '../../core/contract/answer'
import { contract, type EndpointName } from '../../core/contract'
import type { Endpoint } from '../../core/contract/endpoint'
import { accept, type Accepted, type Result } from '../../core/kernel/result'
import type { Database } from '../database/connect'
import type { Gateways } from '../gateways'
import { recordArrival, type Arrival } from '../repositories/arrival'
import { ensureResident } from '../repositories/resident'
import { verdictOf, type Standing } from './access'
import { describeIssues, Forbidden, InvalidInput, invalidInput, Unauthenticated } from './faults'
import type { Caller, HandlerContext, Handlers } from './handler'
import type { Limits } from './limits'
import { once, requestIdOf } from './act/repeatable'
import { tokenHashOf } from './token'

/** What an entry (HTTPS or cloud function) hands in. Identity is a token or WeChat's own word, nothing else. */
export interface Call {
  readonly endpoint: string
  readonly input: unknown
  readonly token: string | null
  readonly openid: string | null
  /** Network address of the caller; only its hash goes further. */
  readonly address: string
}

export type Reply = Result<unknown> | Fault

/** For logs and metrics: no input, no identity. */
export interface Handled {
  readonly endpoint: EndpointName | 'unknown'
  /** `ok`, a refusal code, or a fault code. */
  readonly outcome: string
  readonly milliseconds: number
  readonly trace: string
  /** What broke, for `internal` only. */
  readonly error?: unknown
}

export interface House {
  readonly db: Database
  readonly gateways: Gateways
  readonly handlers: Handlers
  readonly limits: Limits
  readonly onHandled: (handled: Handled) => void
}

export type Dispatch = (call: Call) => Promise<Reply>

/** parse → identify → authorise → limit → handle → log, the same behind both entries. */
export const createDispatch =
  (house: House): Dispatch =>
  async (call) => {
    const started = performance.now()
    const trace = randomUUID()
    const endpoint = isEndpointName(call.endpoint) ? call.endpoint : 'unknown'
    const log = (outcome: string, error?: unknown): void =>
      house.onHandled({
        endpoint,
        outcome,
        milliseconds: performance.now() - started,
        trace,
        ...(error === undefined ? {} : { error }),
      })
    try {
      const reply = endpoint === 'unknown' ? unknownEndpoint : await answer(house, endpoint, call)
      log(outcomeOf(reply))
      return reply
    } catch (error) {
      const fault = faultOf(error, trace)
      log(fault.fault, fault.fault === 'internal' ? error : undefined)
      return fault
    }
  }

const unknownEndpoint: Fault = { ok: false, fault: 'unknown_endpoint' }

const isEndpointName = (name: string): name is EndpointName => Object.hasOwn(contract, name)

async function answer(house: House, name: EndpointName, call: Call): Promise<Reply> {
  const endpoint: Endpoint = contract[name]
  const parsed = parse(endpoint, call.input)
  const arrival = await recordArrival(house.db, credentialsOf(call), house.limits.windowSeconds)
  if (endpoint.demoOnly === true && !arrival.isDemo) return unknownEndpoint
  const verdict = verdictOf(endpoint.access, standingOf(arrival, call))
  if (verdict !== 'granted') return { ok: false, fault: verdict }
  const limited = limitOf(house.limits, arrival, call)
  if (limited !== null) return limited
  if ('fault' in parsed) return parsed
  const caller = await identify(house.db, endpoint, arrival, call)
  return handle(house, name, parsed.value, { caller, arrival, call })
}

/** No input at all counts as an empty one. Valibot would take a list for an object without fields. */
function parse({ input: schema }: Endpoint, input: unknown): Accepted<unknown> | Fault {
  if (Array.isArray(input)) return invalidInput([{ path: '', message: 'the input is an object, not a list' }])
  const parsed = safeParse(schema, input ?? {})
  return parsed.success ? accept(parsed.output) : invalidInput(describeIssues(parsed.issues))
}

interface Visit {
  readonly caller: Caller | null
  readonly arrival: Arrival
  readonly call: Call
}

function handle(house: House, name: EndpointName, input: unknown, visit: Visit): Promise<Result<unknown>> {
  const { caller, arrival, call } = visit
  // The contract ties input, context and handler together by name; the compiler cannot follow a name it does not know.
  const handler = house.handlers[name] as (input: unknown, context: unknown) => Promise<Result<unknown>>
  const contextOn = (db: Database): Record<keyof HandlerContext<EndpointName>, unknown> => ({
    db,
    caller,
    now: arrival.now,
    gateways: house.gateways,
    isDemo: arrival.isDemo,
    tokenHash: call.token === null ? null : tokenHashOf(call.token),
  })
  if (contract[name].effect !== 'write') return handler(input, contextOn(house.db))
  return house.db.transaction().execute((tx) => {
    const requestId = requestIdOf(input)
    if (requestId === null) return handler(input, contextOn(tx))
    const key = { identity: caller?.residentId ?? 'public', endpoint: name, requestId }
    return once(tx, key, input, arrival.now, () => handler(input, contextOn(tx)))
  })
}

/** WeChat vouches for an OPENID, so whoever brings one is no stranger, on the very first call too. */
function standingOf(arrival: Arrival, call: Call): Standing {
  if (arrival.role !== null) return arrival.role
  return arrival.residentId !== null || call.openid !== null ? 'resident' : 'stranger'
}

/** A record of a new resident is made only when an endpoint for residents lets them in. */
async function identify(
  db: Database,
  endpoint: Endpoint,
  arrival: Arrival,
  call: Call,
): Promise<Caller | null> {
  const { residentId, role, officeId } = arrival
  if (residentId !== null) return { residentId, role, officeId }
  if (call.openid === null || endpoint.access === 'public') return null
  return { residentId: await ensureResident(db, call.openid, arrival.now), role: null, officeId: null }
}

const credentialsOf = (call: Call): Parameters<typeof recordArrival>[1] => ({
  tokenHash: call.token === null ? null : tokenHashOf(call.token),
  openid: call.openid,
  // WeChat's visitors without a record of ours share one address, but each has an OPENID of their own.
  addressHash: createHash('sha256')
    .update(call.openid === null ? call.address : `openid ${call.openid}`)
    .digest('base64url')
    .slice(0, 22),
})

function limitOf(limits: Limits, arrival: Arrival, call: Call): Fault | null {
  const isOnePerson = arrival.residentId !== null || call.openid !== null
  const allowed = isOnePerson ? limits.perResident : limits.perAddress
  if (arrival.hits <= allowed) return null
  const retryAfterSeconds = Math.max(1, Math.ceil((arrival.windowEndsAt - arrival.now) / 1000))
  return { ok: false, fault: 'rate_limited', retryAfterSeconds }
}

const outcomeOf = (reply: Reply): string => (reply.ok ? 'ok' : 'fault' in reply ? reply.fault : reply.refusal)

function faultOf(error: unknown, trace: string): Fault {
  if (error instanceof Forbidden) return { ok: false, fault: 'forbidden' }
  if (error instanceof Unauthenticated) return { ok: false, fault: 'unauthenticated' }
  if (error instanceof InvalidInput) return invalidInput(error.issues)
  return { ok: false, fault: 'internal', trace }
}
