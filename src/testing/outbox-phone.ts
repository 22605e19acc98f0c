import type { EndpointName, Input } from '../../core/contract'
import type { ActName } from '../api/acting'
import { createOutbox } from '../api/outbox/outbox'
import type { Outbox, OutboxPorts, SignedIn } from '../api/outbox/outbox-kinds'
import type { Sent } from '../platform/send/sending'

/** Everything that the killed run would still have done is not done. */
export class Killed extends Error {}

/** What becomes of one sending: it arrives; it never left; it was done, but the answer got lost. */
export type Fate = 'through' | 'never-left' | 'answer-lost'

/** Whoever answers: the real dispatch, or a play backend. */
export type Answerer = (endpoint: ActName, input: Input<EndpointName>, token: string | null) => Promise<Sent>

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
  readonly everKept: Set<string>
  isFull: boolean
  now: number
  person: SignedIn | null
  /** Who signs in where nobody is; `null` where that is not possible. */
  offered: SignedIn | null
  /** Pauses asked for by the run on top, with what they lead to. */
  timers: { readonly milliseconds: number; readonly act: () => void }[]
  start(answer: Answerer, plan?: RunPlan): Outbox
}

const LIVES: RunPlan = { dieAt: null, fates: [] }

export function createOutboxPhone(): OutboxPhone {
  let numbers = 0
  const phone: OutboxPhone = {
    stored: new Map(),
    everKept: new Set(),
    isFull: false,
    now: 1_000_000,
    person: { person: 'a', token: 'token-a' },
    offered: null,
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
  const stepping = <Value>(act: () => Value): Value => {
    step()
    const value = act()
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
          phone.everKept.add(key.split('.')[2] ?? '')
          return 'kept'
        }),
      remove: (key) => stepping(() => void phone.stored.delete(key)),
      makeRoom: () => undefined,
    },
    async send(endpoint, input, token) {
      step()
      const fate = fates[sendings] ?? 'through'
      sendings += 1
      if (fate === 'never-left') return { kind: 'lost', why: 'offline' }
      const sent = await answer(endpoint, input, token)
      step()
      return fate === 'answer-lost' ? { kind: 'lost', why: 'timeout' } : sent
    },
    person: () => phone.person?.person ?? null,
    signedIn(refused) {
      if (phone.person === null || refused !== null) phone.person = phone.offered
      return Promise.resolve(phone.person)
    },
    newRequestId: () => Promise.resolve(`00000000-0000-4000-8000-${String(nextNumber()).padStart(12, '0')}`),
    clock: () => phone.now,
    chance: () => 0,
    after(milliseconds, act) {
      const timer = { milliseconds, act }
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
