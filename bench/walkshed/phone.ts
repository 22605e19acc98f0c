import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { seconds, wgs84 } from '../../core/kernel/units'
import { decodeGraph } from '../../core/walkshed/binary/decode'
import { bandsOf, type Band } from '../../core/walkshed/picture/bands'
import { prepareCanvas } from '../../core/walkshed/picture/painting'
import { walkTimes } from '../../core/walkshed/walk/arrival'
import { PROFILES } from '../../core/walkshed/walk/profile'
import { search } from '../../core/walkshed/walk/search'
import { snap } from '../../core/walkshed/walk/snap'
import { prepareWalker } from '../../core/walkshed/walk/walker'
import { MOST_PINS } from '../../src/platform/map/drawn/life-map-props'
import { wechatDrawing } from '../../src/platform/map/drawn/wechat-drawing.weapp'
import { PALETTES } from '../../src/theme/tokens'
import { placesAround, placesNearStreets, type Place } from './places'
import { median } from './timing'

/**
 * What a phone does, run in a process without JIT: `phone.js <graph> <longitude> <latitude>`.
 * Prints medians in milliseconds as JSON. Each origin is asked for once, as a finger would.
 */
const FACILITIES = 300
const ORIGINS = 15
const MINUTES = [5, 10, 15] as const
const BANDS = MINUTES.map((minutes) => seconds(minutes * 60))
/** More points than the way of one walk has on the map. */
const LONG_WAY = 200
const QUARTER_HOUR = seconds(900)

function clock<Value>(times: number[], act: () => Value): Value {
  const start = performance.now()
  const value = act()
  times.push(performance.now() - start)
  return value
}

const [file = '', longitude, latitude] = process.argv.slice(2)
const bytes = readFileSync(file)
const opening: number[] = []
const tying: number[] = []
const timing: number[] = []
const drawing: number[] = []
const outlines: number[] = []

const graph = clock(opening, () => {
  const answer = decodeGraph(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer,
  )
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.value
})
const walker = prepareWalker(graph, PROFILES.adult)
const canvas = prepareCanvas()
const places = placesNearStreets(walker, FACILITIES, 60, 3)
clock(tying, () => places.forEach(({ position }) => snap(walker, position)))
const snaps = places.map((place) => place.snap)
for (const origin of placesAround(walker, wgs84(Number(longitude), Number(latitude)), 600, ORIGINS, 9)) {
  clock(timing, () => {
    const answer = snap(walker, origin.position)
    if (answer.ok) walkTimes(search(walker, [answer.value], QUARTER_HOUR), snaps)
  })
  const bands = clock(drawing, () => bandsOf(search(walker, [origin.snap], QUARTER_HOUR), BANDS, canvas))
  outlines.push(redraw(origin, bands))
}

/** Bytes of setData for WeChat's map: the bands, as many places as it may have, and a way as long as one is sent. */
function redraw({ position }: Place, bands: readonly Band[]): number {
  const drawing = wechatDrawing(
    {
      origin: position,
      bands: bands
        .map(({ polygons }, k) => ({
          minutes: MINUTES[k] ?? 15,
          polygons,
          labelAt: polygons[0]?.[0]?.[0] ?? null,
        }))
        .reverse(),
      pins: places.slice(0, MOST_PINS).map((place, k) => ({
        id: String(k),
        position: place.position,
        sign: '食',
        words: '曹杨幸福饭堂·兰溪院，步行 6 分钟',
        chosen: k === 0,
      })),
      path: places.slice(0, LONG_WAY).map((place) => place.position),
    },
    PALETTES.light,
  )
  return Buffer.byteLength(JSON.stringify(drawing))
}

const result = { opening, tying, timing, drawing, outlines }
const medians = Object.fromEntries(Object.entries(result).map(([name, values]) => [name, median(values)]))
process.stdout.write(JSON.stringify(medians))
