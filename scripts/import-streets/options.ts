import path from 'node:path'
import { parseArgs } from 'node:util'

export const USAGE = `Use: npm run import:streets -- <file> [options]

  <file>               streets: OpenStreetMap PBF, OpenStreetMap XML or GeoJSON, each of them gzipped or not
  --boundary <file>    GeoJSON area to cut out; without it everything in the file is kept
  --feature <name>     only the feature of the boundary with this id or name
  --margin <metres>    keep this much around the boundary (1500)
  --overlay <file>     GeoJSON of gates, crossings and closures
                       (streets-overlay.geojson in the data pack, when there is one)
  --out <file>         where the graph goes (streets.graph in the data pack)
  --source <words>     attribution shown with the map
  --sketch             the streets are drawn by hand: every map says so`

export interface ImportOptions {
  readonly file: string
  readonly boundary: string | undefined
  readonly feature: string | undefined
  /** Metres. */
  readonly margin: number
  readonly overlay: string | undefined
  /** A missing overlay is an error only when it was asked for. */
  readonly isOverlayAsked: boolean
  readonly out: string
  readonly source: string | undefined
  readonly sketch: boolean
}

/** The command line is not understood; the message says what of it. */
export class UsageError extends Error {}

const DEFAULT_MARGIN = 1500
const LARGEST_MARGIN = 50_000

/** Reads the command line; paths are relative to the working directory. */
export function readOptions(args: readonly string[], dataPack: string): ImportOptions {
  const { values, positionals } = parse(args)
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new UsageError('Name one file with streets.')
  const margin = values.margin === undefined ? DEFAULT_MARGIN : Number(values.margin)
  if (!(margin >= 0 && margin <= LARGEST_MARGIN)) {
    throw new UsageError(
      `--margin must be within [0, ${LARGEST_MARGIN}] metres, got ${JSON.stringify(values.margin)}.`,
    )
  }
  return {
    file,
    boundary: values.boundary,
    feature: values.feature,
    margin,
    overlay: values.overlay ?? path.join(dataPack, 'streets-overlay.geojson'),
    isOverlayAsked: values.overlay !== undefined,
    out: values.out ?? path.join(dataPack, 'streets.graph'),
    source: values.source,
    sketch: values.sketch ?? false,
  }
}

type Parsed = ReturnType<typeof parseArgs<{ options: typeof FLAGS; allowPositionals: true }>>

function parse(args: readonly string[]): Parsed {
  try {
    return parseArgs({ args: [...args], options: FLAGS, allowPositionals: true })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

const FLAGS = {
  boundary: { type: 'string' },
  feature: { type: 'string' },
  margin: { type: 'string' },
  overlay: { type: 'string' },
  out: { type: 'string' },
  source: { type: 'string' },
  sketch: { type: 'boolean' },
} as const
