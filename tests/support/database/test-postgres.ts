import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { access, mkdtemp, readdir, rm, stat, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { startEmbeddedPostgres } from '../../../tools/embedded-postgres'
import type { EmbeddedPostgres } from '../../../tools/embedded-postgres'
import { processStamp } from '../../../tools/embedded-postgres/process-stamp'

/** How the processes of one `jest` run find their server: set here, read by `testDatabaseUrls`. */
const VARIABLE = 'TEST_POSTGRES'
const FOLDER = /^caoyang-test-(\d+)-/

interface Running {
  readonly server: EmbeddedPostgres
  readonly asked: string
}

// Jest loads the setup anew for each project, in one process: only the global object is common to them.
const shared = globalThis as { [VARIABLE]?: Promise<Running> | undefined }

export async function startTestPostgres(): Promise<void> {
  const { server } = await (shared[VARIABLE] ??= start())
  process.env[VARIABLE] = JSON.stringify({
    url: server.url,
    superuserUrl: server.superuserUrl,
    runTimeUrl: await makeRunTimeUser(server),
    sockets: join(server.dataDir, 'postgres'),
  })
}

export async function stopTestPostgres(): Promise<void> {
  const running = await shared[VARIABLE]
  shared[VARIABLE] = undefined
  await running?.server.stop()
  if (running) await rm(running.asked, { recursive: true, force: true })
}

export interface TestDatabaseUrls {
  /** As the programs' role, into its own empty database. */
  readonly url: string
  readonly superuserUrl: string
  /** As the user that serves and owns nothing. */
  readonly runTimeUrl: string
  /** The folder of its socket. */
  readonly sockets: string
}

export function testDatabaseUrls(): TestDatabaseUrls {
  const urls = process.env[VARIABLE]
  if (urls === undefined) {
    throw new Error(
      'No test PostgreSQL runs: its project in jest.config.cjs needs globalSetup (see `withPostgres`).',
    )
  }
  return JSON.parse(urls) as TestDatabaseUrls
}

/** Beside the owner, as in production. */
async function makeRunTimeUser({ url, superuserUrl }: EmbeddedPostgres): Promise<string> {
  const own = new URL(url)
  own.username = 'living_room_run_time'
  own.password = randomBytes(12).toString('hex')
  const client = new Client({ connectionString: superuserUrl })
  await client.connect()
  await client.query(`create role ${own.username} login password '${own.password}'`)
  await client.end()
  return own.href
}

async function start(): Promise<Running> {
  const folder = await roomyFolder()
  await Promise.all([...new Set([tmpdir(), folder])].map(sweep))
  const asked = await mkdtemp(join(folder, `caoyang-test-${process.pid}-`))
  const server = await startEmbeddedPostgres({
    dataDir: asked,
    throwaway: true,
    onLost: (error) => process.stderr.write(`${error.message}\n`),
  })
  return { server, asked }
}

/** Linux's memory, as large as a container may make it. */
const MEMORY = '/dev/shm'
/** The databases of a whole run and their log together stay well below. */
const ROOM_BYTES = 4 * 2 ** 30

/**
 * In memory where there is room: a database is some 300 files, and a disk's file system takes longer to make and delete
 * these for each test file than PostgreSQL takes for all that is asked in them.
 */
async function roomyFolder(): Promise<string> {
  const { bavail, bsize } = await statfs(MEMORY).catch(() => ({ bavail: 0, bsize: 0 }))
  const isOpen = await access(MEMORY, constants.W_OK).then(
    () => true,
    () => false,
  )
  return isOpen && bavail * bsize > ROOM_BYTES ? MEMORY : tmpdir()
}

/** The supervisor deletes its folder even after `kill -9`; what it cannot know is a run killed before it began. */
async function sweep(root: string): Promise<void> {
  const mine = process.getuid?.()
  for (const name of await readdir(root)) {
    const pid = Number(FOLDER.exec(name)?.[1])
    if (Number.isNaN(pid) || processStamp(pid) !== null) continue
    const folder = join(root, name)
    const owner = await stat(folder).catch((error: NodeJS.ErrnoException) => {
      // Another run that ended meanwhile has swept it.
      if (error.code !== 'ENOENT') throw error
      return null
    })
    if (owner && (mine === 0 || owner.uid === mine)) await rm(folder, { recursive: true, force: true })
  }
}
