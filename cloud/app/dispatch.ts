import { createHash, randomUUID } from 'node:crypto'
import { safeParse } from 'valibot'
import type { Fault, ServerTime } from '../../core/contract/answer'
import { contract, type EndpointName } from '../../core/contract'
import type { Endpoint } from '../../core/contract/endpoint'
import { accept, type Accepted, type Result } from '../../core/kernel/result'
import type { Database } from '../database/connect'
import type { Gateways } from '../gateways'
import { recogniseCaller, type RecognisedCaller } from '../repositories/caller'
import { recordAct } from '../repositories/post'
import { ensureResident } from '../repositories/resident'
import { isMissingRecord } from '../database/missing-record'
import { isConnectionLost } from '../database/lost'
import { timingStatements, type StatementTime } from '../database/statement-times'
import { isLockTimeout, isOutOfConnections } from '../database/overload'
import {
  describeIssues,
  Forbidden,
  InvalidInput,
  invalidInput,
  Overloaded,
  overloaded,
  Unauthenticated,
} from './faults'
import type { Caller, DeskCall, HandlerContext, Handlers, LoggedFacts } from './handler'
import { KeptAnswers } from './kept-answers'
import { countedAddress, type Limits } from './limits'
import { once, requestIdOf } from './repeatable'
import { accessFor, StaffCall, type Recognised, type StaffContext } from './permit'
import { ToldTime } from './told-time'
import { tokenHashOf } from './token'
import type { WriteQueue } from './write-queue'

/** What an entry (HTTPS or cloud function) hands in. Identity is a token or WeChat's own word, nothing else. */
export interface Call {
  readonly endpoint: string
  readonly input: unknown
  readonly token: string | null
  readonly openid: string | null
  /** Network address of the caller; only its hash goes further. */
  readonly address: string
  /** From a PC desk; otherwise from a phone or a browser with a token. */
  readonly source?: 'desk'
  /** What a PC sent along in its cookies and headers; with `source` alone. */
  readonly desk?: Omit<DeskCall, 'network'>
}

export type Reply = Result<unknown> | Fault

/** A reply as it leaves: with the server's time, which is no part of what is stored or compared. */
export type TimedReply = Reply & ServerTime

/** For logs and metrics: no input, no identity. */
export interface Handled {
  readonly endpoint: EndpointName | 'unknown'
  /** `ok`, a refusal code, a fault code, or `DATABASE_LOST`. */
  readonly outcome: string
  readonly milliseconds: number
  readonly trace: string
  /** What broke, for `internal` only. */
  readonly error?: unknown
  /** What the handler put into the log. */
  readonly facts?: LoggedFacts
  /** What it asked the database, in order, where the call was slow. */
  readonly statements?: readonly StatementTime[]
}

/** From here on a call is slow, in milliseconds: the log then says which of its statements were. */
const SLOW_FROM_MS = 1_000

export interface DispatchDeps {
  readonly db: Database
  readonly gateways: Gateways
  readonly handlers: Handlers
  readonly limits: Limits
  /** Where transactions wait for their turn; without one, as in a function, each runs at once or not at all. */
  readonly queue?: WriteQueue
  readonly onHandled: (handled: Handled) => void
}

/** With what one process keeps between calls. */
interface Running extends DispatchDeps {
  readonly kept: KeptAnswers
}

export interface Dispatch {
  (call: Call): Promise<TimedReply>
  /** For answers that an entry gives by itself: to a broken body, or to an address that is none. */
  readonly time: ToldTime
}

/** parse → identify → authorise → limit → handle → log, the same behind both entries. */
export function createDispatch(given: DispatchDeps): Dispatch {
  const deps = { ...given, kept: new KeptAnswers() }
  const told = new ToldTime(deps.db)
  const dispatch = async (call: Call): Promise<TimedReply> => {
    const started = performance.now()
    const trace = randomUUID()
    const endpoint = isEndpointName(call.endpoint) ? call.endpoint : 'unknown'
    const times: StatementTime[] = []
    const log = (outcome: string, error?: unknown): void => {
      const milliseconds = performance.now() - started
      deps.onHandled({
        endpoint,
        outcome,
        milliseconds,
        trace,
        ...(milliseconds < SLOW_FROM_MS ? {} : { statements: times }),
        ...(error === undefined ? {} : { error }),
        ...(facts === undefined ? {} : { facts }),
      })
    }
    let facts: LoggedFacts | undefined
    const addToLog = (more: LoggedFacts): void => {
      facts = { ...facts, ...more }
    }
    let time: ServerTime | null = null
    const onRecognised = (recognised: RecognisedCaller): void => {
      time = told.tell(recognised)
    }
    try {
      const reply =
        endpoint === 'unknown'
          ? unknownEndpoint
          : await timingStatements(times, () =>
              answerByRecords(deps, endpoint, call, { onRecognised, addToLog }),
            )
      log(outcomeOf(reply))
      return { ...reply, ...(time ?? (await told.current())) }
    } catch (error) {
      if (isConnectionLost(error)) {
        // Whoever asks again under the same number is answered once, whether it was done or not.
        log(DATABASE_LOST)
        return { ...overloaded, ...(time ?? told.remembered()) }
      }
      const fault = faultOf(error, trace)
      log(fault.fault, fault.fault === 'internal' ? error : undefined)
      return { ...fault, ...(time ?? told.remembered()) }
    }
  }
  return Object.assign(dispatch, { time: told })
}

