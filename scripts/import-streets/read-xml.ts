import type { Readable } from 'node:stream'
import { SaxesParser } from 'saxes'
import type { StreetCollector } from '../../core/walkshed/osm/collector'
import { MapFileError } from '../../core/walkshed/osm/map-file-error'
import { OrderCheck, type ItemType } from './read-pbf'

type Attributes = Readonly<Record<string, string>>

interface Element {
  readonly type: ItemType
  readonly attributes: Attributes
  readonly tags: Record<string, string>
  /** Points of a way, or ways of a relation. */
  readonly refs: number[]
}

/**
 * Reads OpenStreetMap XML into the collector.
 * @throws MapFileError when it is no well-formed OpenStreetMap XML, is cut off, or is not sorted.
 */
export async function readXml(bytes: Readable, file: string, collector: StreetCollector): Promise<void> {
  const parser = new SaxesParser()
  const reader = new XmlReader(file, collector)
  parser.on('error', (error) => {
    throw new MapFileError(`${file} is not well-formed XML, or cut off (${error.message})`)
  })
  parser.on('opentag', ({ name, attributes }) => reader.open(name, attributes))
  parser.on('closetag', ({ name }) => reader.close(name))
  bytes.setEncoding('utf8')
  for await (const chunk of bytes) parser.write(chunk as string)
  parser.close()
}

class XmlReader {
  private readonly order: OrderCheck
  private isInside = false
  private current: Element | undefined

  constructor(
    private readonly file: string,
    private readonly collector: StreetCollector,
  ) {
    this.order = new OrderCheck(file)
  }

  open(name: string, attributes: Attributes): void {
    if (!this.isInside) {
      if (name !== 'osm') throw new MapFileError(`${this.file} is XML, but of <${name}> instead of <osm>`)
      this.isInside = true
      return
    }
    const { current } = this
    if (name === 'node' || name === 'way' || name === 'relation') {
      this.current = { type: name, attributes, tags: {}, refs: [] }
    } else if (name === 'tag' && current) current.tags[attributes['k'] ?? ''] = attributes['v'] ?? ''
    else if (name === 'nd' && current) current.refs.push(this.numberOf(attributes, 'ref', current))
    else if (name === 'member' && current && attributes['type'] === 'way') {
      current.refs.push(this.numberOf(attributes, 'ref', current))
    }
  }

  close(name: string): void {
    const { current } = this
    if (!current || name !== current.type) return
    this.current = undefined
    const { attributes, tags, refs } = current
    // Editors keep what was deleted until it is uploaded.
    if (attributes['visible'] === 'false' || attributes['action'] === 'delete') return
    this.order.meet(current.type)
    if (current.type === 'node') {
      const longitude = this.numberOf(attributes, 'lon', current)
      this.collector.point(this.idOf(current), longitude, this.numberOf(attributes, 'lat', current), tags)
    } else if (current.type === 'way') this.collector.way(this.idOf(current), refs, tags)
    else this.collector.relation(refs, tags)
  }

  private idOf(element: Element): number {
    return this.numberOf(element.attributes, 'id', element)
  }

  private numberOf(attributes: Attributes, name: string, element: Element): number {
    const value = Number(attributes[name] ?? NaN)
    if (Number.isFinite(value)) return value
    const which = `${element.type} ${element.attributes['id'] ?? 'without an id'}`
    throw new MapFileError(
      `${this.file}: ${which} has ${name}=${JSON.stringify(attributes[name])}, not a number`,
    )
  }
}
