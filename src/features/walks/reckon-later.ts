import type { Wgs84 } from '../../../core/kernel/units'
import type { ProfileName } from '../../../core/walkshed'
import { now } from '../clock/use-now'
import type { Origin } from '../origin/origin'
import { CIRCLE_SOURCE } from './circle-source'
import { loadReckoner } from './load-reckoner'
import { rememberWalks, walksFrom } from './remembered-walks'

/** The first screen stands, and a finger that came for something else is past. */
const AFTER = 600
/** Streets and offices hardly change: once a day they are asked for anew. */
const DAY = 24 * 60 * 60_000

/** Each question is asked once while the app runs, by however many parts of however many pages. */
const asked = new Map<string, Promise<boolean>>()

/** Whether what is remembered was reckoned for this walker, and today. */
export function areFresh(origin: Origin, walker: ProfileName): boolean {
  const walks = walksFrom(origin)
  return walks !== null && walks.walker === walker && now() - walks.at < DAY
}

/** Where the minutes count from; `null` when nobody knows. */
export function startOf(origin: Origin): Wgs84 | null {
  if (origin.kind === 'none') return null
  return origin.kind === 'position' ? origin.position : origin.compound.position
}

/** Reckons and remembers the minutes from here, when the page has come to rest. Says whether there are new ones. */
export function reckonLater(origin: Origin, walker: ProfileName): Promise<boolean> {
  const start = startOf(origin)
  if (start === null) return Promise.resolve(false)
  const question = `${walker} ${start.join()}`
  const known = asked.get(question)
  if (known !== undefined) return known
  const answer = new Promise<void>((rest) => setTimeout(rest, AFTER)).then(() =>
    reckon(origin, start, walker),
  )
  asked.set(question, answer)
  return answer
}

async function reckon(origin: Origin, start: Wgs84, walker: ProfileName): Promise<boolean> {
  try {
    const reckonWalks = await loadReckoner()
    if (reckonWalks === null) return false
    rememberWalks(origin, await reckonWalks({ source: CIRCLE_SOURCE, walker, start, at: now() }))
    return true
  } catch (error) {
    // No network and nothing kept, or no streets yet: the straight line stays, and the next start asks again.
    if (CIRCLE_SOURCE.isTrouble(error)) return false
    throw error
  }
}
