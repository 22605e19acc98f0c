import type { Database } from '../database/connect'
import { OperatorError } from '../database/operator-error'
import { contentHash, lastHash, loadPack } from './loading/load-pack'
import type { Pack } from './pack'
import { parsePack } from './parse-pack'
import { describeProblem } from './problem'
import { readFolder } from './read-folder'
import { sampleFinding } from './samples'

/** @throws OperatorError with every problem of the pack, a line each; or when the folder cannot be read. */
export async function readPackFolder(folder: string): Promise<Pack> {
  const reading = parsePack(await readFolder(folder))
  if (reading.ok) return reading.pack
  const lines = reading.problems.map(describeProblem)
  throw new OperatorError(
    [`The data pack ${folder} has ${lines.length} problem(s); nothing was loaded.`, ...lines].join('\n'),
  )
}

/**
 * For a program that starts: loads the pack into a database that has none yet. Later the database is what counts,
 * and a pack that has changed since is only mentioned, so that neither a half-edited file nor another folder
 * changes what residents read.
 * @returns sentences for the operator.
 * @throws OperatorError when the first pack cannot be loaded.
 */
export async function loadPackFolder(
  db: Database,
  folder: string,
  { mayHaveSamples }: { readonly mayHaveSamples: boolean } = { mayHaveSamples: true },
): Promise<readonly string[]> {
  const loaded = await lastHash(db)
  if (loaded !== null) return mentionChange(folder, loaded)
  const sentences: string[] = []
  const pack = await readPackFolder(folder)
  if (!mayHaveSamples) refuseSamples(pack, folder)
  await loadPack(db, pack, { report: (sentence) => sentences.push(sentence) })
  return sentences
}

/** @throws OperatorError naming what is made up in it */
export function refuseSamples(pack: Pack, folder: string): void {
  const finding = sampleFinding(pack, folder)
  if (finding !== null) throw new OperatorError(finding)
}

async function mentionChange(folder: string, loaded: string): Promise<readonly string[]> {
  try {
    const pack = await readPackFolder(folder)
    return contentHash(pack) === loaded
      ? []
      : [
          `The data pack ${folder} is not what is in the database: node dist/pack/main.cjs says what loading it would change.`,
        ]
  } catch (error) {
    if (error instanceof OperatorError)
      return [`${error.message}\nThe database keeps what was loaded before.`]
    throw error
  }
}
