import { faultFrames, faultMessage } from '../../../core/shapes/fault-report'
import { accept } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'

/** A phone reports five a start; a hall of them shares an address. */
const MOST_OF_ONE = 20
/** Of everybody, in one process: a log that strangers fill is read by nobody. */
const MOST_IN_ALL = 200
const WINDOW_MS = 60_000

/** How many lines each got in this minute. Of this process alone, and forgotten with the minute. */
const counts = new Map<string, number>()
let windowEndsAt = 0
let inAll = 0

function hasRoom(who: string): boolean {
  const now = performance.now()
  if (now >= windowEndsAt) {
    counts.clear()
    inAll = 0
    windowEndsAt = now + WINDOW_MS
  }
  const ofOne = counts.get(who) ?? 0
  if (ofOne >= MOST_OF_ONE || inAll >= MOST_IN_ALL) return false
  counts.set(who, ofOne + 1)
  inAll += 1
  return true
}

/** The phone has cut out what tells of people; whoever calls otherwise is not trusted with it. */
export const reportFault: Handler<'client.reportFault'> = (input, { caller, network, addToLog }) => {
  const logged = hasRoom(caller?.residentId ?? network ?? 'over callFunction')
  if (logged) {
    const { message, stack, route, version, trace } = input
    addToLog({
      phone: {
        message: faultMessage(message),
        frames: stack === null ? [] : faultFrames(stack).split('\n').filter(Boolean),
        route,
        version,
        trace,
      },
    })
  }
  return Promise.resolve(accept({ logged }))
}
