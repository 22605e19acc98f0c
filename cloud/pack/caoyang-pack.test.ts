import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { wgs84 } from '../../core/kernel/units'
import { decodeGraph, prepareWalker, PROFILES, snap } from '../../core/walkshed'
import { readPackFolder } from './load-folder'
import type { Pack } from './pack'

let pack: Pack
beforeAll(async () => {
  pack = await readPackFolder(resolve(__dirname, '../../data/caoyang'))
})

interface Sketch {
  readonly features: readonly {
    readonly properties: { readonly name?: string; readonly highway?: string }
    readonly geometry: { readonly coordinates: unknown }
  }[]
}
const SKETCH = JSON.parse(
  readFileSync(resolve(__dirname, '../../data/caoyang/streets.geojson'), 'utf8'),
) as Sketch

/** The twenty 居委会 of the public list. */
const NEIGHBOURHOODS = [
  '源园 花溪园 金岭园 杏梅园 南岭园 南杨园 南梅园 沙溪园 南溪园 枫杨园',
  '金杨园 兰溪园 金梅园 杏杨园 北梅园 北岭园 兰岭园 桂杨园 北杨园 枫岭园',
].flatMap((line) => line.split(' '))

/** Every other place of the street that has been reported on. */
const SITES = {
  jinmeiyuan: '金梅园百姓会客厅',
  nanyangyuan: '南杨园百姓会客厅',
  nanlingyuan: '南岭园百姓会客厅',
  jinyangyuan: '金杨园百姓会客厅',
  huaxiyuan: '花溪园居民区党群服务站',
  wuning: '武宁片区党群服务中心',
  kechuang: '科创会客厅',
  'community-centre': '曹杨社区综合服务中心',
}

/** What a resident finds by typing this word: offices whose name, or whose service by any of its words, holds it. */
function officesFor(word: string): readonly string[] {
  const services = pack.services.filter((service) =>
    [service.name, ...service.also_called].some((name) => name.includes(word)),
  )
  const ids = new Set(services.map(({ id }) => id))
  const handling = pack.officeServices.filter((row) => ids.has(row.service_id)).map((row) => row.office_id)
  return [
    ...new Set([
      ...pack.offices.filter((office) => office.name.includes(word)).map(({ id }) => id),
      ...handling,
    ]),
  ]
}

/** Bus platforms that are named after streets of the sketch: OpenStreetMap 2026-05-19, © OpenStreetMap contributors, ODbL 1.0. */
const PLATFORMS: readonly (readonly [streets: string, longitude: number, latitude: number])[] = [
  ['曹杨路', 121.4099, 31.23984],
  ['兰溪路 梅岭北路', 121.40489, 31.23972],
  ['兰溪路 梅岭北路', 121.4043, 31.23986],
  ['曹杨路 兰溪路', 121.40838, 31.2425],
  ['曹杨路 兰溪路', 121.40812, 31.24296],
  ['杏山路', 121.40336, 31.23699],
  ['杨柳青路 枣阳路', 121.3993, 31.23556],
  ['杨柳青路 枣阳路', 121.39929, 31.23539],
  ['杨柳青路 梅川路', 121.3952, 31.24181],
  ['杨柳青路 梅川路', 121.39512, 31.24158],
  ['枣阳路 杏山路', 121.40007, 31.23864],
  ['枣阳路 杏山路', 121.40104, 31.23979],
  ['枣阳路 桐柏路', 121.39901, 31.23778],
  ['枣阳路 桐柏路', 121.39929, 31.23787],
  ['枫桥路 梅岭北路', 121.40386, 31.24246],
  ['桐柏路 花溪路', 121.40132, 31.23592],
  ['梅岭北路 兰溪路', 121.40501, 31.24181],
  ['梅岭北路 枫桥路', 121.40336, 31.2443],
  ['梅岭北路 枫桥路', 121.4025, 31.24445],
  ['梅岭南路 杏山路', 121.40457, 31.23607],
  ['梅岭南路 杏山路', 121.40453, 31.2359],
  ['武宁路', 121.41261, 31.24495],
  ['金沙江路', 121.40434, 31.23332],
]

