import type { CirclePlaces } from '../../../../core/contract/life-circle'
import { decodeGraph, type StreetGraph } from '../../../../core/walkshed'
import { read } from '../../../api/call'
import { TroubleError, troubleOf } from '../../../api/trouble'
import { kept } from '../../../platform/storage/kept'
import { fromBase64 } from './base64'

/** Streets and places as the engine needs them. */
export interface Circle {
  readonly graph: StreetGraph
  readonly places: CirclePlaces
}

interface KeptStreets {
  readonly version: string
  readonly graph: string
}
interface KeptPlaces {
  readonly version: string
  readonly content: CirclePlaces
}

const isVersioned = (found: unknown): found is { version: string } =>
  typeof (found as { version?: unknown } | null)?.version === 'string'
const isStreets = (found: unknown): found is KeptStreets | null =>
  found === null || (isVersioned(found) && typeof (found as { graph?: unknown }).graph === 'string')
const isPlaces = (found: unknown): found is KeptPlaces | null => {
  if (found === null) return true
  const { kinds, facilities } = (found as { content?: Partial<CirclePlaces> }).content ?? {}
  return isVersioned(found) && Array.isArray(kinds) && Array.isArray(facilities)
}

const streetStore = kept<KeptStreets | null>('streets-1', null, isStreets)
const placeStore = kept<KeptPlaces | null>('places-1', null, isPlaces)

interface Opened {
  readonly version: string
  readonly graph: StreetGraph
}

function opened({ version, graph }: KeptStreets): Opened | null {
  const decoded = decodeGraph(fromBase64(graph))
  return decoded.ok ? { version, graph: decoded.value } : null
}

function keptStreets(): Opened | null {
  const found = streetStore.read()
  const streets = found === null ? null : opened(found)
  if (found !== null && streets === null) streetStore.write(null)
  return streets
}

/**
 * The circle as this phone has it, renewed where the backend has newer parts. What is damaged is dropped and
 * fetched again. Without an answer the kept circle serves.
 * @throws TroubleError when there is neither
 */
export async function loadCircle(): Promise<Circle> {
  const streets = keptStreets()
  const places = placeStore.read()
  try {
    return await renewed(streets, places)
  } catch (error) {
    const { kind } = troubleOf(error)
    if (!(error instanceof TroubleError) || kind === 'refused' || streets === null || places === null)
      throw error
    return { graph: streets.graph, places: places.content }
  }
}

async function renewed(streets: Opened | null, places: KeptPlaces | null): Promise<Circle> {
  const answer = await read('lifeCircle.show', {
    streets: streets?.version ?? null,
    places: places?.version ?? null,
  })
  const content = answer.places.content ?? places?.content
  const graph =
    answer.streets.graph === null ? streets?.graph : taken(answer.streets.version, answer.streets.graph)
  if (graph === undefined || content === undefined)
    throw new TroubleError({ kind: 'lost', why: 'unreadable' })
  if (answer.places.content !== null) placeStore.write({ version: answer.places.version, content })
  return { graph, places: content }
}

/** Keeps streets only after they could be opened. */
function taken(version: string, graph: string): StreetGraph | undefined {
  const streets = opened({ version, graph })
  if (streets !== null) streetStore.write({ version, graph })
  return streets?.graph
}
