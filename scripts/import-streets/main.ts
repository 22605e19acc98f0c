import path from 'node:path'
import { MapFileError } from '../../core/walkshed/osm/map-file-error'
import { importStreets } from './import-streets'
import { readOptions, USAGE, UsageError } from './options'
import { Progress } from './progress'
import { describeImport } from './report'

/** `npm run import:streets`: makes the street graph of the life circle out of a map file. */
async function main(args: readonly string[]): Promise<number> {
  const progress = new Progress(process.stderr)
  try {
    const options = readOptions(args, process.env['DATA_PACK'] ?? path.join('data', 'caoyang'))
    const summary = await importStreets(options, progress)
    for (const line of describeImport(summary)) process.stdout.write(`${line}\n`)
    return 0
  } catch (error) {
    progress.abandon()
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n\n${USAGE}\n`)
      return 2
    }
    if (!(error instanceof MapFileError)) throw error
    process.stderr.write(`${error.message}\nNothing was written.\n`)
    return 1
  }
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    process.exitCode = 1
  },
)