/** Metres from a platform to the nearest of the streets after which it is named. */
function metresOff([streets, longitude, latitude]: (typeof PLATFORMS)[number]): number {
  const plane = ([east = 0, north = 0]: readonly number[]): readonly [number, number] => [
    (east - longitude) * 111_320 * Math.cos((latitude * Math.PI) / 180),
    (north - latitude) * 111_320,
  ]
  const lines = SKETCH.features
    .filter(
      ({ properties }) =>
        properties.highway !== undefined && streets.split(' ').includes(properties.name ?? ''),
    )
    .map(({ geometry }) => (geometry.coordinates as readonly (readonly number[])[]).map(plane))
  const lengths = lines.flatMap((line) =>
    line.slice(1).map(([endX, endY], index) => {
      const [x, y] = line[index] ?? [endX, endY]
      const [acrossX, acrossY] = [endX - x, endY - y]
      const along = -(x * acrossX + y * acrossY) / (acrossX * acrossX + acrossY * acrossY)
      const share = Math.min(1, Math.max(0, along))
      return Math.hypot(x + share * acrossX, y + share * acrossY)
    }),
  )
  return Math.min(...lengths)
}

describe('the pack of 曹杨新村街道', () => {
  it('has a page for every site that is known by name', () => {
    expect(Object.fromEntries(pack.offices.map(({ id, name }) => [id, name]))).toMatchObject(SITES)
  })

  it('has the twenty neighbourhoods, each with a page of its own that says whose it is', () => {
    expect(pack.neighbourhoods.map(({ name }) => name)).toEqual(NEIGHBOURHOODS)
    for (const { id, name, office_id } of pack.neighbourhoods) {
      const office = pack.offices.find((row) => row.id === office_id)
      expect(office).toMatchObject({ neighbourhood_id: id, short_name: name, status: 'open' })
    }
  })

  it('finds 金梅园 by 自助, whose 24-hour area is the only time that is known', () => {
    expect(officesFor('自助')).toEqual(['jinmeiyuan'])
    expect(officesFor('一网通办')).toEqual(['jinmeiyuan'])
    expect(pack.zones.filter((zone) => zone.hours_known)).toEqual([
      expect.objectContaining({
        office_id: 'jinmeiyuan',
        id: 'self-service',
        always_open: true,
        main: false,
      }),
    ])
    expect(pack.hours).toEqual([])
  })

  it.each(['加梯', '加装电梯', '装电梯', '居住证', '敬老卡', '食堂', '调解'])('knows the need %s', (word) => {
    const names = pack.services.flatMap((service) => [service.name, ...service.also_called])
    expect(names.some((name) => name.includes(word))).toBe(true)
  })

  it('claims nothing that nobody checked: no phone, no verified position, no verified entrance', () => {
    expect(
      pack.offices.filter(
        (office) => office.phone !== null || office.position_verified || office.verified_on !== null,
      ),
    ).toEqual([])
    expect(pack.neighbourhoods.filter((row) => row.phone !== null)).toEqual([])
    expect(pack.compounds.filter((row) => row.position_verified || row.grid_phone !== null)).toEqual([])
    for (const { step_free, ramp, lift, accessible_toilet, hearing_loop } of pack.entrances) {
      expect(new Set([step_free, ramp, lift, accessible_toilet, hearing_loop])).toEqual(
        new Set(['unverified']),
      )
    }
  })

  it('says of every place and compound where it is from, and of every estimate that it is one', () => {
    for (const row of [...pack.offices, ...pack.compounds]) expect(row.source).toMatch(/待核实/)
    for (const { id, source, ...row } of pack.compounds) {
      if (id !== 'caoyang-1' && row.neighbourhood_id !== null)
        expect(source).toContain('居民区归属和位置都是估计的')
      if (row.neighbourhood_id === null) expect(source).toMatch(/居民区归属都?还不知道，待核实$/)
    }
  })

  it('puts 曹杨一村 into 源园, and knows the names of 47 compounds, each once', () => {
    expect(pack.compounds.find(({ name }) => name === '曹杨一村')?.neighbourhood_id).toBe('yuanyuan')
    expect(new Set(pack.compounds.map(({ name }) => name)).size).toBe(47)
    expect(pack.compounds).toHaveLength(47)
  })

  it('has a street sketch that says so, and ties every place, office and compound with a position to it', () => {
    const form = Uint8Array.from(Buffer.from(pack.streets?.form.slice(2) ?? '', 'hex'))
    const graph = decodeGraph(form.buffer)
    if (!graph.ok) throw new Error(graph.refusal)
    expect(graph.value).toMatchObject({ sketch: true, source: expect.stringContaining('示意') as string })
    expect(graph.value.names).toEqual(expect.arrayContaining(['兰溪路', '枣阳路', '花溪路', '曹杨环浜']))
    const walker = prepareWalker(graph.value, PROFILES.elder)
    const places = [...pack.facilities, ...pack.offices, ...pack.compounds]
    const placed = places.flatMap(({ name, longitude, latitude }) =>
      longitude === null || latitude === null ? [] : [{ name, at: snap(walker, wgs84(longitude, latitude)) }],
    )
    expect(placed.length).toBeGreaterThan(20)
    expect(placed.filter(({ at }) => !at.ok).map(({ name }) => name)).toEqual([])
  })

  it('draws its streets where the bus stops that are named after them stand', () => {
    const off = PLATFORMS.map(metresOff).sort((one, other) => one - other)
    expect(off).toHaveLength(23)
    expect(off[11]).toBeLessThan(20)
    expect(off.at(-1)).toBeLessThan(60)
  })

  it('says of every position that comes from OpenStreetMap whose it is, and that nobody has checked it', () => {
    const fromMap = pack.facilities.filter(({ source }) => source?.includes('OpenStreetMap'))
    expect(fromMap.length).toBeGreaterThan(20)
    for (const { source, position_verified: verified } of fromMap) {
      expect(source).toContain('© OpenStreetMap contributors')
      expect(verified).toBe(false)
    }
  })

  it('calls a kind completely collected only where that is certain: the metro', () => {
    expect(pack.facilityKinds.filter(({ complete }) => complete).map(({ name }) => name)).toEqual(['地铁站'])
    for (const { source, verified_on: day, position_verified: verified } of pack.facilities) {
      expect([source, day, verified]).toEqual([expect.stringContaining('待核实'), null, false])
    }
  })

  it('has news in every column, each with its source, and none that claims to be verified', () => {
    expect(pack.articles.length).toBeGreaterThanOrEqual(12)
    expect(new Set(pack.articles.map(({ news_column }) => news_column)).size).toBe(6)
    for (const { source, blocks } of pack.articles) {
      expect(source).toMatch(/据.+整理|编写说明/)
      expect(blocks.length).toBeGreaterThan(1)
    }
  })

  it('explains ten words and more, each with a source, in plain words', () => {
    expect(pack.words.length).toBeGreaterThanOrEqual(10)
    expect(pack.words.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['百姓会客厅', '一网通办', '加梯', '15分钟社区生活圈', '微网格']),
    )
    expect(pack.words.filter(({ source }) => source === '')).toEqual([])
    expect(new Set(pack.articles.flatMap(({ word_ids }) => word_ids)).size).toBeGreaterThanOrEqual(5)
  })

  it('is who it says it is', () => {
    expect(Object.fromEntries(pack.settings.map(({ key, value }) => [key, value]))).toMatchObject({
      name: '曹杨新村街道',
      app_name: '曹杨百姓会客厅',
      kind: '街道',
      organiser: '曹杨新村街道',
      guideline: '《上海市 15 分钟社区生活圈规划导则》（2016）',
      phone: '',
      hotline: '12345',
      map_licence: '',
      closing_soon_minutes: '30',
    })
  })
})
