import { read } from '../../api/client'
import { ApiError, failureOf } from '../../api/result'
import { storedOnPhone } from '../../platform/storage/stored-on-phone'
import type { StoredPlaces, StoredStreets, StreetDataSource } from '../walking-engine/circle-data'

/** As the backend names contents; it would refuse to be asked with another one. */
const VERSION = /^[0-9a-f]{16}$/

const isVersioned = (found: unknown): found is { version: string } =>
  VERSION.test(String((found as { version?: unknown } | null)?.version))
const areNamed = (found: unknown): boolean =>
  Array.isArray(found) && found.every((one: { id?: unknown } | null) => typeof one?.id === 'string')
const isStreets = (found: unknown): found is StoredStreets | null =>
  found === null || (isVersioned(found) && typeof (found as { graph?: unknown }).graph === 'string')
const isPlaces = (found: unknown): found is StoredPlaces | null => {
  if (found === null) return true
  const { kinds, facilities } = (found as { content?: Partial<StoredPlaces['content']> }).content ?? {}
  return isVersioned(found) && areNamed(kinds) && areNamed(facilities)
}

/**
 * Where streets and places come from: what this phone has stored, and the backend. Handed to the code that opens them,
 * which is bundled without storage and network of its own.
 */
export const STREET_DATA: StreetDataSource = {
  streets: storedOnPhone<StoredStreets | null>('streets-1', null, isStreets),
  places: storedOnPhone<StoredPlaces | null>('places-1', null, isPlaces),
  ask: (versions) => read('lifeCircle.show', versions),
  isOutage: (error) => error instanceof ApiError && failureOf(error).kind !== 'refused',
  isTrouble: (error) => error instanceof ApiError,
  unreadable: () => new ApiError({ kind: 'lost', why: 'unreadable' }),
}
