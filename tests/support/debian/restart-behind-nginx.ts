import { execFileSync, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:https'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { connect } from '../../../cloud/database/connect'
import { endPrograms, production, startServer, type RunningServer } from '../api/processes/program'
import { admit, type Person } from '../api/people'

interface Place {
  readonly folder: string
  /** Where `checkDeployKit` has laid our site with a certificate of its own. */
  readonly site: string
  readonly freePort: () => Promise<number>
  readonly expectThat: (holds: boolean, sentence: string) => void
}

const CALLS = 10_000
const RATE = 200
const PEOPLE = 100
const ORIGIN = 'https://living-room.example.cn'

/** Two servers behind our nginx under a steady load, restarted in turn until the load is over: no call may fail. */
export async function restartBehindNginx(postgresPort: number, place: Place): Promise<void> {
  const { expectThat, freePort } = place
  const direct = new Client({ connectionString: `postgres://postgres@127.0.0.1:${postgresPort}/postgres` })
  await direct.connect()
  await direct.query('create role served login')
  await direct.query('create database served owner served')
  await direct.end()
  const databaseUrl = `postgres://served@127.0.0.1:${postgresPort}/served`
  const env = { DATABASE_URL: databaseUrl, ...production(), TRUST_PROXY: '1', PUBLIC_ORIGIN: ORIGIN }
  execFileSync(process.execPath, ['scripts/bundle.mjs', 'programs'], { stdio: 'inherit' })
  const ports = [await freePort(), await freePort()]
  const start = (port: number | undefined): Promise<RunningServer> =>
    startServer({ ...env, PORT: String(port) })
  const servers = [await start(ports[0]), await start(ports[1])]
  const own = await freePort()
  const nginx = spawn('/usr/sbin/nginx', ['-c', nginxFor(place, ports, own), '-g', 'daemon off;'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const db = connect(databaseUrl, { poolSize: 1, onIdleError: fail })
  const people: Person[] = []
  try {
    while (people.length < PEOPLE) people.push(await admit(db))
    let isOver = false
    const load = callSteadily(own, people).finally(() => (isOver = true))
    let restarts = 0
    while (!isOver) {
      const which = restarts % 2
      await servers[which]?.stop()
      servers[which] = await start(ports[which])
      restarts += 1
    }
    const failed = [...(await load)].filter(([answer]) => answer !== '200')
    expectThat(restarts >= 2, `two servers behind nginx were restarted in turn, ${restarts} times`)
    expectThat(
      failed.length === 0,
      `of ${CALLS} calls at ${RATE}/s meanwhile none failed ${failed.map(([answer, n]) => `${n}× ${answer}`).join(', ')}`.trim(),
    )
  } finally {
    await db.destroy()
    nginx.kill('SIGQUIT')
    await endPrograms()
  }
}

/** Our site on other ports, behind a gatekeeper on this machine: the callers, each of whom has an address of their own. */
function nginxFor({ folder, site }: Place, ports: readonly number[], own: number): string {
  const text = readFileSync(site, 'utf8')
    .replace(/^\s*listen \[::\].*\n/gm, '')
    .replace(/listen 443 ssl http2;/, `listen 127.0.0.1:${own} ssl http2;`)
    .replace('127.0.0.1:8787', `127.0.0.1:${ports[0]}`)
    .replace('127.0.0.1:8788', `127.0.0.1:${ports[1]}`)
    .replace('# set_real_ip_from 203.0.113.7;', 'set_real_ip_from 127.0.0.1;')
    .replace('# real_ip_header', 'real_ip_header')
    .replace('# real_ip_recursive', 'real_ip_recursive')
    // What only leads to https.
    .replace(/^server \{\n\tlisten 80;[^]*?^\}\n/m, '')
  const place = join(folder, 'restarts')
  writeFileSync(`${place}.site`, text)
  const whole = [
    `pid ${place}.pid;`,
    `error_log ${place}.log;`,
    'events {}',
    `http { include ${place}.site; }`,
  ]
  writeFileSync(`${place}.conf`, whole.join('\n'))
  return `${place}.conf`
}

/** A read of nobody and a write of somebody in turn. Gives how often each answer came. */
async function callSteadily(port: number, people: readonly Person[]): Promise<ReadonlyMap<string, number>> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64, rejectUnauthorized: false })
  const answers = new Map<string, number>()
  const began = performance.now()
  const all = Array.from({ length: CALLS }, async (_, call) => {
    await sleep(Math.max(0, began + (call / RATE) * 1_000 - performance.now()))
    const person = call % 2 === 0 ? null : (people[(call >> 1) % people.length] ?? null)
    const answer = await ask(agent, port, call, person).catch((error: Error) => error.message)
    answers.set(answer, (answers.get(answer) ?? 0) + 1)
  })
  await Promise.all(all)
  agent.destroy()
  return answers
}

function ask(agent: Agent, port: number, call: number, person: Person | null): Promise<string> {
  const [endpoint, input] =
    person === null ? ['home.show', {}] : ['me.chooseCompound', { compoundId: null, requestId: randomUUID() }]
  const body = JSON.stringify(input)
  return new Promise((settle, fail) => {
    const sent = request(
      {
        agent,
        host: '127.0.0.1',
        port,
        method: 'POST',
        path: `/api/${endpoint}`,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'x-forwarded-for': `10.1.${(call >> 8) & 255}.${call & 255}`,
          ...(person === null ? {} : { authorization: `Bearer ${person.token}` }),
        },
      },
      (reply) => {
        const parts: Buffer[] = []
        reply.on('data', (part: Buffer) => parts.push(part))
        reply.on('error', fail)
        reply.on('end', () => {
          const text = Buffer.concat(parts).toString()
          const isFine = reply.statusCode === 200 && text.startsWith('{"ok":true')
          settle(isFine ? '200' : `${reply.statusCode} ${text.slice(0, 80)}`)
        })
      },
    )
    sent.on('error', fail)
    sent.end(body)
  })
}

function fail(error: Error): never {
  throw error
}
