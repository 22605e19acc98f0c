import type { CirclePlaces } from '../../../../core/contract/life-circle'
import { decodeGraph } from '../../../../core/walkshed/binary/decode'
import type { StreetGraph } from '../../../../core/walkshed/graph/street-graph'
import type { CircleSource, KeptStreets } from '../../walks/circle-source'
import { fromBase64 } from './base64'

/** Streets and places as the engine needs them. */
export interface Circle {
  readonly graph: StreetGraph
  readonly places: CirclePlaces
}

interface Opened {
  readonly version: string
  readonly graph: StreetGraph
}

function opened({ version, graph }: KeptStreets): Opened | null {
  const decoded = decodeGraph(fromBase64(graph))
  return decoded.ok ? { version, graph: decoded.value } : null
}

function keptStreets({ streets }: CircleSource): Opened | null {
  const found = streets.read()
  const open = found === null ? null : opened(found)
  if (found !== null && open === null) streets.write(null)
  return open
}

/**
 * The circle as this phone has it, renewed where the backend has newer parts. What is damaged is dropped and
 * fetched again. Without an answer the kept circle serves.
 * @throws what the source throws when there is neither
 */
export async function loadCircle(source: CircleSource): Promise<Circle> {
  const streets = keptStreets(source)
  const places = source.places.read()
  try {
    return await renewed(source, streets)
  } catch (error) {
    if (!source.isOutage(error) || streets === null || places === null) throw error
    return { graph: streets.graph, places: places.content }
  }
}

async function renewed(source: CircleSource, streets: Opened | null): Promise<Circle> {
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

/** Keeps streets only after they could be opened. */
function taken(source: CircleSource, streets: KeptStreets): StreetGraph | undefined {
  const open = opened(streets)
  if (open !== null) source.streets.write(streets)
  return open?.graph
}
