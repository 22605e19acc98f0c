import { faultFrames, faultMessage } from '../../core/shapes/fault-report'
import { routeOnTop } from '../platform/navigate/lifecycle'
import { build } from '../platform/start/build'
import { onBug } from '../platform/start/report'
import { onUncaught } from '../platform/start/uncaught'
import { callEndpoint } from './client'
import { ApiError } from './result'

/** A page that breaks at each drawing says the same again and again. */
const MOST_PER_START = 5

interface Said {
  readonly message: string
  readonly stack: string
}

/** An Error, WeChat's `{errMsg}`, or its text with the stack below. */
function saidBy(error: unknown): Said {
  if (typeof error === 'string') return { message: error.split('\n')[0] ?? '', stack: error }
  const { name, message, errMsg, stack } = Object(error) as Partial<Record<string, unknown>>
  const words =
    typeof message === 'string' ? `${typeof name === 'string' ? name : 'Error'}: ${message}` : errMsg
  return {
    message: typeof words === 'string' ? words : typeof error,
    stack: typeof stack === 'string' ? stack : '',
  }
}

const traceOf = (error: unknown): string | null =>
  error instanceof ApiError && error.failure.kind === 'fault' ? error.failure.trace || null : null

/** Reports to the backend's log of what breaks from now on: the same thing once, five at most, and nothing about people. */
export function reportFaults(): void {
  const reported = new Set<string>()
  const report = (error: unknown): void => {
    const { message, stack } = saidBy(error)
    const fault = { message: faultMessage(message) || 'unknown', stack: faultFrames(stack) || null }
    const key = `${fault.message}\n${fault.stack?.split('\n')[0] ?? ''}`
    if (reported.size >= MOST_PER_START || reported.has(key)) return
    reported.add(key)
    // Without a network it is lost: what matters breaks for somebody else as well.
    void callEndpoint('client.reportFault', {
      ...fault,
      route: routeOnTop(),
      version: build.version,
      trace: traceOf(error),
    })
  }
  onBug(report)
  onUncaught(report)
}
