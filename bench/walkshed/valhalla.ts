import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { promisify } from 'node:util'
import type { Wgs84 } from '../../core/kernel/units'

const run = promisify(execFile)

/** Some 280 MB, so it is no dependency of ours: it is installed aside, once. */
const PACKAGE = '@valhallajs/valhallajs'
const VERSION = '3.6.1'
const FOLDER = path.resolve('.cache', 'bench-valhalla')
const MODULE = path.join(FOLDER, 'node_modules', PACKAGE)

interface Actor {
  isochrone(query: string): Promise<string>
}
interface Valhalla {
  readonly Actor: new (config: unknown) => Actor
  getConfig(options: { tileDir: string }): Promise<{ mjolnir: Record<string, unknown> }>
}

export interface ReferenceIsochrones {
  /** Milliseconds for the three polygons, as Valhalla's own text. */
  time(from: Wgs84): Promise<number>
  /** Outer and inner rings of the largest band. */
  rings(from: Wgs84): Promise<Wgs84[][]>
}

/** Installs Valhalla aside and builds its tiles of the extract; throws with the reason when it cannot. */
export async function prepareValhalla(
  extract: string,
  metresPerSecond: number,
): Promise<ReferenceIsochrones> {
  if (!existsSync(MODULE)) {
    await mkdir(FOLDER, { recursive: true })
    const args = ['install', '--prefix', FOLDER, '--no-save', '--no-package-lock', '--ignore-scripts']
    await run('npm', [...args, `${PACKAGE}@${VERSION}`])
  }
  const { Actor, getConfig } = createRequire(path.join(FOLDER, 'x.js'))(PACKAGE) as Valhalla
  const tiles = path.join(FOLDER, `tiles-${path.basename(extract)}-${(await stat(extract)).size}`)
  const config = await getConfig({ tileDir: tiles })
  delete config.mjolnir['tile_extract']
  if (!existsSync(tiles)) await buildTiles(extract, tiles, config)
  const actor = new Actor(config)
  const query = ([longitude, latitude]: Wgs84): string =>
    JSON.stringify({
      locations: [{ lon: longitude, lat: latitude }],
      costing: 'pedestrian',
      costing_options: { pedestrian: { walking_speed: metresPerSecond * 3.6 } },
      contours: [5, 10, 15].map((time) => ({ time })),
      polygons: true,
    })
  return {
    async time(from) {
      const text = query(from)
      const start = performance.now()
      await actor.isochrone(text)
      return performance.now() - start
    },
    async rings(from) {
      return largestRings(JSON.parse(await actor.isochrone(query(from))) as Collection)
    },
  }
}

async function buildTiles(extract: string, tiles: string, config: unknown): Promise<void> {
  const file = path.join(FOLDER, 'config.json')
  await writeFile(file, JSON.stringify(config))
  try {
    await run(
      process.execPath,
      [path.join(MODULE, 'bin', 'valhalla-cli.js'), 'build_tiles', '-c', file, path.resolve(extract)],
      {
        // It writes lists of its own into the folder it runs in.
        cwd: FOLDER,
        maxBuffer: 1 << 28,
      },
    )
  } catch (error) {
    await rm(tiles, { recursive: true, force: true })
    throw error
  }
}

interface Collection {
  readonly features: readonly {
    readonly properties: { readonly contour: number }
    readonly geometry: { readonly type: string; readonly coordinates: unknown }
  }[]
}

function largestRings({ features }: Collection): Wgs84[][] {
  return features
    .filter(({ properties }) => properties.contour === 15)
    .flatMap(({ geometry }) =>
      geometry.type === 'Polygon'
        ? (geometry.coordinates as Wgs84[][])
        : (geometry.coordinates as Wgs84[][][]).flat(),
    )
}
