import { randomUUID } from 'node:crypto'
import type { EndpointName, Input } from '../../core/contract'
import type { OutboxPorts } from '../../src/api/outbox/delivery'
import { createOutbox, type Outbox, type SettledEntry } from '../../src/api/outbox/outbox'
import type { MutationName } from '../../src/api/result'
import { readAnswer, type Sent } from '../../src/platform/send/sending'
import type { Person } from '../support/api/people'

/** The app was killed: what its run would still have done is not done. */
class Killed extends Error {}

/** An answer that somebody read. */
export interface Acknowledged {
  readonly who: Person
  readonly endpoint: MutationName
  readonly requestId: string
  readonly result: SettledEntry & { readonly kind: 'settled' }
}

/** A phone whose storage outlives the runs of the app on it, with the outbox of the real one. */
export interface Phone {
  readonly who: Person
  submit<Name extends MutationName>(endpoint: Name, input: object): Promise<void>
  read(endpoint: EndpointName, input: object): Promise<void>
  flush(): Promise<void>
  /** Ends the run of the app and starts another on what is stored. */
  kill(): void
  waiting(): number
}

export type Call = (endpoint: string, input: object, who: Person | null) => Promise<Sent>

/** Calls a server as phones do, each from an address of its own. */
export function callerOf(port: number, timeoutMs: number): Call {
  return async (endpoint, input, who) => {
    try {
      const response = await fetch(`http://127.0.0.1:${port}/api/${endpoint}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-forwarded-for': addressOf(who),
          ...(who === null ? {} : { authorization: `Bearer ${who.token}` }),
        },
        body: JSON.stringify(input),
        signal: AbortSignal.timeout(timeoutMs),
      })
      return readAnswer(JSON.parse(await response.text()))
    } catch (error) {
      if (error instanceof SyntaxError) return { kind: 'lost', why: 'unreadable' }
      if (error instanceof TypeError) return { kind: 'lost', why: 'offline' }
      if (error instanceof DOMException) return { kind: 'lost', why: 'timeout' }
      throw error
    }
  }
}

/** One of 10.0.0.0/8, by whose it is. */
const addressOf = (who: Person | null): string => {
  const number = who === null ? 0 : Number.parseInt(who.residentId.slice(0, 6), 16)
  return `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`
}

export function createPhone(who: Person, call: Call, onRead: (answer: Acknowledged) => void): Phone {
  const stored = new Map<string, string>()
  let run = startRun()

  function startRun(): { outbox: Outbox; end(): void } {
    let isAlive = true
    const alive = (): void => {
      if (!isAlive) throw new Killed()
    }
    const ports: OutboxPorts = {
      storage: {
        keysFrom: (beginning) => [...stored.keys()].filter((key) => key.startsWith(beginning)),
        read: (key) => stored.get(key) ?? null,
        write: (key, text) => {
          alive()
          stored.set(key, text)
          return 'stored'
        },
        remove: (key) => {
          alive()
          stored.delete(key)
        },
        makeRoom: () => undefined,
      },
      send: async (endpoint, input: Input<EndpointName>) => {
        alive()
        const sent = await call(endpoint, input as object, who)
        alive()
        return sent
      },
      person: () => who.residentId,
      signedIn: () => Promise.resolve({ person: who.residentId, token: who.token }),
      newRequestId: () => Promise.resolve(randomUUID()),
      clock: () => Date.now(),
      chance: Math.random,
      after(milliseconds, act) {
        const timer = setTimeout(act, milliseconds)
        timer.unref()
        return () => clearTimeout(timer)
      },
      report: unlessKilled,
    }
    const outbox = createOutbox(ports)
    return {
      outbox,
      end() {
        outbox.pause()
        isAlive = false
      },
    }
  }

  const readAnswers = (): void => {
    for (const entry of run.outbox.state().settled) {
      if (entry.kind === 'damaged') throw new Error(`a record was damaged: ${entry.key}`)
      onRead({ who, endpoint: entry.endpoint, requestId: entry.key.split('.')[2] ?? '', result: entry })
      run.outbox.acknowledge(entry.key)
    }
  }

  return {
    who,
    async submit(endpoint, input) {
      await run.outbox.submit(endpoint, input as never).catch(unlessKilled)
      readAnswers()
    },
    read: async (endpoint, input) => void (await call(endpoint, input, who)),
    async flush() {
      await run.outbox.flush().catch(unlessKilled)
      readAnswers()
    },
    kill() {
      run.end()
      run = startRun()
    },
    waiting: () => run.outbox.state().queued.length,
  }
}

function unlessKilled(error: unknown): void {
  if (!(error instanceof Killed)) throw error
}
