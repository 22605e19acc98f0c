import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { tokenHashOf } from '../cloud/app/token'
import { connect, type Database } from '../cloud/database/connect'
import { checkSessions } from '../cloud/database/role-settings'
import { sealsFor } from '../cloud/gateways/sealing/seals'
import { recogniseCaller } from '../cloud/repositories/caller'
import { prepareDatabase } from '../cloud/setup/prepare-database'
import { checkDeployKit } from './support/debian/check-deploy-kit'
import { drillRestore } from './support/debian/drill-restore'
import { restartBehindNginx } from './support/debian/restart-behind-nginx'
import { startThroughPgBouncer } from './support/debian/through-pgbouncer'

/** The PostgreSQL that Debian 12 brings: the oldest version we take, and built with JIT, which the embedded one is not. */
const PACKAGE = 'postgresql-15'
/** Opens our backups without us, and writes what ours opens. */
const AGE = 'age'
/** What reads the files of `deploy/`. */
const READERS = ['nginx-light', 'systemd', 'logrotate', 'pgbouncer']
const BINARIES = '/usr/lib/postgresql/15/bin'
/** "nobody": PostgreSQL does not run as root. */
const NOBODY = 65534
const AM_ROOT = process.getuid?.() === 0

const RECOGNISED_WITHIN_MS = 1
const CALLS = 500

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`)

/** `npm run test:debian`: what only a PostgreSQL with JIT can show. Fails where there is none; it never skips. */
async function main(): Promise<void> {
  ensurePackages()
  const folder = mkdtempSync(join(tmpdir(), 'caoyang-debian-'))
  if (AM_ROOT) chownSync(folder, NOBODY, NOBODY)
  const cluster = join(folder, 'cluster')
  try {
    checkDeployKit(folder, expectThat)
    run('initdb', [
      '-D',
      cluster,
      '-U',
      'postgres',
      '--auth=trust',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--no-sync',
    ])
    const port = await freePort()
    const counting = '-c shared_preload_libraries=pg_stat_statements -c pg_stat_statements.track_planning=on'
    const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off ${counting}`
    run('pg_ctl', ['start', '-w', '-D', cluster, '-l', join(folder, 'log'), '-o', options])
    try {
      const url = `postgres://postgres@127.0.0.1:${port}/postgres`
      await measure(url)
      await drillRestore(url, { folder, binaries: BINARIES, expectThat })
      await startThroughPgBouncer(port, await freePort(), { folder, nobody: NOBODY, expectThat })
      await restartBehindNginx(port, {
        folder,
        site: join(folder, 'nginx', 'site.conf'),
        freePort,
        expectThat,
      })
    } finally {
      run('pg_ctl', ['stop', '-w', '-m', 'immediate', '-D', cluster])
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function ensurePackages(): void {
  const programs = [AGE, 'systemd-analyze', '/usr/sbin/nginx', '/usr/sbin/logrotate', '/usr/sbin/pgbouncer']
  const isThere = (program: string): boolean => spawnSync(program, ['--version']).error === undefined
  if (existsSync(join(BINARIES, 'initdb')) && programs.every(isThere)) return
  const install = ['install', '-y', '--no-install-recommends', PACKAGE, AGE, ...READERS]
  if (!AM_ROOT || spawnSync('apt-get', ['--version']).error !== undefined) {
    throw new Error(`This needs packages of Debian: run \`sudo apt-get ${install.join(' ')}\`.`)
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  execFileSync('apt-get', ['update'], { env, stdio: 'inherit' })
  execFileSync('apt-get', install, { env, stdio: 'inherit' })
}

function run(program: string, args: readonly string[]): void {
  const who = AM_ROOT ? { uid: NOBODY, gid: NOBODY } : {}
  execFileSync(join(BINARIES, program), args, { ...who, cwd: '/', stdio: ['ignore', 'ignore', 'inherit'] })
}

function freePort(): Promise<number> {
  return new Promise((settle, fail) => {
    const probe = createServer().once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => settle(port))
    })
  })
}

async function measure(url: string): Promise<void> {
  const open = (): Database => connect(url, { poolSize: 1, onIdleError: fail })
  const first = open()
  await prepareDatabase(first, { isDemo: true, dataPack: 'data/caoyang' }, sealsFor({}, false))
  await first.destroy()
  const db = open()
  try {
    const { rows } = await sql<{ jit: boolean }>`
      select (select setting from pg_config where name = 'CONFIGURE') like '%--with-llvm%' as jit`.execute(db)
    expectThat(rows[0]?.jit === true, 'this PostgreSQL is built with JIT')
    const sentences = await checkSessions(db)
    expectThat(
      sentences.length === 0,
      ['sessions and statistics are as they should be', ...sentences].join(' '),
    )
    const { ms, compiled } = await recognise(db)
    expectThat(compiled === 0, 'nothing is compiled for it')
    expectThat(
      ms < RECOGNISED_WITHIN_MS,
      `a caller is recognised in ${ms.toFixed(2)} ms (< ${RECOGNISED_WITHIN_MS} ms, mean of ${CALLS} calls)`,
    )
  } finally {
    await db.destroy()
  }
}

interface Recognising {
  readonly ms: number
  readonly compiled: number
}

/** As the server counted it, planning and running: the way there and back is the machine's. */
async function recognise(db: Database): Promise<Recognising> {
  await sql`create extension pg_stat_statements`.execute(db)
  for (let call = 0; call < CALLS; call += 1) {
    const credentials = {
      tokenHash: tokenHashOf(`token ${call}`),
      openid: null,
      deskTokenHash: null,
      addressHash: 'one address',
    }
    await recogniseCaller(db, credentials, 60)
  }
  const { rows } = await sql<Recognising>`
    select mean_plan_time + mean_exec_time as ms, jit_functions as compiled
    from pg_stat_statements where query like '%rate_window%' and calls = ${CALLS}`.execute(db)
  const [recognising] = rows
  if (recognising === undefined) throw new Error('the server has not counted the statement that recognises')
  return recognising
}

function expectThat(holds: boolean, sentence: string): void {
  say(`${holds ? '✓' : '✗'} ${sentence}`)
  if (!holds) process.exitCode = 1
}

function fail(error: Error): never {
  throw error
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
