import fc from 'fast-check'
import { isConnectionLost } from '../../cloud/database/lost'
import { isOutOfConnections } from '../../cloud/database/overload'
import { runJobs } from '../../cloud/jobs/run'
import { contract, type EndpointName } from '../../core/contract'
import type { Endpoint } from '../../core/contract/endpoint'
import { STAFF_ROLES } from '../../core/domain/staff/post'
import { pick, seeded } from '../chaos/seeded'
import { act, makeActivity, setNow, START } from '../support/activities/activities'
import { brokenInvariants } from '../support/activities/invariants'
import { openHttp, type HttpApi } from '../support/api/http'
import { fieldValues } from '../support/api/inputs/field-values'
import { invalidInput } from '../support/api/inputs/invalid-input'
import { validInput } from '../support/api/inputs/valid-input'
import { Pc, PUBLIC_ORIGIN } from '../support/api/pc'
import { admit, giveToken, type Person } from '../support/api/people'
import { OTHER_OFFICE, OWN_OFFICE, type TestApi } from '../support/api/test-api'
import { mutated } from './mutate'
import { createMemory, type Memory } from './memory'

export interface FuzzOptions {
  readonly calls: number
  readonly seed: number
  readonly endpoints?: readonly EndpointName[]
  /** By `performance.now()`: no call begins later. */
  readonly until?: number
}

export interface FuzzReport {
  readonly called: number
  /** How often each kind of input got each kind of answer. */
  readonly answers: ReadonlyMap<string, number>
  /** Endpoints that never accepted anything: how deep the calls went. */
  readonly neverAccepted: readonly EndpointName[]
  /** A sentence for each kind of breach, with one input that led to it. */
  readonly breaches: readonly string[]
}

const AT_ONCE = 6
const LOOK_EVERY = 1_000
const RESIDENTS = 6
/** Inputs that are drawn at once for an endpoint: to lay out its generators takes longer than to draw. */
const BATCH = 40
const HOUR = 3_600_000
/** Where the clock is put now and then: before, at, during and after the activities, and when rolls are closed. */
const MOMENTS = [-30, 0, 71, 96, 97, 145, 146, 147, 171, 200, 700].map((hours) =>
  new Date(Date.parse(START) + hours * HOUR).toISOString(),
)

/**
 * Random and mutated calls of every endpoint, by everybody, at changing times and several at once. Ids and codes that
 * answers tell are used in later calls, so that these get beyond what is not found.
 */
export async function fuzz(api: TestApi, options: FuzzOptions): Promise<FuzzReport> {
  const { seed, until = Infinity } = options
  const chance = seeded(seed)
  const http = await openHttp(api, { publicOrigin: PUBLIC_ORIGIN })
  const endpoints = options.endpoints ?? (Object.keys(contract) as EndpointName[])
  const run: Run = {
    api,
    http,
    chance,
    memory: createMemory(chance),
    inputs: createInputs(seed),
    people: await everybody(api),
    pc: await signInAtDesk(api, http),
    answers: new Map(),
    accepted: new Set(),
    breaches: new Map(),
  }
  await plan(api)
  let begun = 0
  const isOver = (): boolean => begun >= options.calls || performance.now() > until
  while (!isOver()) {
    const round = Math.min(LOOK_EVERY, options.calls - begun)
    let left = round
    const hand = async (): Promise<void> => {
      while (left > 0 && performance.now() < until) {
        left -= 1
        begun += 1
        await callOnce(run, pick(endpoints, chance))
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, hand))
    await patiently(() => lookAround(run))
  }
  await http.close()
  return {
    called: begun,
    answers: run.answers,
    neverAccepted: endpoints.filter((name) => !run.accepted.has(name)),
    breaches: [...run.breaches.values()],
  }
}

interface Run {
  readonly api: TestApi
  readonly http: HttpApi
  readonly chance: () => number
  readonly memory: Memory
  readonly inputs: (name: EndpointName, kind: 'right' | 'wrong') => unknown
  readonly people: Person[]
  /** The one browser of an admin, for what only a desk may call. */
  pc: Pc
  readonly answers: Map<string, number>
  readonly accepted: Set<EndpointName>
  readonly breaches: Map<string, string>
}

async function callOnce(run: Run, name: EndpointName): Promise<void> {
  const { chance, memory, http, people } = run
  const drawn = chance()
  const kind = drawn < 0.55 ? 'right' : drawn < 0.8 ? 'mutated' : 'wrong'
  const made = run.inputs(name, kind === 'wrong' ? 'wrong' : 'right')
  const known = kind === 'wrong' ? made : memory.fillIn(made)
  const moved = name === 'demo.setNow' && kind === 'right' ? { instant: pick(MOMENTS, chance) } : known
  const input = kind === 'mutated' ? mutated(moved, chance) : moved
  const who = chance() < 0.08 ? null : Math.floor(chance() * people.length)
  const person = who === null ? null : (people[who] ?? null)
  const isOfDesk = (contract[name] as Endpoint).desk === 'only'
  const { status, body } = isOfDesk
    ? await run.pc.call(name, input)
    : await http.post(name, input, person?.token ?? null)
  const problem = judge(name, status, body)
  if (problem !== null) {
    const inside = run.api.handled.find(({ trace }) => trace === body['trace'])?.error
    const why = inside instanceof Error ? `${problem} (${inside.message})` : problem
    if (!run.breaches.has(why)) run.breaches.set(why, `${why}: ${JSON.stringify(input)?.slice(0, 600)}`)
  }
  const answer = body['ok'] === true ? 'accepted' : 'refusal' in body ? 'refused' : String(body['fault'])
  const counted = `${kind} input: ${answer}`
  run.answers.set(counted, (run.answers.get(counted) ?? 0) + 1)
  if (body['ok'] === true) {
    run.accepted.add(name)
    memory.learn(body['value'])
  }
  if (body['fault'] !== 'unauthenticated') return
  if (isOfDesk) run.pc = await patiently(() => signInAtDesk(run.api, http))
  else if (who !== null) await patiently(() => comeBack(run, who))
}

