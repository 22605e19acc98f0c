import type { MutationName, MutationResult } from '../result'
import {
  createMutationStore,
  type StoredMutation,
  isTooOld,
  type QueuedMutation,
  type QueuedInput,
} from './queued-mutation'
import { deliver, type RetryDecision, type OutboxPorts, type WaitReason, createPace } from './delivery'

/** A tap counts as now while its first sending leaves within so long. */
const NOW_MS = 10_000
/** A mutation that broke the backend so often lets the others go first. */
const STUCK_TRIES = 3

/** What an act waits for that let others go first. */
const WHY_LEFT = { stuck: 'busy', 'sign-in': 'sign-in', 'not-theirs': 'sign-in' } as const

interface OpenEntry {
  readonly key: string
  readonly mutation: QueuedMutation
}

/**
 * The outbox of unsent mutations: each is stored before it is sent, sent in order under its one `requestId`, and
 * dropped only after a last word that somebody has seen. What lay too long gets that word here, and is not sent. Killed at any step, the next start goes on from
 * what is stored; the backend answers the same `requestId` with the first answer.
 */
export function createOutbox(ports: OutboxPorts): Outbox {
  const shelf = createMutationStore(ports.storage)
  const listeners = new Set<() => void>()
  /** Mutations of taps that are under way: their first sending happens now, all others are told of afterwards. */
  const underway = new Set<string>()
  const brokeBackend = new Map<string, number>()
  /** Answers that a full phone could not store: after a kill they are asked for again. */
  const unstored = new Map<string, MutationResult>()
  const pace = createPace(ports, () => void flush().catch(ports.report))
  let pass: Promise<void> | null = null
  /** Of the last try that was not the last word; what comes after it waits for the same. */
  let waitsFor: WaitReason = 'network'
  let shown: OutboxState | null = null

  const changed = (): void => {
    shown = null
    for (const listener of [...listeners]) listener()
  }
  const isOwn = ({ mutation }: StoredMutation): boolean => {
    const person = ports.person()
    return mutation === null || mutation.person === null || person === null || mutation.person === person
  }
  const answerOf = ({ key, mutation }: StoredMutation): MutationResult | null =>
    unstored.get(key) ?? mutation?.answer ?? null
  const waiting = (records = shelf.all()): readonly OpenEntry[] =>
    records.filter((one): one is OpenEntry => one.mutation !== null && isOwn(one) && answerOf(one) === null)

  const shownOf = (records: readonly StoredMutation[]): OutboxState => ({
    ...stateOf(records.filter(isOwn), answerOf),
    waitsFor,
  })

  const tryOnce = ({ key, mutation }: OpenEntry): Promise<RetryDecision> => {
    const age = ports.clock() - mutation.happenedAt
    const isFirst = underway.delete(key) && age >= 0 && age < NOW_MS
    return deliver(mutation, isFirst, (person) => void shelf.replace(key, { ...mutation, person }), ports)
  }

  /** The last word is written down before anybody hears of it. */
  const close = (key: string, answer: MutationResult): void => {
    brokeBackend.delete(key)
    const stored = shelf.all().find((one) => one.key === key)?.mutation
    if (!stored || !shelf.replace(key, { ...stored, answer })) unstored.set(key, answer)
    changed()
  }

  /** How long to rest afterwards; `null` when nothing is left to do. */
  async function sendAll(): Promise<number | null> {
    const left = new Set<string>()
    for (;;) {
      const next = waiting().find(({ key }) => !left.has(key))
      if (next === undefined) return left.size > 0 ? 0 : null
      if (isTooOld(next.mutation, ports.clock())) {
        close(next.key, { kind: 'lost' })
        continue
      }
      const delivery = await tryOnce(next)
      if (delivery.kind === 'later') {
        waitsFor = delivery.why
        return delivery.atLeastMs
      }
      if (delivery.kind === 'final') {
        close(next.key, delivery.answer)
        pace.gotThrough()
        continue
      }
      left.add(next.key)
      waitsFor = WHY_LEFT[delivery.kind]
      const broken = (brokeBackend.get(next.key) ?? 0) + 1
      if (delivery.kind === 'stuck') brokeBackend.set(next.key, broken)
      if (delivery.kind === 'stuck' && broken < STUCK_TRIES) return 0
    }
  }

  async function sendAllOnce(): Promise<void> {
    try {
      const restMs = await sendAll()
      if (restMs !== null) pace.rest(restMs)
    } finally {
      // In the same step as the last look at what waits: whatever is put down from now on starts a new pass.
      pass = null
      changed()
    }
  }

  function flush(): Promise<void> {
    if (pass !== null) return pass
    const records = shelf.all()
    // What the first picture is about to ask: the phone is read once for both.
    shown ??= shownOf(records)
    if (waiting(records).length === 0 || pace.isHeldOff()) return Promise.resolve()
    pace.cancel()
    pass = Promise.resolve().then(sendAllOnce)
    return pass
  }

  async function put(
    endpoint: MutationName,
    input: object,
    about: string | null,
    happenedAt: number,
  ): Promise<Putting> {
    const mutation: QueuedMutation = {
      endpoint,
      wish: input as QueuedMutation['wish'],
      happenedAt,
      requestId: await ports.newRequestId(),
      person: ports.person(),
      about,
      answer: null,
    }
    const key = shelf.put(mutation)
    if (key === null) return { key, mutation }
    underway.add(key)
    changed()
    return { key, mutation }
  }

  async function submit<Name extends MutationName>(
    endpoint: Name,
    input: QueuedInput<Name>,
    about: string | null = null,
    happenedAt: number = ports.clock(),
  ): Promise<Submission<Name>> {
    const { key, mutation } = await put(endpoint, input, about, happenedAt)
    if (key === null) {
      const delivery = await deliver(mutation, true, () => undefined, ports)
      return delivery.kind === 'final'
        ? { kind: 'settled', key: null, result: delivery.answer as MutationResult<Name> }
        : { kind: 'not_stored', why: delivery.kind === 'later' ? delivery.why : WHY_LEFT[delivery.kind] }
    }
    await flush()
    underway.delete(key)
    const stored = shelf.all().find((one) => one.key === key)
    const answer = stored === undefined ? (unstored.get(key) ?? null) : answerOf(stored)
    return answer === null
      ? { kind: 'queued', key, why: waitsFor }
      : { kind: 'settled', key, result: answer as MutationResult<Name> }
  }

  return {
    submit,
    async queue(endpoint, input, about = null) {
      const { key } = await put(endpoint, input, about, ports.clock())
      if (key === null) return 'not_stored'
      flush()
        .finally(() => underway.delete(key))
        .catch(ports.report)
      return 'stored'
    },
    flush,
    acknowledge(key) {
      const stored = shelf.all().find((one) => one.key === key)
      if (stored !== undefined && stored.mutation !== null && answerOf(stored) === null) return
      unstored.delete(key)
      shelf.remove(key)
      changed()
    },
    forget() {
      unstored.clear()
      for (const { key } of shelf.all()) shelf.remove(key)
      changed()
    },
    state: () => (shown ??= shownOf(shelf.all())),
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    pause: () => pace.cancel(),
  }
}

