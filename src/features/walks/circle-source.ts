import type { CirclePlaces } from '../../../core/contract/life-circle'
import { read } from '../../api/call/call'
import { TroubleError, troubleOf } from '../../api/call/trouble'
import { kept } from '../../platform/storage/kept'

export interface KeptStreets {
  readonly version: string
  /** The binary graph in base64. */
  readonly graph: string
}

interface KeptPlaces {
  readonly version: string
  readonly content: CirclePlaces
}

/** As the backend names contents; it would refuse to be asked with another one. */
const VERSION = /^[0-9a-f]{16}$/

const isVersioned = (found: unknown): found is { version: string } =>
  VERSION.test(String((found as { version?: unknown } | null)?.version))
const areNamed = (found: unknown): boolean =>
  Array.isArray(found) && found.every((one: { id?: unknown } | null) => typeof one?.id === 'string')
const isStreets = (found: unknown): found is KeptStreets | null =>
  found === null || (isVersioned(found) && typeof (found as { graph?: unknown }).graph === 'string')
const isPlaces = (found: unknown): found is KeptPlaces | null => {
  if (found === null) return true
  const { kinds, facilities } = (found as { content?: Partial<CirclePlaces> }).content ?? {}
  return isVersioned(found) && areNamed(kinds) && areNamed(facilities)
}

/**
 * Where streets and places come from: what this phone keeps, and the backend. Handed to the code that opens them,
 * which is bundled without storage and network of its own.
 */
export const CIRCLE_SOURCE = {
  streets: kept<KeptStreets | null>('streets-1', null, isStreets),
  places: kept<KeptPlaces | null>('places-1', null, isPlaces),
  ask: (versions: { readonly streets: string | null; readonly places: string | null }) =>
    read('lifeCircle.show', versions),
  /** Whether what is kept may serve instead. */
  isOutage: (error: unknown): boolean => error instanceof TroubleError && troubleOf(error).kind !== 'refused',
  isTrouble: (error: unknown): boolean => error instanceof TroubleError,
  unreadable: (): Error => new TroubleError({ kind: 'lost', why: 'unreadable' }),
} as const

export type CircleSource = typeof CIRCLE_SOURCE