const PATIENCE = 10

/** What looks after the calls is no call: on a busy machine it asks again for a connection. */
async function patiently<Value>(act: () => Promise<Value>): Promise<Value> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await act()
    } catch (error) {
      if (tries === PATIENCE || !(isOutOfConnections(error) || isConnectionLost(error))) throw error
    }
  }
}

const STATUS_OF: Readonly<Record<string, number>> = {
  invalid_input: 400,
  unauthenticated: 401,
  forbidden: 403,
  unknown_endpoint: 404,
  too_large: 413,
  overloaded: 503,
}

/** What is wrong with an answer, whatever was asked; `null` for one that may be. */
export function judge(
  name: EndpointName,
  status: number,
  body: Readonly<Record<string, unknown>>,
): string | null {
  const endpoint: Endpoint = contract[name]
  const { ok, fault, refusal } = body
  if (ok === true)
    return status === 200 && 'value' in body ? null : `${name} accepts with ${status} or no value`
  if (typeof refusal === 'string')
    return status === 200 && endpoint.refusals.includes(refusal)
      ? null
      : `${name} refuses by ${refusal}, which it does not declare`
  if (typeof fault === 'string' && STATUS_OF[fault] === status) return null
  return `${name} answers ${status} ${String(fault)}`
}

/** Calls go on meanwhile and move the clock, by which a sign-in may end before it is confirmed: then another is begun. */
async function signInAtDesk(api: TestApi, http: HttpApi): Promise<Pc> {
  const admin = await admit(api.db, 'admin')
  for (let tries = 1; ; tries += 1) {
    // Of those that calls have begun there may be too many.
    await api.db.deleteFrom('desk_sign_in').execute()
    const pc = new Pc(http)
    const begun = await pc.call('desk.beginSignIn', { isPublicPc: false })
    const { signInId, digits } = begun.body['value'] as { signInId: string; digits: string }
    const confirmed = await act(api, 'desk.confirmSignIn', admin, { signInId, digits })
    const collected = confirmed.ok ? await pc.collect(signInId) : null
    if (collected?.body['ok'] === true) return pc
    if (tries === PATIENCE) throw new Error(`nobody can sign in at a desk: ${JSON.stringify(confirmed)}`)
  }
}

/** Whoever was signed out, erased or dismissed is there again, or somebody new in their place. */
async function comeBack({ api, people }: Run, who: number): Promise<void> {
  const person = people[who]
  if (person === undefined) return
  const isThere = await api.db
    .selectFrom('resident')
    .select('id')
    .where('id', '=', person.residentId)
    .executeTakeFirst()
  people[who] =
    isThere === undefined
      ? await admit(api.db)
      : { ...person, token: await giveToken(api.db, person.residentId) }
}

async function lookAround({ api, chance, people, breaches }: Run): Promise<void> {
  api.handled.length = 0
  await api.db
    .updateTable('post')
    .set({ dismissed_at: null })
    .where(
      'resident_id',
      'in',
      people.map(({ residentId }) => residentId),
    )
    .execute()
  const reports = await runJobs(api.db)
  for (const { name, error } of reports)
    if (error !== undefined) breaches.set(name, `the job ${name} broke: ${String(error)}`)
  for (const sentence of await brokenInvariants(api.db)) breaches.set(sentence, sentence)
  await setNow(api, pick(MOMENTS.slice(0, -1), chance))
}

/** Residents, and one of each kind of staff, of two offices. */
async function everybody(api: TestApi): Promise<Person[]> {
  const people: Person[] = []
  while (people.length < RESIDENTS) people.push(await admit(api.db))
  for (const role of STAFF_ROLES) people.push(await admit(api.db, role))
  people.push(await admit(api.db, 'admin'), await admit(api.db, 'office'))
  people.push(await admit(api.db, 'office', OTHER_OFFICE))
  return people
}

/** Beside those of the pack: on another day each, registered for and open, in the one office and the other. */
async function plan(api: TestApi): Promise<void> {
  for (const [index, hours] of [72, 97, 146, 172].entries()) {
    const starts = Date.parse(START) + hours * HOUR
    const when = { starts_at: new Date(starts), ends_at: new Date(starts + 2 * HOUR) }
    const office_id = index % 2 === 0 ? OWN_OFFICE : OTHER_OFFICE
    await makeActivity(api.db, { id: `fuzz-class-${index}`, office_id, capacity: 4, ...when })
    await makeActivity(api.db, { id: `fuzz-open-${index}`, kind: 'open', office_id, capacity: null, ...when })
  }
}

/** Inputs in batches, each batch from a seed of its own. */
function createInputs(seed: number): Run['inputs'] {
  const drawn = new Map<string, unknown[]>()
  let batches = 0
  return (name, kind) => {
    const key = `${name} ${kind}`
    const batch = drawn.get(key) ?? []
    if (batch.length === 0) {
      const { input } = contract[name]
      const wanted = { numRuns: BATCH, seed: seed + (batches += 1) }
      batch.push(
        ...(kind === 'right'
          ? fc.sample(validInput(input, fieldValues), wanted)
          : fc.sample(invalidInput(input, fieldValues), wanted).map(({ value }) => value)),
      )
      drawn.set(key, batch)
    }
    return structuredClone(batch.pop())
  }
}