/** `key` is `null` where the phone could not store it. */
interface Putting {
  readonly key: string | null
  readonly mutation: QueuedMutation
}

/** A mutation that nobody has answered yet. */
export interface QueuedEntry {
  readonly key: string
  readonly endpoint: MutationName
  readonly input: Readonly<Record<string, unknown>>
  readonly happenedAt: number
  readonly about: string | null
}

/** A last word that nobody has acknowledged yet; `damaged` is a record that the phone could not give back. */
export type SettledEntry =
  | (QueuedEntry & { readonly kind: 'settled'; readonly result: MutationResult })
  | { readonly kind: 'damaged'; readonly key: string }

export interface OutboxState {
  /** In the order of the mutations. */
  readonly queued: readonly QueuedEntry[]
  readonly settled: readonly SettledEntry[]
  /** What the queued ones wait for, as the last try found. */
  readonly waitsFor: WaitReason
}

/** What became of a mutation within the tap that did it. */
export type Submission<Name extends MutationName> =
  /** The last word. It stands among the settled under `key` until `acknowledge(key)`; `null` where the phone is full. */
  | { readonly kind: 'settled'; readonly key: string | null; readonly result: MutationResult<Name> }
  /** Written down, and sent as soon as that is possible. */
  | { readonly kind: 'queued'; readonly key: string; readonly why: WaitReason }
  /** The phone could not store it and no answer came: somebody else has to write it down. */
  | { readonly kind: 'not_stored'; readonly why: WaitReason }

export interface Outbox {
  /**
   * Writes a mutation down and sends it, after those that wait already.
   * @param about what the person calls it, for saying later what became of it
   * @param happenedAt by the phone's clock, where that was earlier than now
   */
  submit<Name extends MutationName>(
    endpoint: Name,
    input: QueuedInput<Name>,
    about?: string | null,
    happenedAt?: number,
  ): Promise<Submission<Name>>
  /** The same for who does not wait for the answer: it will stand among the settled. */
  queue<Name extends MutationName>(
    endpoint: Name,
    input: QueuedInput<Name>,
    about?: string | null,
  ): Promise<'stored' | 'not_stored'>
  /** Sends what waits, now. */
  flush(): Promise<void>
  /** The last word was read: it is stored no longer. A mutation that still waits stays. */
  acknowledge(key: string): void
  /** Everything goes, answered or not: whoever did it is gone. */
  forget(): void
  state(): OutboxState
  /** Hears of every change of `state`; the answer ends that. */
  subscribe(listener: () => void): () => void
  /** The app goes out of sight: nothing is tried until the next flush. */
  pause(): void
}

/** What a page shows of the records that stand on the phone. */
export function stateOf(
  records: readonly StoredMutation[],
  answerOf: (record: StoredMutation) => MutationResult | null,
): Pick<OutboxState, 'queued' | 'settled'> {
  const queued: QueuedEntry[] = []
  const settled: SettledEntry[] = []
  for (const record of records) {
    const { key, mutation } = record
    if (mutation === null) {
      settled.push({ kind: 'damaged', key })
      continue
    }
    const { endpoint, wish, happenedAt, about } = mutation
    const own: QueuedEntry = { key, endpoint, input: wish, happenedAt, about }
    const result = answerOf(record)
    if (result === null) queued.push(own)
    else settled.push({ ...own, kind: 'settled', result })
  }
  return { queued, settled }
}
