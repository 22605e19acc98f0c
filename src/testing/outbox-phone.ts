import fc from 'fast-check'
import type { EndpointName, Input } from '../../core/contract'
import type { MutationName } from '../api/result'
import { createOutbox, type Outbox } from '../api/outbox/outbox'
import type { OutboxPorts, SignedIn } from '../api/outbox/delivery'
import type { Sent } from '../platform/send/sending'

/** Everything that the killed run would still have done is not done. */
class Killed extends Error {}

/**
 * What becomes of one sending: it arrives; it never left; it was done, but the answer got lost; the phone
 * gave up waiting while the backend is still at it.
 */
const FATES = ['through', 'never-left', 'answer-lost', 'given-up'] as const
export type Fate = (typeof FATES)[number]

/** Whoever answers: the real dispatch, or a play backend. */
export type Answerer = (
  endpoint: MutationName,
  input: Input<EndpointName>,
  token: string | null,
) => Promise<Sent>

export interface RunPlan {
  /** The run dies at its step of this number: every touch of storage or network is two, before and after. */
  readonly dieAt: number | null
  /** One for each sending; whatever comes later arrives. */
  readonly fates: readonly Fate[]
}

/** A phone whose storage outlives the runs of the app on it. */
export interface OutboxPhone {
  readonly stored: Map<string, string>
  /** Numbers of acts that ever stood in storage. */
  readonly everStored: Set<string>
  isFull: boolean
  now: number
  person: SignedIn | null
  /** Who signs in where nobody is; `null` where that is not possible. */
  offered: SignedIn | null
  /** What the backend still does for sendings that were given up. */
  readonly stillAtIt: Promise<unknown>[]
  /** Pauses asked for by the run on top, with what they lead to. */
  timers: { readonly milliseconds: number; readonly run: () => void }[]
  start(answer: Answerer, plan?: RunPlan): Outbox
}

const LIVES: RunPlan = { dieAt: null, fates: [] }

export function createOutboxPhone(): OutboxPhone {
  let numbers = 0
  const phone: OutboxPhone = {
    stored: new Map(),
    everStored: new Set(),
    isFull: false,
    now: 1_000_000,
    person: { person: 'a', token: 'token-a' },
    offered: null,
    stillAtIt: [],
    timers: [],
    start(answer, plan = LIVES) {
      phone.timers = []
      return createOutbox(portsOf(phone, answer, plan, () => (numbers += 1)))
    },
  }
  return phone
}

function portsOf(
  phone: OutboxPhone,
  answer: Answerer,
  { dieAt, fates }: RunPlan,
  nextNumber: () => number,
): OutboxPorts {
  let steps = 0
  let sendings = 0
  const step = (): void => {
    if (dieAt !== null && steps >= dieAt) throw new Killed()
    steps += 1
  }
  const stepping = <Value>(step: () => Value): Value => {
    step()
    const value = step()
    step()
    return value
  }
  return {
    storage: {
      keysFrom: (beginning) => [...phone.stored.keys()].filter((key) => key.startsWith(beginning)),
      read: (key) => phone.stored.get(key) ?? null,
      write: (key, text) =>
        stepping(() => {
          if (phone.isFull) return 'full'
          phone.stored.set(key, text)
          phone.everStored.add(key.split('.')[2] ?? '')
          return 'stored'
        }),
      remove: (key) => stepping(() => void phone.stored.delete(key)),
      makeRoom: () => undefined,
    },
    async send(endpoint, input, token) {
      step()
      const fate = fates[sendings] ?? 'through'
      sendings += 1
      if (fate === 'never-left') return { kind: 'lost', why: 'offline' }
      const answered = answer(endpoint, input, token)
      if (fate === 'given-up') {
        phone.stillAtIt.push(answered)
        return { kind: 'lost', why: 'timeout' }
      }
      const sent = await answered
      step()
      return fate === 'answer-lost' ? { kind: 'lost', why: 'timeout' } : sent
    },
    person: () => phone.person?.person ?? null,
    signedIn(refused) {
      if (phone.person === null || refused !== null) phone.person = phone.offered
      return Promise.resolve(phone.person ?? 'sign-in')
    },
    newRequestId: () => Promise.resolve(`00000000-0000-4000-8000-${String(nextNumber()).padStart(12, '0')}`),
    clock: () => phone.now,
    chance: () => 0,
    after(milliseconds, run) {
      const timer = { milliseconds, run }
      phone.timers.push(timer)
      return () => {
        phone.timers = phone.timers.filter((one) => one !== timer)
      }
    },
    report(error) {
      if (!(error instanceof Killed)) throw error
    },
  }
}

/** One start of the app: what it does, and how it ends. */
export interface Life extends RunPlan {
  readonly acts: number
  readonly flushes: number
}

/** Any number of starts with acts, kills at any step and sendings of any fate. */
export const lives = (): fc.Arbitrary<Life[]> =>
  fc.array(
    fc.record({
      acts: fc.nat(3),
      dieAt: fc.option(fc.nat(40)),
      fates: fc.array(fc.constantFrom<Fate>(...FATES), { maxLength: 6 }),
      flushes: fc.nat(2),
    }),
    { minLength: 1, maxLength: 5 },
  )

/** Lives them all, and then one more that nothing disturbs; nothing waits afterwards. */
export async function liveThrough(
  phone: OutboxPhone,
  all: readonly Life[],
  answer: Answerer,
  step: (outbox: Outbox) => Promise<unknown>,
): Promise<Outbox> {
  for (const { acts, flushes, ...plan } of all) {
    const outbox = phone.start(answer, plan)
    await outbox.flush().catch(unlessKilled)
    for (let done = 0; done < acts; done += 1) await step(outbox).catch(unlessKilled)
    for (let done = 0; done < flushes; done += 1) await outbox.flush().catch(unlessKilled)
  }
  const last = phone.start(answer)
  await last.flush()
  await Promise.all(phone.stillAtIt)
  return last
}

function unlessKilled(error: unknown): void {
  if (!(error instanceof Killed)) throw error
}
