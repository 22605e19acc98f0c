import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { OperatorError } from '../../cloud/database/operator-error'
import { folderRefusal } from './data-folder'
import { processStamp } from './process-stamp'

interface Owner {
  readonly pid: number
  readonly stamp: string
}

const ATTEMPTS = 5

/**
 * Takes the data folder for this process; the claim of a process that has ended, however it ended, counts for
 * nothing. PostgreSQL's own lock still guards the rows if two should slip in at once.
 * @returns what gives the folder back.
 * @throws OperatorError when a living process has it.
 */
export async function claimDataFolder(dataDir: string): Promise<() => Promise<void>> {
  const claim = join(dataDir, 'owner.json')
  const draft = join(dataDir, `.owner-${process.pid}-${Math.trunc(performance.now() * 1000)}.json`)
  const mine = JSON.stringify({ pid: process.pid, stamp: processStamp(process.pid) })
  try {
    await writeFile(draft, mine, { mode: 0o600 })
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      if (await appear(draft, claim)) return () => giveBack(claim, mine)
      await clearIfStale(claim, dataDir)
    }
    throw new OperatorError(`Other programs keep taking the data folder ${dataDir}: start only one.`)
  } catch (error) {
    throw folderRefusal(dataDir, error)
  } finally {
    await rm(draft, { force: true })
  }
}

/** A link appears whole or not at all, and only if nothing is there. */
const appear = (draft: string, claim: string): Promise<boolean> =>
  link(draft, claim).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false
      throw error
    },
  )

async function clearIfStale(claim: string, dataDir: string): Promise<void> {
  const found = await readIfThere(claim)
  if (found === null) return
  const owner = parse(found)
  if (owner !== null && processStamp(owner.pid) === owner.stamp) {
    throw new OperatorError(
      `The data folder ${dataDir} is in use by process ${owner.pid}: stop that first, or give this start a DATA_DIR and a PORT of its own.`,
    )
  }
  const aside = `${claim}.${process.pid}`
  await rename(claim, aside).catch(ignoreMissing)
  // Somebody may have cleared and taken it since we looked: then theirs goes back.
  const moved = await readIfThere(aside)
  if (moved !== null && moved !== found) await appear(aside, claim)
  await rm(aside, { force: true })
}

/** A claim cut short by a power failure belongs to nobody. */
function parse(text: string): Owner | null {
  try {
    return JSON.parse(text) as Owner
  } catch {
    return null
  }
}

async function giveBack(claim: string, mine: string): Promise<void> {
  if ((await readIfThere(claim)) === mine) await rm(claim, { force: true })
}

const readIfThere = (file: string): Promise<string | null> => readFile(file, 'utf8').catch(ignoreMissing)

function ignoreMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
