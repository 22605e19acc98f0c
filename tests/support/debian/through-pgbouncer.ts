import { chownSync, readFileSync, writeFileSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { connect } from '../../../cloud/database/connect'
import { checkSessions } from '../../../cloud/database/role-settings'
import { reachDatabase } from '../../../cloud/database/reach'
import { readSubdistrict } from '../../../cloud/repositories/directory'
import { sealsFor } from '../../../cloud/gateways/sealing/seals'
import { prepareDatabase } from '../../../cloud/setup/prepare-database'

interface Place {
  readonly folder: string
  readonly nobody: number
  readonly expectThat: (holds: boolean, sentence: string) => void
}

const ROUNDS = 200

/** deploy/pgbouncer/pgbouncer.ini between the programs and the PostgreSQL on `port`: migrate, load a pack, ask. */
export async function startThroughPgBouncer(port: number, own: number, place: Place): Promise<void> {
  const { folder, nobody, expectThat } = place
  const direct = new Client({ connectionString: `postgres://postgres@127.0.0.1:${port}/postgres` })
  await direct.connect()
  await direct.query('create role pooled login')
  await direct.query('create database living_room owner pooled')
  await direct.end()
  const pooler = spawn('/usr/sbin/pgbouncer', [settingsFor(port, own, folder, nobody)], {
    ...(process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {}),
    stdio: 'ignore',
  })
  const url = `postgres://pooled@127.0.0.1:${own}/living_room`
  try {
    await untilReachable(url)
    const first = connect(url, { poolSize: 1, onIdleError: fail })
    await prepareDatabase(first, { isDemo: true, dataPack: 'data/caoyang' }, sealsFor({}, false))
    await first.destroy()
    const admin = new Client({ connectionString: `postgres://pooled@127.0.0.1:${own}/pgbouncer` })
    await admin.connect()
    await admin.query('reconnect')
    await admin.end()
    const db = connect(url, { poolSize: 12, onIdleError: fail })
    const sentences = await checkSessions(db)
    expectThat(
      sentences.length === 0,
      ['PgBouncer in transaction mode migrates and loads', ...sentences].join(' '),
    )
    const answers = await Promise.all(Array.from({ length: ROUNDS }, () => readSubdistrict(db)))
    expectThat(
      new Set(answers.map(({ name }) => name)).size === 1,
      `${ROUNDS} calls at once through it agree`,
    )
    await db.destroy()
  } finally {
    pooler.kill('SIGINT')
  }
}

/** Our file, with other ports and without passwords. */
function settingsFor(port: number, own: number, folder: string, nobody: number): string {
  const file = join(folder, 'pgbouncer.ini')
  const users = join(folder, 'userlist.txt')
  const text = readFileSync('deploy/pgbouncer/pgbouncer.ini', 'utf8')
    .replace('port=5432', `port=${port}`)
    .replace(/listen_port = .*/, `listen_port = ${own}`)
    .replace(/auth_type = .*/, 'auth_type = trust\nadmin_users = pooled')
    .replace(/auth_file = .*/, `auth_file = ${users}`)
    .replace(/logfile = .*/, `logfile = ${join(folder, 'pgbouncer.log')}`)
    .replace(/pidfile = .*/, `pidfile = ${join(folder, 'pgbouncer.pid')}`)
    .replace(/unix_socket_dir = .*/, 'unix_socket_dir =')
  writeFileSync(file, text)
  writeFileSync(users, '"pooled" ""\n')
  if (process.getuid?.() === 0) for (const made of [file, users]) chownSync(made, nobody, nobody)
  return file
}

const PATIENCE = 50

async function untilReachable(url: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await reachDatabase(url)
    } catch (error) {
      if (attempt === PATIENCE) throw error
      await sleep(100)
    }
  }
}

function fail(error: Error): never {
  throw error
}
