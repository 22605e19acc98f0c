import { ActivityHeld, isLockTimeout } from '../database/overload'
import { Overloaded } from './faults'

export interface WriteQueueLimits {
  /** Transactions at once; the pool's other connections are for reads and for recognising callers. */
  readonly atOnce: number
  /** Of these, transactions about one thing: a single activity never takes them all. */
  readonly perSubject: number
  /** Calls that wait for one thing. */
  readonly waiting: number
  /** How long a call waits, repeats included. */
  readonly patienceMs: number
}

/** For a server with a pool of its own. */
export const writeQueueFor = (poolSize: number): WriteQueueLimits => ({
  atOnce: poolSize - Math.floor(poolSize / 3),
  perSubject: Math.floor(poolSize / 3),
  waiting: 200,
  patienceMs: 5_000,
})

export interface WriteQueue {
  /**
   * Runs a transaction when it is its turn. One that met a lock for too long has been rolled back and has given its
   * connection back: it waits here, without one, and runs anew.
   * @param subject what the transaction is about as far as the call tells: an activity, or its endpoint
   * @throws Overloaded when too many wait already, or its own patience ended
   */
  run<Value>(subject: string, write: () => Promise<Value>): Promise<Value>
}

interface Waiter {
  readonly subject: string
  readonly begin: () => void
}

export function createWriteQueue(limits: WriteQueueLimits): WriteQueue {
  const running = new Map<string, number>()
  const waiters: Waiter[] = []
  let atOnce = 0

  const runningOf = (subject: string): number => running.get(subject) ?? 0
  const mayBegin = (subject: string): boolean =>
    atOnce < limits.atOnce && runningOf(subject) < limits.perSubject

  function begin(subject: string): void {
    atOnce += 1
    running.set(subject, runningOf(subject) + 1)
  }

  function end(subject: string): void {
    atOnce -= 1
    if (runningOf(subject) > 1) running.set(subject, runningOf(subject) - 1)
    else running.delete(subject)
    const next = waiters.findIndex((waiter) => mayBegin(waiter.subject))
    if (next >= 0) waiters.splice(next, 1)[0]?.begin()
  }

  function turn(subject: string, until: number): Promise<void> | void {
    const before = waiters.filter((waiter) => waiter.subject === subject).length
    if (before === 0 && mayBegin(subject)) return begin(subject)
    if (before >= limits.waiting) throw new Overloaded()
    return new Promise((done, fail) => {
      const waiter: Waiter = {
        subject,
        begin: () => {
          clearTimeout(timer)
          begin(subject)
          done()
        },
      }
      const timer = setTimeout(() => {
        waiters.splice(waiters.indexOf(waiter), 1)
        fail(new Overloaded())
      }, until - performance.now())
      // Its caller's socket keeps the process alive, not the time it may wait.
      timer.unref()
      waiters.push(waiter)
    })
  }

  return {
    async run(asked, write) {
      const until = performance.now() + limits.patienceMs
      let subject = asked
      for (;;) {
        await turn(subject, until)
        const mine = subject
        try {
          return await write()
        } catch (error) {
          if (!isLockTimeout(error)) throw error
          if (performance.now() >= until) throw new Overloaded({ cause: error })
          if (error instanceof ActivityHeld) subject = error.activityId
        } finally {
          end(mine)
        }
      }
    },
  }
}
