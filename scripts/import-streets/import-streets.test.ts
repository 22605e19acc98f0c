import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { decodeGraph } from '../../core/walkshed/binary/decode'
import type { StreetGraph } from '../../core/walkshed/graph/street-graph'
import { SMALL_TOWN, WEST } from './fixtures/small-town'
import { writePbf } from './fixtures/write-pbf'
import { writeGeoJson, writeXml } from './fixtures/write-text'
import { importStreets } from './import-streets'
import { readOptions, UsageError } from './options'
import { Progress } from './progress'
import { describeImport } from './report'

let folder: string
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'import-streets-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const inFolder = (name: string): string => path.join(folder, name)
const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(inFolder(name), content)
  return inFolder(name)
}

/** Imports into the folder; gives the report's lines. */
async function run(...args: string[]): Promise<string[]> {
  const options = readOptions([...args, '--out', inFolder('streets.graph')], folder)
  const silent = { isTTY: false, write: () => true } as unknown as NodeJS.WriteStream
  return describeImport(await importStreets(options, new Progress(silent)))
}

function written(): StreetGraph {
  const bytes = readFileSync(inFolder('streets.graph'))
  const answer = decodeGraph(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer,
  )
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.value
}

const XML = writeXml(SMALL_TOWN)
const PBF = writePbf(SMALL_TOWN)
const GEOJSON = writeGeoJson(SMALL_TOWN)

describe('importStreets', () => {
  it('makes the same graph of PBF, XML and GeoJSON, zipped or not, whatever the file is called', async () => {
    const graphs: StreetGraph[] = []
    const files = [put('a.pbf', PBF), put('b.osm', XML), put('c.geojson', GEOJSON)]
    files.push(put('d.dat', gzipSync(PBF)), put('e.gz', gzipSync(XML)), put('f.json', gzipSync(GEOJSON)))
    for (const file of files) {
      await run(file, '--source', '测试')
      graphs.push(written())
    }
    for (const graph of graphs) {
      expect(graph.names.filter((name) => name !== '').sort()).toEqual(['东门', '兰溪路', '环浜'].sort())
      const first = graphs[0]!
      expect(graph.edgeLength).toEqual(first.edgeLength)
      expect(graph.edgeFlags).toEqual(first.edgeFlags)
      expect(graph.barriers.kind).toHaveLength(2)
      expect(graph.source).toBe('测试')
    }
  })

  it('keeps what is walkable and connected, and reports what became of the rest', async () => {
    const report = (await run(put('town.osm', XML))).join('\n')
    expect(written()).toMatchObject({
      nodeCount: 5,
      edgeCount: 4,
      source: '© OpenStreetMap contributors',
      sketch: false,
    })
    expect(report).toContain('Kept: 0.4 km of streets, 5 nodes, 4 edges, 3 names')
    expect(report).toContain('steps 0.1 km')
    expect(report).toContain('1 water, 0 wall, 0 railway, 1 expressway')
    expect(report).toContain('Dropped: 2 ways that nobody walks on, 0 outside the boundary')
    expect(report).toMatch(/^ {2}1 ways, 0\.\d km: motorway$/m)
    expect(report).toMatch(/^ {2}1 ways, 0\.\d km: private$/m)
    expect(report).toMatch(/Disconnected.*2 parts/)
    expect(report).toContain('(孤岛路)')
  })

  it('cuts to the boundary and its margin', async () => {
    const boundary = put('west.geojson', JSON.stringify(WEST))
    const within = async (...more: string[]): Promise<string> =>
      (await run(put('town.osm', XML), '--boundary', boundary, ...more)).join('\n')
    expect(await within()).toContain('1 outside the boundary')
    expect(await within('--margin', '9000')).toContain('0 outside the boundary')
    await within('--feature', '西片', '--margin', '0')
    expect(written().edgeCount).toBe(4)
    await expect(within('--feature', 'east')).rejects.toThrow(/west\.geojson: .*"east".*west/)
  })

  it('lays the overlay of the data pack over it, and says what found no street', async () => {
    const feature = (kind: string, coordinates: number[]): unknown => ({
      type: 'Feature',
      properties: { kind },
      geometry: { type: 'Point', coordinates },
    })
    const features = [feature('closure', [121.4025, 31.24]), feature('gate', [121.4025, 31.245])]
    put('streets-overlay.geojson', JSON.stringify({ type: 'FeatureCollection', features }))
    const report = (await run(put('town.osm', XML))).join('\n')
    expect(report).toContain('Overlay: 0 gate, 0 crossing, 1 closure, 0 verified')
    expect(report).toContain('feature 2 (gate) found no street')
    expect(report).toMatch(/Disconnected.*3 parts/)
    expect(written()).toMatchObject({ nodeCount: 5, edgeCount: 4 })
  })

  it('takes the words of a hand-drawn map, and marks it as a sketch when told to', async () => {
    await run(put('sketch.geojson', GEOJSON), '--sketch')
    expect(written()).toMatchObject({ sketch: true, source: '手绘 2026' })
  })

  it('replaces an older graph only when all went well', async () => {
    put('streets.graph', 'older')
    await expect(run(put('town.osm', XML.slice(0, 900)))).rejects.toThrow()
    expect(readFileSync(inFolder('streets.graph'), 'utf8')).toBe('older')
    await run(put('town.osm', XML))
    expect(written().edgeCount).toBe(4)
    expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([])
  })
})

