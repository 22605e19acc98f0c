import type { Output } from '../../../core/contract'
import type { CirclePlaces } from '../../../core/contract/life-circle'
import { bytesFrom } from '../../../core/kernel/base64'
import { decodeGraph } from '../../../core/walkshed/binary/decode'
import type { StreetGraph } from '../../../core/walkshed/graph/street-graph'
import type { StoredOnPhone } from '../../platform/storage/stored-on-phone'

/** Streets and places as the engine needs them. */
export interface Circle {
  readonly graph: StreetGraph
  readonly places: CirclePlaces
}

export interface StoredStreets {
  readonly version: string
  /** The binary graph in base64. */
  readonly graph: string
}

export interface StoredPlaces {
  readonly version: string
  readonly content: CirclePlaces
}

/** Where streets and places come from: what this phone has stored, and the backend. */
export interface StreetDataSource {
  readonly streets: StoredOnPhone<StoredStreets | null>
  readonly places: StoredOnPhone<StoredPlaces | null>
  readonly ask: (versions: {
    readonly streets: string | null
    readonly places: string | null
  }) => Promise<Output<'lifeCircle.show'>>
  /** Whether what is stored may serve instead. */
  readonly isOutage: (error: unknown) => boolean
  readonly isTrouble: (error: unknown) => boolean
  readonly unreadable: () => Error
}

interface Opened {
  readonly version: string
  readonly graph: StreetGraph
}

function opened({ version, graph }: StoredStreets): Opened | null {
  const decoded = decodeGraph(bytesFrom('base64', graph)?.buffer ?? new ArrayBuffer(0))
  return decoded.ok ? { version, graph: decoded.value } : null
}

function storedStreets({ streets }: StreetDataSource): Opened | null {
  const found = streets.read()
  const open = found === null ? null : opened(found)
  if (found !== null && open === null) streets.write(null)
  return open
}

/**
 * The circle as this phone has it, renewed where the backend has newer parts. What is damaged is dropped and
 * fetched again. Without an answer the stored circle serves.
 * @throws what the source throws when there is neither
 */
export async function loadCircle(source: StreetDataSource): Promise<Circle> {
  const streets = storedStreets(source)
  const places = source.places.read()
  try {
    return await renewed(source, streets)
  } catch (error) {
    if (!source.isOutage(error) || streets === null || places === null) throw error
    return { graph: streets.graph, places: places.content }
  }
}

async function renewed(source: StreetDataSource, streets: Opened | null): Promise<Circle> {
  const places = source.places.read()
  const answer = await source.ask({ streets: streets?.version ?? null, places: places?.version ?? null })
  const content = answer.places.content ?? places?.content
  const graph =
    answer.streets.graph === null
      ? streets?.graph
      : taken(source, { version: answer.streets.version, graph: answer.streets.graph })
  if (graph === undefined || content === undefined) throw source.unreadable()
  if (answer.places.content !== null) source.places.write({ version: answer.places.version, content })
  return { graph, places: content }
}

/** Stores streets only after they could be opened. */
function taken(source: StreetDataSource, streets: StoredStreets): StreetGraph | undefined {
  const open = opened(streets)
  if (open !== null) source.streets.write(streets)
  return open?.graph
}