/** The outcome, for logs and metrics, of a call whose connection to the database broke. */
export const DATABASE_LOST = 'database_lost'

const unknownEndpoint: Fault = { ok: false, fault: 'unknown_endpoint' }

const isEndpointName = (name: string): name is EndpointName => Object.hasOwn(contract, name)

/**
 * Somebody whom the call is about, its caller above all, may be erased while it runs. Then it is looked at anew:
 * a session is none any more, and a WeChat account is somebody new.
 */
async function answerByRecords(...call: Parameters<typeof answer>): Promise<Reply> {
  try {
    return await answer(...call)
  } catch (error) {
    if (!isMissingRecord(error) && !(error instanceof Unauthenticated)) throw error
    return answer(...call)
  }
}

/** Who hears what comes to light while a call is answered. */
interface Listeners {
  readonly onRecognised: (recognised: RecognisedCaller) => void
  readonly addToLog: (facts: LoggedFacts) => void
}

async function answer(
  deps: Running,
  name: EndpointName,
  call: Call,
  { onRecognised, addToLog }: Listeners,
): Promise<Reply> {
  const endpoint: Endpoint = contract[name]
  const parsed = parse(endpoint, call.input)
  const recognised = await recogniseCaller(deps.db, credentialsOf(call), deps.limits.windowSeconds, {
    seatsOf: deps.kept.activitiesIn(name),
    // Loaded for home alone: no other answer waits for its code.
    glance:
      name === 'home.show' && namesVersion(parsed)
        ? await import('../repositories/registration/glance')
        : null,
  })
  onRecognised(recognised)
  if (endpoint.demoOnly === true && !recognised.isDemo) return unknownEndpoint
  if (endpoint.desk === 'only' && call.source !== 'desk') return unknownEndpoint
  // A PC is for work: nobody there reads or changes what its holder has as a resident.
  if (call.source === 'desk' && endpoint.access === 'resident' && endpoint.desk === undefined)
    return unknownEndpoint
  const access = accessFor(endpoint.access, recognisedIn(recognised, call))
  if (access !== 'granted') return { ok: false, fault: access }
  const limited = limitOf(deps.limits, recognised, call)
  if (limited !== null) return limited
  if ('fault' in parsed) return parsed
  const caller = await identify(deps.db, endpoint, recognised, call)
  return handle(deps, name, parsed.value, { caller, recognised, call, addToLog })
}

/** Whether a phone said which version it has, and is told of its owner’s own in turn. */
const namesVersion = (parsed: Accepted<unknown> | Fault): boolean =>
  'value' in parsed &&
  typeof parsed.value === 'object' &&
  parsed.value !== null &&
  'version' in parsed.value &&
  parsed.value.version !== undefined

/** No input at all counts as an empty one. Valibot would take a list for an object without fields. */
function parse({ input: schema }: Endpoint, input: unknown): Accepted<unknown> | Fault {
  if (Array.isArray(input)) return invalidInput([{ path: '', message: 'the input is an object, not a list' }])
  const parsed = safeParse(schema, input ?? {})
  return parsed.success ? accept(parsed.output) : invalidInput(describeIssues(parsed.issues))
}

interface Visit {
  readonly caller: Caller | null
  readonly recognised: RecognisedCaller
  readonly call: Call
  readonly addToLog: Listeners['addToLog']
}

