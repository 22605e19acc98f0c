import type { AppPackage } from './package/app-package'
import type { Phone } from './phone/phone'
import type { Clock } from './realm/clock'
import type { Realm } from './realm/bare-context'
import type { RunRecord } from './record'

/** What every part of a running mini-program shares. */
export interface Host {
  readonly appPackage: AppPackage
  readonly realm: Realm
  readonly clock: Clock
  readonly phone: Phone
  readonly record: RunRecord
  /** Whether a tap is being answered just now: WeChat allows some things only then. */
  readonly tap: { isAnswered: boolean }
  /** Something WeChat would not forgive: the test fails when the run is closed. */
  fault(message: string): void
  /** Runs code of the app; what it throws becomes a fault. */
  guard<Value>(where: string, run: () => Value): Value | undefined
  /** Runs code in a task of its own, as WeChat answers; the run counts as busy until then. */
  later(where: string, run: () => void): void
  /** Keeps the run busy until the promise settles. */
  busy<Value>(work: Promise<Value>): Promise<Value>
  /** The opposite, within `busy`: what a test holds back is not waited for. */
  idle<Value>(wait: Promise<Value>): Promise<Value>
  readonly isBusy: () => boolean
}

interface HostParts {
  readonly appPackage: AppPackage
  readonly realm: Realm
  readonly clock: Clock
  readonly phone: Phone
  readonly record: RunRecord
  readonly isClosed: () => boolean
}

export function createHost({ isClosed, ...parts }: HostParts): Host {
  let pending = 0
  const fault = (message: string): void => void parts.record.faults.push(message)
  const guard: Host['guard'] = (where, run) => {
    try {
      return run()
    } catch (error) {
      fault(`${where}: ${describe(error)}`)
      return undefined
    }
  }
  return {
    ...parts,
    tap: { isAnswered: false },
    fault,
    guard,
    isBusy: () => pending > 0,
    later: (where, run) => {
      pending += 1
      setImmediate(() => {
        pending -= 1
        if (!isClosed()) guard(where, run)
      })
    },
    busy: async (work) => {
      pending += 1
      try {
        return await work
      } finally {
        pending -= 1
      }
    },
    idle: async (wait) => {
      pending -= 1
      try {
        return await wait
      } finally {
        pending += 1
      }
    },
  }
}

/** Errors of the realm are no `instanceof Error` here. */
export function describe(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error)
  const { stack, message, errMsg } = error as { stack?: unknown; message?: unknown; errMsg?: unknown }
  return String(stack ?? message ?? errMsg ?? JSON.stringify(error))
}
