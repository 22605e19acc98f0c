import type { Wgs84 } from '../../../core/kernel/units'
import type { ProfileName } from '../../../core/walkshed'
import { storedOnPhone } from '../../platform/storage/stored-on-phone'
import { now } from '../../api/clock'
import { positionOf, type StartPoint } from '../start-point/start-point'
import type { WalkingTimes } from '../walking-engine/compute-walking-times'
import { loadEngine } from './load-engine'
import { STREET_DATA } from './street-data'

export type { WalkingTimes }

interface CompoundWalkingTimes extends WalkingTimes {
  readonly compoundId: string
}

const isCompoundWalkingTimes = (found: unknown): found is CompoundWalkingTimes | null => {
  if (found === null) return true
  const { compoundId, sentence, offices, at } = (found ?? {}) as Partial<CompoundWalkingTimes>
  return (
    typeof compoundId === 'string' &&
    typeof sentence === 'string' &&
    typeof offices === 'object' &&
    typeof at === 'number'
  )
}

const fromCompound = storedOnPhone<CompoundWalkingTimes | null>('walks-2', null, isCompoundWalkingTimes)

/** Positions are never written down: what was computed from one is forgotten with the running app. */
let fromPosition: {
  readonly position: readonly [number, number]
  readonly walkingTimes: WalkingTimes
} | null = null

export function storeWalkingTimes(startPoint: StartPoint, walkingTimes: WalkingTimes): void {
  if (startPoint.kind === 'position') fromPosition = { position: startPoint.position, walkingTimes }
  if (startPoint.kind === 'compound')
    fromCompound.write({ ...walkingTimes, compoundId: startPoint.compound.id })
}

/** Whether they were computed at once: each reading makes them anew. */
export const areSameWalkingTimes = (one: WalkingTimes | null, other: WalkingTimes | null): boolean =>
  one?.at === other?.at && one?.walker === other?.walker

/** What was computed last from this very start; `null` when it was another one, or nothing yet. */
export function storedWalkingTimes(startPoint: StartPoint): WalkingTimes | null {
  if (startPoint.kind === 'none') return null
  if (startPoint.kind === 'compound') {
    const walkingTimes = fromCompound.read()
    return walkingTimes?.compoundId === startPoint.compound.id ? walkingTimes : null
  }
  const [longitude, latitude] = startPoint.position
  const isHere = fromPosition?.position[0] === longitude && fromPosition.position[1] === latitude
  return isHere ? (fromPosition?.walkingTimes ?? null) : null
}

/** The first screen stands, and a finger that came for something else is past. */
const AFTER = 600
/** Streets and offices hardly change: once a day they are asked for anew. */
const DAY = 24 * 60 * 60_000

/** Each question is asked once while the app runs, by however many parts of however many pages. */
const asked = new Map<string, Promise<boolean>>()

/** Whether what is stored was computed for this walker, and today. */
export function areFresh(startPoint: StartPoint, walker: ProfileName): boolean {
  const walkingTimes = storedWalkingTimes(startPoint)
  return walkingTimes !== null && walkingTimes.walker === walker && now() - walkingTimes.at < DAY
}

/** Computes and stores the minutes from here, when the page has come to rest. Says whether there are new ones. */
export function computeLater(startPoint: StartPoint, walker: ProfileName): Promise<boolean> {
  const start = positionOf(startPoint)
  if (start === null) return Promise.resolve(false)
  const question = `${walker} ${start.join()}`
  const known = asked.get(question)
  if (known !== undefined) return known
  const answer = new Promise<void>((rest) => setTimeout(rest, AFTER)).then(() =>
    compute(startPoint, start, walker),
  )
  asked.set(question, answer)
  return answer
}

async function compute(startPoint: StartPoint, start: Wgs84, walker: ProfileName): Promise<boolean> {
  try {
    const engine = await loadEngine()
    if (engine === null) return false
    storeWalkingTimes(
      startPoint,
      await engine.computeWalkingTimes({ source: STREET_DATA, walker, start, at: now() }),
    )
    return true
  } catch (error) {
    // No network and nothing stored, or no streets yet: the straight line stays, and the next start asks again.
    if (STREET_DATA.isTrouble(error)) return false
    throw error
  }
}

/** Who walks, in the order in which it is asked. */
export const WALKERS: readonly ProfileName[] = ['elder', 'adult', 'wheelchair', 'stroller']

const isChoice = (found: unknown): found is ProfileName | null =>
  found === null || WALKERS.includes(found as ProfileName)

/** `null` until somebody chose: then the edition decides. */
const choice = storedOnPhone<ProfileName | null>('walker-1', null, isChoice)

export const walkerFor = (edition: 'standard' | 'elder'): ProfileName =>
  choice.read() ?? (edition === 'elder' ? 'elder' : 'adult')

export const storeWalker = (walker: ProfileName): void => void choice.write(walker)