async function handle(
  deps: Running,
  name: EndpointName,
  input: unknown,
  visit: Visit,
): Promise<Result<unknown>> {
  const { caller, recognised, call, addToLog } = visit
  const { access, effect } = contract[name] as Endpoint
  // The contract ties input, context and handler together by name; the compiler cannot follow a name it does not know.
  const handler = deps.handlers[name] as (input: unknown, context: unknown) => Promise<Result<unknown>>
  const run = async (db: Database): Promise<Result<unknown>> => {
    const staff = typeof access === 'object' ? new StaffCall(caller?.posts ?? [], access) : null
    const context: Record<keyof HandlerContext<EndpointName> | keyof StaffContext<'office'>, unknown> = {
      db,
      caller,
      now: recognised.now,
      gateways: deps.gateways,
      isDemo: recognised.isDemo,
      answerKept: deps.kept.answerFor(name, recognised),
      glance: recognised.glance,
      tokenHash: call.token === null ? null : tokenHashOf(call.token),
      desk: call.desk === undefined ? null : { ...call.desk, network: hashOf(countedAddress(call.address)) },
      network: call.openid === null ? hashOf(countedAddress(call.address)) : null,
      addToLog,
      permit: staff?.permit,
      reach: staff?.reach,
      logAs: staff?.logAs,
    }
    const answer = await handler(input, context)
    if (staff !== null && answer.ok && (effect !== 'read' || staff.asksForLog)) {
      const { acting, entry } = staff
      const staffAct = {
        postId: acting.id,
        source: call.source ?? 'phone',
        endpoint: name,
        ...entry,
      } as const
      await recordAct(db, staffAct, recognised.now)
    }
    return answer
  }
  if (effect !== 'write') return run(deps.db)
  const transact = () =>
    deps.db.transaction().execute((tx) => {
      const requestId = requestIdOf(input)
      if (requestId === null) return run(tx)
      const key = { identity: caller?.residentId ?? 'public', endpoint: name, requestId }
      return once(tx, key, input, recognised.now, () => run(tx))
    })
  return deps.queue === undefined ? transact() : deps.queue.run(subjectOf(name, input), transact)
}

/** What a transaction is about as far as its input tells: an activity, or else whatever this endpoint writes. */
const subjectOf = (name: EndpointName, input: unknown): string =>
  typeof input === 'object' && input !== null && 'activityId' in input && typeof input.activityId === 'string'
    ? input.activityId
    : name

/** WeChat vouches for an OPENID, so whoever brings one is known, on the very first call too. */
const recognisedIn = ({ residentId, posts }: RecognisedCaller, { openid }: Call): Recognised => ({
  isKnown: residentId !== null || openid !== null,
  posts,
})

/** A record of a new resident is made only when an endpoint for residents lets them in. */
async function identify(
  db: Database,
  endpoint: Endpoint,
  recognised: RecognisedCaller,
  call: Call,
): Promise<Caller | null> {
  const { residentId, posts } = recognised
  if (residentId !== null) return { residentId, posts }
  if (call.openid === null || endpoint.access === 'public') return null
  return { residentId: await ensureResident(db, call.openid, recognised.now), posts: [] }
}

const credentialsOf = (call: Call): Parameters<typeof recogniseCaller>[1] => ({
  tokenHash: call.token === null ? null : tokenHashOf(call.token),
  deskTokenHash: call.desk?.tokenHash ?? null,
  openid: call.openid,
  // WeChat's visitors without a record of ours share one address, but each has an OPENID of their own.
  addressHash: hashOf(call.openid === null ? countedAddress(call.address) : `openid ${call.openid}`),
})

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22)

function limitOf(limits: Limits, recognised: RecognisedCaller, call: Call): Fault | null {
  const isOnePerson = recognised.residentId !== null || call.openid !== null
  const allowed = isOnePerson ? limits.perResident : limits.perAddress
  if (recognised.hits <= allowed) return null
  const retryAfterSeconds = Math.max(1, Math.ceil((recognised.windowEndsAt - recognised.now) / 1000))
  return { ok: false, fault: 'rate_limited', retryAfterSeconds }
}

const outcomeOf = (reply: Reply): string => (reply.ok ? 'ok' : 'fault' in reply ? reply.fault : reply.refusal)

function faultOf(error: unknown, trace: string): Fault {
  if (error instanceof Forbidden) return { ok: false, fault: 'forbidden' }
  if (error instanceof Unauthenticated) return { ok: false, fault: 'unauthenticated' }
  if (error instanceof InvalidInput) return invalidInput(error.issues)
  if (error instanceof Overloaded || isLockTimeout(error) || isOutOfConnections(error)) return overloaded
  return { ok: false, fault: 'internal', trace }
}
