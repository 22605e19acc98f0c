import type { ActName } from '../acting'
import { createShelf, type Shelved } from './act-shelf'
import { deliver, type Delivery } from './deliver'
import { isTooOld, type FinalAnswer, type KeptAct, type KeptWish } from './kept-act'
import type { Outbox, OutboxPorts, OutboxState, Submission } from './outbox-kinds'
import { createPace } from './pace'
import { stateOf } from './state-of'

/** A tap counts as now while its first sending leaves within so long. */
const NOW_MS = 10_000
/** An act that broke the backend so often lets the others go first. */
const STUCK_TRIES = 3

interface Standing {
  readonly key: string
  readonly act: KeptAct
}

/**
 * The outbox of unsent acts: each is stored before it is sent, sent in order under its one `requestId`, and
 * dropped only after a last word that somebody has seen. What lay too long gets that word here, and is not sent. Killed at any step, the next start goes on from
 * what is stored; the backend answers the same `requestId` with the first answer.
 */
export function createOutbox(ports: OutboxPorts): Outbox {
  const shelf = createShelf(ports.storage)
  const listeners = new Set<() => void>()
  /** Acts of taps that are under way: their first sending happens now, all others are told of afterwards. */
  const underway = new Set<string>()
  const brokeBackend = new Map<string, number>()
  /** Answers that a full phone could not keep: after a kill they are asked for again. */
  const unkept = new Map<string, FinalAnswer>()
  const pace = createPace(ports, () => void flush().catch(ports.report))
  let pass: Promise<void> | null = null
  let shown: OutboxState | null = null

  const changed = (): void => {
    shown = null
    for (const listener of [...listeners]) listener()
  }
  const isOwn = ({ act }: Shelved): boolean => {
    const person = ports.person()
    return act === null || act.person === null || person === null || act.person === person
  }
  const answerOf = ({ key, act }: Shelved): FinalAnswer | null => unkept.get(key) ?? act?.answer ?? null
  const waiting = (): readonly Standing[] =>
    shelf.all().filter((one): one is Standing => one.act !== null && isOwn(one) && answerOf(one) === null)

  const tryOnce = ({ key, act }: Standing): Promise<Delivery> => {
    const age = ports.clock() - act.happenedAt
    const isFirst = underway.delete(key) && age >= 0 && age < NOW_MS
    return deliver(act, isFirst, (person) => void shelf.replace(key, { ...act, person }), ports)
  }

  /** The last word is written down before anybody hears of it. */
  const close = (key: string, answer: FinalAnswer): void => {
    brokeBackend.delete(key)
    const standing = shelf.all().find((one) => one.key === key)?.act
    if (!standing || !shelf.replace(key, { ...standing, answer })) unkept.set(key, answer)
    changed()
  }

  /** How long to rest afterwards; `null` when nothing is left to do. */
  async function sendAll(): Promise<number | null> {
    const left = new Set<string>()
    for (;;) {
      const next = waiting().find(({ key }) => !left.has(key))
      if (next === undefined) return left.size > 0 ? 0 : null
      if (isTooOld(next.act, ports.clock())) {
        close(next.key, { kind: 'too_old' })
        continue
      }
      const delivery = await tryOnce(next)
      if (delivery.kind === 'later') return delivery.atLeastMs
      if (delivery.kind === 'final') {
        close(next.key, delivery.answer)
        pace.gotThrough()
        continue
      }
      left.add(next.key)
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
    if (waiting().length === 0 || pace.isHeldOff()) return Promise.resolve()
    pace.cancel()
    pass = Promise.resolve().then(sendAllOnce)
    return pass
  }

  async function put(
    endpoint: ActName,
    wish: object,
    about: string | null,
    happenedAt: number,
  ): Promise<Putting> {
    const act: KeptAct = {
      endpoint,
      wish: wish as KeptAct['wish'],
      happenedAt,
      requestId: await ports.newRequestId(),
      person: ports.person(),
      about,
      answer: null,
    }
    const key = shelf.put(act)
    if (key === null) return { key, act }
    underway.add(key)
    changed()
    return { key, act }
  }

  async function submit<Name extends ActName>(
    endpoint: Name,
    wish: KeptWish<Name>,
    about: string | null = null,
    happenedAt: number = ports.clock(),
  ): Promise<Submission<Name>> {
    const { key, act } = await put(endpoint, wish, about, happenedAt)
    if (key === null) {
      const delivery = await deliver(act, true, () => undefined, ports)
      return delivery.kind === 'final'
        ? { kind: 'answered', key: null, answer: delivery.answer as FinalAnswer<Name> }
        : { kind: 'not_kept' }
    }
    await flush()
    underway.delete(key)
    const standing = shelf.all().find((one) => one.key === key)
    const answer = standing === undefined ? (unkept.get(key) ?? null) : answerOf(standing)
    return answer === null
      ? { kind: 'waiting', key }
      : { kind: 'answered', key, answer: answer as FinalAnswer<Name> }
  }

  return {
    submit,
    async keep(endpoint, wish, about = null) {
      const { key } = await put(endpoint, wish, about, ports.clock())
      if (key === null) return 'not_kept'
      flush()
        .finally(() => underway.delete(key))
        .catch(ports.report)
      return 'kept'
    },
    flush,
    seen(key) {
      const standing = shelf.all().find((one) => one.key === key)
      if (standing !== undefined && standing.act !== null && answerOf(standing) === null) return
      unkept.delete(key)
      shelf.remove(key)
      changed()
    },
    forget() {
      unkept.clear()
      for (const { key } of shelf.all()) shelf.remove(key)
      changed()
    },
    state: () => (shown ??= stateOf(shelf.all().filter(isOwn), answerOf)),
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    pause: () => pace.cancel(),
  }
}

/** `key` is `null` where the phone could not keep it. */
interface Putting {
  readonly key: string | null
  readonly act: KeptAct
}
