import { createReadStream } from 'node:fs'
import { PassThrough, Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { Network } from '../../core/walkshed/build/network'
import { StreetCollector, type Tally } from '../../core/walkshed/osm/collector'
import { readGeoJsonStreets } from '../../core/walkshed/drawn/from-geojson'
import type { Coordinate } from '../../core/walkshed/drawn/geojson'
import { MapFileError } from '../../core/walkshed/osm/map-file-error'
import { inFile, readJson } from './read-json'
import { readPbf } from './read-pbf'
import { readXml } from './read-xml'
import { sniff, type StreetFormat } from './sniff'

export interface ReadStreets {
  readonly format: StreetFormat
  readonly network: Network
  readonly tally: Tally
  /** GeoJSON only: what hand-drawn streets are checked for. */
  readonly drawing?: {
    readonly joined: number
    readonly unjoined: readonly Coordinate[]
    readonly lostGates: readonly number[]
  }
}

type Keeps = (longitude: number, latitude: number) => boolean

/** Reads the streets of a file of any of the three formats, telling the share of bytes done (0 to 1). */
export async function readStreets(
  file: string,
  keeps: Keeps,
  onProgress: (share: number) => void,
): Promise<ReadStreets> {
  const { format, isZipped, bytes } = await sniff(file)
  if (format === 'geojson') {
    const json = await readJson(file)
    onProgress(1)
    const { network, tally, ...drawing } = inFile(file, () => readGeoJsonStreets(json, keeps))
    return { format, network, tally, drawing }
  }
  const collector = new StreetCollector(keeps)
  const read = format === 'pbf' ? readPbf : readXml
  const counter = countBytes((read) => onProgress(read / bytes))
  const unpacked = isZipped ? createGunzip() : new PassThrough()
  await together(
    pipeline(createReadStream(file), counter, unpacked),
    () => read(unpacked, file, collector),
    unpacked,
    file,
  )
  return { format, ...collector.finish() }
}

/** Both ends of the stream: when one fails the other is ended, and the reader's own words win. */
async function together(
  feeding: Promise<void>,
  read: () => Promise<void>,
  between: Readable,
  file: string,
): Promise<void> {
  const reading = read().catch((error: unknown) => {
    between.destroy()
    throw error
  })
  const [fed, done] = await Promise.allSettled([feeding, reading])
  if (done.status === 'rejected' && done.reason instanceof MapFileError) throw done.reason
  for (const end of [fed, done]) {
    if (end.status === 'fulfilled') continue
    const reason = end.reason instanceof Error ? end.reason.message : String(end.reason)
    throw new MapFileError(`${file} cannot be read to its end: it is damaged or cut off (${reason})`)
  }
}

function countBytes(onBytes: (read: number) => void): Transform {
  let read = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, next) {
      onBytes((read += chunk.length))
      next(null, chunk)
    },
  })
}
