import type { Readable, TransformCallback } from 'node:stream'
import { OSMTransform } from 'osm-pbf-parser-node'
import type { StreetCollector } from '../../core/walkshed/osm/collector'
import { MapFileError } from '../../core/walkshed/osm/map-file-error'
import type { Tags } from '../../core/walkshed/osm/tags'

/** What this program understands of the format's optional parts. */
const KNOWN_FEATURES = new Set(['OsmSchema-V0.6', 'DenseNodes'])

type Item =
  | { type: 'node'; id: number; lat: number; lon: number; tags?: Tags }
  | { type: 'way'; id: number; refs: number[]; tags?: Tags }
  | { type: 'relation'; id: number; members: { type: string; ref: number }[]; tags?: Tags }
  | { type?: undefined; required_features?: string[] }

/**
 * Reads OpenStreetMap PBF into the collector.
 * @throws MapFileError when the file is damaged, cut off, not sorted, or needs what is not understood.
 */
export async function readPbf(bytes: Readable, file: string, collector: StreetCollector): Promise<void> {
  const order = new OrderCheck(file)
  const parser = new CheckedParser(file)
  bytes.once('error', (error) => parser.destroy(error)).pipe(parser)
  for await (const batch of parser as AsyncIterable<Item[]>) {
    for (const item of batch) collect(item, collector, order, file)
  }
}

/** The parser throws out of the stream's reach; here a damaged file becomes the stream's error. */
class CheckedParser extends OSMTransform {
  constructor(private readonly file: string) {
    super({ withTags: true, withInfo: false })
  }

  override _transform(chunk: Buffer, encoding: BufferEncoding, next: TransformCallback): void {
    try {
      super._transform(chunk, encoding, next)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      next(new MapFileError(`${this.file} is damaged, or packed in a way that is not read (${reason})`))
    }
  }

  override _flush(next: TransformCallback): void {
    try {
      super._flush(next)
    } catch {
      // The parser's only complaint here: bytes are missing.
      next(new MapFileError(`${this.file} is cut off: it ends in the middle of a block; fetch it again`))
    }
  }
}

function collect(item: Item, collector: StreetCollector, order: OrderCheck, file: string): void {
  if (item.type === undefined) {
    const unknown = item.required_features?.find((feature) => !KNOWN_FEATURES.has(feature))
    if (unknown) throw new MapFileError(`${file} needs "${unknown}", which is not understood`)
    return
  }
  order.meet(item.type)
  const tags = item.tags ?? {}
  if (item.type === 'node') collector.point(item.id, item.lon, item.lat, tags)
  else if (item.type === 'way') collector.way(item.id, item.refs, tags)
  else collector.relation(wayMembers(item.members), tags)
}

const wayMembers = (members: readonly { type: string; ref: number }[]): number[] =>
  members.filter(({ type }) => type === 'way').map(({ ref }) => ref)

const ORDER = ['node', 'way', 'relation'] as const
export type ItemType = (typeof ORDER)[number]

/** Ways need their points, and lakes their shores, to have come before them. */
export class OrderCheck {
  private reached = 0

  constructor(private readonly file: string) {}

  meet(type: ItemType): void {
    const place = ORDER.indexOf(type)
    if (place < this.reached) {
      throw new MapFileError(
        `${this.file} is not sorted (nodes, ways, relations); sort it first (osmium sort)`,
      )
    }
    this.reached = place
  }
}
