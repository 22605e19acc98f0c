import type { Ring } from '../build/area'
import { MapFileError } from '../osm/map-file-error'
import type { Tags } from '../osm/tags'

export type Coordinate = readonly [longitude: number, latitude: number]

/** A GeoJSON feature taken apart: lines are paths and the rings of areas. */
export interface Feature {
  /** Counted from 1, as a reader of the file counts. */
  readonly number: number
  readonly tags: Tags
  readonly point?: Coordinate
  readonly lines: readonly (readonly Coordinate[])[]
  readonly isArea: boolean
}

/**
 * Reads a FeatureCollection, a Feature or a bare geometry in WGS-84. Properties that are texts, numbers or
 * booleans become tags.
 * @throws MapFileError naming the feature and what is wrong with it.
 */
export function readFeatures(json: unknown): Feature[] {
  if (!isRecord(json)) throw new MapFileError('this is not GeoJSON: an object with a "type" is expected')
  if (json['type'] === 'FeatureCollection') {
    if (!Array.isArray(json['features'])) throw new MapFileError('the GeoJSON has no list of "features"')
    return json['features'].map((feature: unknown, index) => readFeature(feature, index + 1))
  }
  if (json['type'] === 'Feature') return [readFeature(json, 1)]
  if (json['coordinates'] !== undefined) return [readFeature({ geometry: json }, 1)]
  throw new MapFileError(`this is not GeoJSON: its "type" is ${JSON.stringify(json['type'])}`)
}

/** The rings of all areas of a GeoJSON, for a boundary; with `wanted` only of the features with that id or name. */
export function readRings(json: unknown, wanted?: string): Ring[] {
  const areas = readFeatures(json).filter(({ isArea }) => isArea)
  if (areas.length === 0) throw new MapFileError('the boundary has no Polygon or MultiPolygon')
  const chosen = areas.filter(
    ({ tags }) => wanted === undefined || tags['id'] === wanted || tags['name'] === wanted,
  )
  if (chosen.length === 0) {
    const known = areas.map(({ tags }) => tags['id'] ?? tags['name'] ?? 'one without id and name')
    throw new MapFileError(`the boundary has no area ${JSON.stringify(wanted)}; it has ${known.join(', ')}`)
  }
  return chosen.flatMap(({ lines }) => lines)
}

function readFeature(feature: unknown, number: number): Feature {
  if (!isRecord(feature)) throw new MapFileError(`feature ${number} is not an object`)
  const { geometry, properties } = feature
  const tags = readTags(properties)
  if (geometry === null || geometry === undefined) return { number, tags, lines: [], isArea: false }
  if (!isRecord(geometry)) throw new MapFileError(`feature ${number} has a geometry that is not an object`)
  const { type, coordinates } = geometry
  switch (type) {
    case 'Point':
      return { number, tags, point: readCoordinate(coordinates, number), lines: [], isArea: false }
    case 'LineString':
      return { number, tags, lines: [readLine(coordinates, number)], isArea: false }
    case 'MultiLineString':
    case 'Polygon':
      return { number, tags, lines: readLines(coordinates, number), isArea: type === 'Polygon' }
    case 'MultiPolygon':
      return {
        number,
        tags,
        lines: readLists(coordinates, number).flatMap((polygon) => readLines(polygon, number)),
        isArea: true,
      }
    default:
      throw new MapFileError(
        `feature ${number} has the geometry type ${JSON.stringify(type)}, which is not read`,
      )
  }
}

function readTags(properties: unknown): Tags {
  if (!isRecord(properties)) return {}
  const given = Object.entries(properties).filter(([, value]) =>
    ['string', 'number', 'boolean'].includes(typeof value),
  )
  return Object.fromEntries(
    given.map(([key, value]) => [key, value === true ? 'yes' : value === false ? 'no' : String(value)]),
  )
}

function readLists(value: unknown, number: number): unknown[] {
  if (!Array.isArray(value)) throw new MapFileError(`feature ${number} has coordinates that are not a list`)
  return value
}

function readLines(value: unknown, number: number): Coordinate[][] {
  return readLists(value, number).map((line) => readLine(line, number))
}

function readLine(value: unknown, number: number): Coordinate[] {
  const line = readLists(value, number).map((coordinate) => readCoordinate(coordinate, number))
  if (line.length < 2) throw new MapFileError(`feature ${number} has a line with fewer than two points`)
  return line
}

function readCoordinate(value: unknown, number: number): Coordinate {
  const [longitude, latitude] = readLists(value, number)
  if (typeof longitude !== 'number' || !(Math.abs(longitude) <= 180)) {
    throw new MapFileError(
      `feature ${number} has the longitude ${JSON.stringify(longitude)}, not within [-180, 180]`,
    )
  }
  if (typeof latitude !== 'number' || !(Math.abs(latitude) <= 90)) {
    throw new MapFileError(
      `feature ${number} has the latitude ${JSON.stringify(latitude)}, not within [-90, 90]`,
    )
  }
  return [longitude, latitude]
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
