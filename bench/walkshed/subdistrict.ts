import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import type { Wgs84 } from '../../core/kernel/units'
import { encodeGraph } from '../../core/walkshed/binary/encode'
import type { StreetGraph } from '../../core/walkshed/graph/street-graph'
import { figure, type Figure } from '../figure'
import { chance } from './places'

const run = promisify(execFile)
const GROUP = 'walkshed'
const FACILITIES = 300

interface PhoneTimes {
  readonly opening: number
  readonly tying: number
  readonly timing: number
  readonly drawing: number
  readonly outlines: number
}

/** What is promised for the graph of one 街道: bytes over the wire, and milliseconds on a phone without JIT. */
export async function measureSubdistrict(graph: StreetGraph, middle: Wgs84): Promise<Figure[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-walkshed-'))
  try {
    const buffer = new Uint8Array(encodeGraph(graph))
    const file = path.join(folder, 'streets.graph')
    await writeFile(file, buffer)
    const times = await runOnPhone(folder, file, middle)
    const wire = gzipSync(buffer).length + gzipSync(inventedFacilities(middle)).length
    const cut = `街道-sized cut of ${graph.nodeCount} nodes`
    return [
      figure(GROUP, `graph and ${FACILITIES} facilities over the wire, gzipped, ${cut}`, wire / 1000, 'kB', {
        most: 150,
      }),
      figure(GROUP, `without JIT: three bands with polygons, ${cut}`, times.drawing, 'ms', { most: 250 }),
      figure(GROUP, `without JIT: times alone, origin tied, ${FACILITIES} facilities`, times.timing, 'ms', {
        most: 40,
      }),
      figure(GROUP, 'without JIT: opening the graph, once a start', times.opening, 'ms'),
      figure(
        GROUP,
        `without JIT: tying ${FACILITIES} facilities, once a start and profile`,
        times.tying,
        'ms',
      ),
      figure(
        GROUP,
        'setData of a full redraw of WeChat’s map: bands, 60 places, a way',
        times.outlines / 1000,
        'kB',
        {
          most: 40,
        },
      ),
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function runOnPhone(folder: string, graph: string, middle: Wgs84): Promise<PhoneTimes> {
  const bundle = path.join(folder, 'phone.cjs')
  await build({
    entryPoints: [path.resolve('bench', 'walkshed', 'phone.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'warning',
  })
  const { stdout } = await run(process.execPath, ['--jitless', bundle, graph, ...middle.map(String)])
  return JSON.parse(stdout) as PhoneTimes
}

/** As many words as a row of the data pack has. */
function inventedFacilities(middle: Wgs84): string {
  const next = chance(17)
  const rows = Array.from({ length: FACILITIES }, (_, k) => ({
    id: `facility-${k}`,
    kind: ['菜场', '便利店', '药店', '公厕', '公园'][Math.floor(next() * 5)],
    name: `第${Math.floor(next() * 1e6)}号服务点`,
    position: [middle[0] + next() * 0.03, middle[1] + next() * 0.03].map((degrees) =>
      Number(degrees.toFixed(6)),
    ),
    hours: `周一至周五 ${8 + Math.floor(next() * 2)}:00–1${7 + Math.floor(next() * 3)}:30`,
    source: '街道名录 2026-03',
    verified: `2026-0${1 + Math.floor(next() * 9)}-15`,
    address: `${['兰溪路', '花溪路', '梅岭北路'][Math.floor(next() * 3)]} ${Math.floor(next() * 900)} 号`,
  }))
  return JSON.stringify(rows)
}
