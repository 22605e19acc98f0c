import { createHash, randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, rm, stat, statfs, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { OperatorError } from '../../cloud/database/operator-error'
import { amRoot, canEnter, defaultRunAs } from './run-as'

/** Where data goes that its asked-for folder cannot hold: only root comes here. */
const SYSTEM_FOLDER = '/var/lib/caoyang-living-room'
/** Left in the asked-for folder; who deletes that folder starts anew, wherever the data really lay. */
const POINTER = 'moved-to'

export interface DataFolder {
  readonly dataDir: string
  /** A sentence to print when the data lie elsewhere than asked for; null otherwise. */
  readonly notice: string | null
}

/**
 * Makes the folder ready and says where it really is. As root PostgreSQL runs as another user, who cannot pass a
 * private parent such as /root: then the data go to a folder of their own under /var/lib.
 * @throws OperatorError when the folder cannot be made or entered.
 */
export async function chooseDataFolder(wanted: string): Promise<DataFolder> {
  const asked = resolve(wanted)
  await makeFolder(asked)
  if (!amRoot() || canEnter(defaultRunAs(), asked)) return { dataDir: asked, notice: null }
  const dataDir = await elsewhere(asked)
  await makeFolder(dataDir)
  if (!canEnter(defaultRunAs(), dataDir)) {
    throw new OperatorError(
      `As root, PostgreSQL runs as the user nobody, who cannot enter ${asked} nor ${dataDir}: ` +
        'choose a DATA_DIR that everybody may pass, start as an ordinary user, or give DATABASE_URL.',
    )
  }
  return {
    dataDir,
    notice: `Data folder: ${dataDir} (PostgreSQL, which does not run as root, cannot enter ${asked}).`,
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(dirname(folder), { recursive: true })
    // Only the last folder is private: whoever runs PostgreSQL must pass those above it.
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const { uid, mode } = await stat(folder)
    // As root everybody may pass through, PostgreSQL's user among them, and nobody may look around.
    if (amRoot() && uid === 0) await chmod(folder, (mode & 0o7777) | 0o011)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // Node's recursive mkdir says "no such folder" where the system said "read-only".
    throw folderRefusal(folder, code === 'ENOENT' ? { code: 'EROFS', cause: error } : error)
  }
}

async function elsewhere(asked: string): Promise<string> {
  const pointer = join(asked, POINTER)
  const known = await readFile(pointer, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (known !== null) return known.trim()
  const name = createHash('sha256').update(asked).digest('hex').slice(0, 8)
  const folder = join(SYSTEM_FOLDER, `${name}-${randomBytes(4).toString('hex')}`)
  await makeFolder(SYSTEM_FOLDER)
  await writeFile(pointer, `${folder}\n`).catch((error: unknown) => {
    throw folderRefusal(asked, error)
  })
  return folder
}

const FOLDER_REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'it is on a read-only file system',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your disk quota is used up',
  ENOTDIR: 'a file is in the way',
  EEXIST: 'a file is in the way',
}

/** The sentence for a file operation in the data folder that failed; other errors come back unchanged. */
export function folderRefusal(folder: string, error: unknown): unknown {
  const reason = FOLDER_REASONS[(error as NodeJS.ErrnoException).code ?? '']
  if (reason === undefined) return error
  return new OperatorError(
    `The data folder ${folder} cannot be used: ${reason}. Put that right, or choose another with DATA_DIR.`,
    { cause: error },
  )
}

/** Proves by doing it that files can be made in the folder. */
export async function refuseUnwritable(dataDir: string): Promise<void> {
  const probe = join(dataDir, `.probe-${process.pid}`)
  try {
    await writeFile(probe, 'x', { mode: 0o600 })
    await rm(probe)
  } catch (error) {
    throw folderRefusal(dataDir, error)
  }
}

/** A new cluster takes 40 MB and its first log file 16 MB; a running one needs room for a few log files. */
export const NEW_CLUSTER_MB = 150
export const RUNNING_CLUSTER_MB = 64

export async function refuseFullDisk(dataDir: string, neededMb: number): Promise<void> {
  const { bavail, bsize } = await statfs(dataDir)
  const freeMb = Math.floor((bavail * bsize) / 2 ** 20)
  if (freeMb >= neededMb) return
  throw new OperatorError(
    `Only ${freeMb} MB are free where the data folder ${dataDir} is, and PostgreSQL needs ${neededMb} MB: ` +
      'free some space, or choose another with DATA_DIR.',
  )
}
