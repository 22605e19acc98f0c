import { execFile } from 'node:child_process'
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { OperatorError } from '../../cloud/database/operator-error'
import { newCredentials, readCredentials } from './credentials'
import type { Credentials } from './credentials'
import { NEW_CLUSTER_MB, RUNNING_CLUSTER_MB, folderRefusal, refuseFullDisk } from './data-folder'
import { explainFailure } from './failure'
import type { Binaries } from './native-package'
import { amRoot, giveTo } from './run-as'
import type { RunAs } from './run-as'

export interface Cluster {
  /** PostgreSQL's own data directory. */
  readonly folder: string
  readonly credentials: Credentials
  readonly who: RunAs
}

const STAGING = '.new-'

/** The cluster of the data folder, made by `initdb` on first use; a cut-off `initdb` leaves nothing half-made. */
export async function ensureCluster(
  dataDir: string,
  who: RunAs,
  binaries: Binaries,
  durable: boolean,
): Promise<Cluster> {
  const folder = join(dataDir, 'postgres')
  const owner = await ownerOf(folder)
  if (owner === null) {
    await refuseFullDisk(dataDir, NEW_CLUSTER_MB)
    return { folder, who, credentials: await createCluster(dataDir, folder, who, binaries, durable) }
  }
  refuseForeign(folder, owner)
  await refuseOtherVersion(dataDir, folder, binaries.major)
  await refuseFullDisk(dataDir, RUNNING_CLUSTER_MB)
  return { folder, who: amRoot() ? owner : {}, credentials: await readCredentials(dataDir) }
}

async function ownerOf(folder: string): Promise<{ uid: number; gid: number } | null> {
  try {
    const { uid, gid } = await stat(folder)
    return { uid, gid }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw folderRefusal(folder, error)
  }
}

/** Root may run PostgreSQL as whoever owns the cluster; anybody else only as themselves. */
function refuseForeign(folder: string, owner: { uid: number }): void {
  const mine = process.getuid?.()
  if (amRoot() ? owner.uid !== 0 : owner.uid === mine) return
  throw new OperatorError(
    `The database in ${folder} belongs to user ${owner.uid}` +
      (amRoot()
        ? ', and PostgreSQL does not run as root: chown it'
        : `, and you are user ${mine}: start as that user`) +
      ', or choose another folder with DATA_DIR.',
  )
}

async function refuseOtherVersion(dataDir: string, folder: string, major: string): Promise<void> {
  const version = await readFile(join(folder, 'PG_VERSION'), 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'unknown'
    throw folderRefusal(folder, error)
  })
  if (version.trim() === major) return
  throw new OperatorError(
    `The data folder ${dataDir} was made by PostgreSQL of version ${version.trim()}, and this is version ${major}: ` +
      'use the program that made it to take a backup and restore that here, or choose another DATA_DIR.',
  )
}

async function createCluster(
  dataDir: string,
  folder: string,
  who: RunAs,
  binaries: Binaries,
  durable: boolean,
): Promise<Credentials> {
  try {
    await clearStagings(dataDir)
    const staging = join(dataDir, `${STAGING}${process.pid}`)
    await mkdir(staging, { mode: 0o700 })
    const credentials = await newCredentials(dataDir)
    await writeFile(join(staging, 'password'), credentials.superuser, { mode: 0o600 })
    await giveTo(who, staging)
    await initdb(dataDir, staging, who, binaries, durable)
    await rename(join(staging, 'cluster'), folder)
    await rm(staging, { recursive: true })
    return credentials
  } catch (error) {
    throw folderRefusal(dataDir, error)
  }
}

async function clearStagings(dataDir: string): Promise<void> {
  const leftovers = (await readdir(dataDir)).filter((name) => name.startsWith(STAGING))
  for (const name of leftovers) await rm(join(dataDir, name), { recursive: true })
}

async function initdb(
  dataDir: string,
  staging: string,
  who: RunAs,
  binaries: Binaries,
  durable: boolean,
): Promise<void> {
  const flags = [
    '-D',
    join(staging, 'cluster'),
    '--username=postgres',
    `--pwfile=${join(staging, 'password')}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    // macOS has no libc locale of that name; the built-in one decides all sorting and letter case anyway.
    process.platform === 'darwin' ? '--locale=C' : '--locale=C.UTF-8',
    ...(durable ? [] : ['--no-sync']),
  ]
  const options = {
    ...who,
    cwd: '/',
    env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', TZ: 'UTC', LC_ALL: 'C' },
  }
  try {
    await promisify(execFile)(binaries.initdb, flags, options)
  } catch (error) {
    await rm(staging, { recursive: true, force: true })
    const { stderr, message } = error as { stderr?: string; message: string }
    throw explainFailure('PostgreSQL could not make its files', dataDir, stderr || message)
  }
}