describe('a file that cannot be used', () => {
  const unsorted = writePbf(SMALL_TOWN, { order: ['ways', 'points', 'relations'] })
  const history = writePbf(SMALL_TOWN, { features: ['OsmSchema-V0.6', 'HistoricalInformation'] })
  const damaged = Buffer.from(PBF)
  damaged.fill(0xff, PBF.length - 60, PBF.length - 40)

  it.each<[string, string | Uint8Array, RegExp]>([
    ['an empty file', '', /is empty/],
    ['a PBF cut off in the middle', PBF.subarray(0, PBF.length - 20), /is cut off.*fetch it again/],
    ['a PBF cut off in its first header', PBF.subarray(0, 20), /cut off/],
    ['a damaged PBF', damaged, /is damaged/],
    ['an unsorted PBF', unsorted, /is not sorted.*osmium sort/],
    ['a PBF with history', history, /"HistoricalInformation"/],
    ['XML cut off in the middle', XML.slice(0, 900), /cut off/],
    ['XML cut off at a tag', XML.slice(0, XML.indexOf('<way')), /cut off/],
    ['XML of something else', '<svg></svg>', /<svg> instead of <osm>/],
    ['XML with a longitude that is none', XML.replace('lon="121.4"', 'lon="east"'), /node 1 has lon="east"/],
    ['unsorted XML', XML.replace('<osm version="0.6">', '<osm><way id="1"></way>'), /is not sorted/],
    ['a gzip cut off', gzipSync(XML).subarray(0, 300), /damaged or cut off/],
    ['GeoJSON cut off', GEOJSON.slice(0, 300), /not JSON, or cut off/],
    ['JSON of something else', '{"type":"Topology"}', /not GeoJSON.*"Topology"/],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), /not a street file.*PBF.*XML.*GeoJSON/],
    ['a zip archive', 'PK\x03\x04', /zip archive; unpack it/],
    ['a file packed with bzip2', 'BZh91AY', /bunzip2/],
    ['a map without streets', '{"type":"FeatureCollection","features":[]}', /no street to walk on/],
  ])('%s gets a clear error, and nothing is written', async (_, content, message) => {
    await expect(run(put('file', content))).rejects.toThrow(message)
    expect(existsSync(inFolder('streets.graph'))).toBe(false)
  })

  it('names a file that is not there, be it streets, boundary or overlay', async () => {
    const town = put('town.osm', XML)
    await expect(run(inFolder('missing.osm'))).rejects.toThrow(/missing\.osm cannot be read/)
    await expect(run(town, '--boundary', inFolder('missing'))).rejects.toThrow(/missing cannot be read/)
    await expect(run(town, '--overlay', inFolder('missing'))).rejects.toThrow(/missing cannot be read/)
    expect(existsSync(inFolder('streets.graph'))).toBe(false)
  })
})

describe('the command line', () => {
  it.each([
    [[], /Name one file/],
    [['a', 'b'], /Name one file/],
    [['a', '--margin', 'far'], /--margin.*"far"/],
    [['a', '--margin=-1'], /--margin.*"-1"/],
    [['a', '--colour', 'red'], /colour/],
  ])('refuses %j', (args, message) => {
    expect(() => readOptions(args, 'pack')).toThrow(UsageError)
    expect(() => readOptions(args, 'pack')).toThrow(message)
  })

  it('puts the graph into the data pack unless told otherwise', () => {
    const { out, overlay, margin, isOverlayAsked } = readOptions(['a.pbf'], 'pack')
    expect([out, overlay, margin, isOverlayAsked]).toEqual([
      path.join('pack', 'streets.graph'),
      path.join('pack', 'streets-overlay.geojson'),
      1500,
      false,
    ])
  })
})
