import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect, type Database } from '../../cloud/database/connect'
import { brokenInvariants } from '../support/activities/invariants'
import { endPrograms } from '../support/api/processes/program'
import { admit, type Person } from '../support/api/people'
import { lostWrites, wrongHeads } from './acknowledged'
import { FAULTS, type Fault, type World } from './faults'
import { callerOf } from './phone'
import { startFragilePostgres } from './postgres'
import { openProxy } from './proxy'
import { isBreach, printRounds, type RoundReport } from './report'
import { seeded } from './seeded'
import { startServers } from './servers'
import { openTown, planRound, posterOf, type Town } from './town'

/** Load before a fault and after the recovery from it. */
const CALM_MS = 2_000
/** How long a phone waits for an answer before it counts as lost: shorter than the real one, for more that is given up. */
const PHONE_PATIENCE_MS = 6_000
/** Outboxes are waited for as long as they get emptier, at most so long. */
const EMPTY_WITHIN_MS = 180_000
const STANDSTILL_MS = 40_000
/** Beyond this no recovery is waited for: the limit is missed long before. */
const LONGEST_RECOVERY_MS = 60_000

/** `npm run chaos -- [--rounds 20] [--seed N] [--minutes 25]`: faults under load, and what must hold all the same. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '20' },
      seed: { type: 'string', default: String(Date.now() % 1e6) },
      minutes: { type: 'string', default: '25' },
      only: { type: 'string' },
    },
  })
  const [rounds, seed, minutes] = [Number(values.rounds), Number(values.seed), Number(values.minutes)]
  if (![rounds, seed, minutes].every((one) => Number.isInteger(one) && one >= 0) || rounds === 0) {
    process.stderr.write(
      'Use: npm run chaos -- [--rounds 20] [--seed 1] [--minutes 25] [--only <word of a fault>]\n',
    )
    return 2
  }
  say(`seed ${seed}`)
  const chance = seeded(seed)
  const faults = planOf(rounds, chance, values.only)
  const until = performance.now() + minutes * 60_000
  execFileSync(process.execPath, ['scripts/bundle.mjs', 'programs'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return await withWorld(chance, async (world, probes) => {
    const call = callerOf(world.toServers.port, PHONE_PATIENCE_MS)
    const code = await posterOf(call, await admit(world.db, 'admin'))
    const town = await openTown(world.db, call, code, chance)
    const reports: RoundReport[] = []
    for (const fault of faults) {
      if (performance.now() > until) break
      reports.push(await runRound(fault, world, town, probes))
      say(JSON.stringify(reports.at(-1)))
    }
    const lost = await lostWrites(world.db, town.acknowledged)
    printRounds(reports, {
      asked: rounds,
      seed,
      lostAtTheEnd: lost,
      endedByThemselves: world.servers.endedByThemselves(),
      brokenInside: world.servers.brokenInside(),
      answers: countsOf(town),
    })
    return isBreach(reports, rounds, lost) ? 1 : 0
  })
}

/** Each fault once before any comes again. */
function planOf(rounds: number, chance: () => number, only: string | undefined): readonly Fault[] {
  const among = FAULTS.filter(({ name }) => only === undefined || name.includes(only))
  const plan: Fault[] = []
  while (plan.length < rounds) {
    plan.push(
      ...among
        .map((fault) => ({ fault, order: chance() }))
        .sort((one, other) => one.order - other.order)
        .map(({ fault }) => fault),
    )
  }
  return plan.slice(0, rounds)
}

async function withWorld(
  chance: () => number,
  act: (world: World, probes: readonly Person[]) => Promise<number>,
): Promise<number> {
  const toDatabase = await openProxy()
  const toServers = await openProxy()
  const postgres = await startFragilePostgres((port) => toDatabase.leadTo([port]))
  let db: Database | null = null
  try {
    const through = (port: number): string => {
      const url = new URL(postgres.url())
      url.port = String(port)
      return url.href
    }
    // Of whoever looks on: not through what is cut, and after a restart to where PostgreSQL is then.
    const aside = await openProxy()
    aside.leadTo([Number(new URL(postgres.url()).port)])
    const servers = await startServers(through(toDatabase.port))
    toServers.leadTo(servers.ports)
    // On a machine that is busy with the faults themselves, looking on takes its time.
    db = connect(through(aside.port), { poolSize: 4, patienceMs: 60_000, onIdleError: () => undefined })
    const probes = [await admit(db), await admit(db)]
    try {
      const follow = {
        ...postgres,
        ensureRunning: async () => {
          const wasNeeded = await postgres.ensureRunning()
          aside.leadTo([Number(new URL(postgres.url()).port)])
          return wasNeeded
        },
      }
      const world = { postgres: follow, toDatabase, toServers, servers, db, chance }
      return await Promise.race([act(world, probes), stopped])
    } finally {
      await db.destroy()
      await servers.stop()
      aside.close()
    }
  } finally {
    await endPrograms()
    toDatabase.close()
    toServers.close()
    await postgres.stop()
  }
}

async function runRound(
  fault: Fault,
  world: World,
  town: Town,
  probes: readonly Person[],
): Promise<RoundReport> {
  const programme = await planRound(world.db)
  const before = town.acknowledged.length
  const stop = town.act(programme)
  await sleep(CALM_MS)
  const jobs = world.servers.runJobs()
  const began = await fault.run(world)
  const recoveredMs = await untilWritten(world, probes, began)
  await sleep(CALM_MS)
  await stop()
  await jobs
  await world.servers.runJobs()
  const waiting = await emptyOutboxes(town)
  const read = town.acknowledged.slice(before)
  const broken = [
    ...(await brokenInvariants(world.db)),
    ...(await wrongHeads(world.db, programme.marketId, town.acknowledged)),
  ]
  return {
    fault: fault.name,
    accepted: read.filter(({ result }) => result.result.kind === 'done').length,
    refused: read.filter(({ result }) => result.result.kind === 'refused').length,
    lost: await lostWrites(world.db, read),
    broken,
    waiting,
    recoveredMs,
  }
}

/** From then until a resident's write is accepted by each of the servers; in milliseconds. */
async function untilWritten({ servers }: World, probes: readonly Person[], began: number): Promise<number> {
  const since = (): number => performance.now() - began
  await Promise.all(
    servers.ports.map(async (port, index) => {
      const call = callerOf(port, 2_000)
      while (since() < LONGEST_RECOVERY_MS) {
        const input = { compoundId: null, requestId: randomUUID() }
        const sent = await call('me.chooseCompound', input, probes[index] ?? null)
        if (sent.kind === 'answered' && (sent.body as { ok: boolean }).ok) return
        await sleep(50)
      }
    }),
  )
  return Math.round(since())
}

/** Everybody has a network again. Gives how much still waits when patience ends. */
async function emptyOutboxes({ phones }: Town): Promise<number> {
  const began = performance.now()
  const waiting = (): number => phones.reduce((sum, phone) => sum + phone.waiting(), 0)
  let least = waiting()
  let lessAt = began
  for (;;) {
    // What was answered to a try that nobody waited for is read here too.
    await Promise.all(phones.map((phone) => Promise.race([phone.flush(), sleep(STANDSTILL_MS)])))
    const now = performance.now()
    if (waiting() < least) [least, lessAt] = [waiting(), now]
    if (waiting() === 0 || now - lessAt > STANDSTILL_MS || now - began > EMPTY_WITHIN_MS) break
    await sleep(500)
  }
  await Promise.all(phones.map((phone) => Promise.race([phone.flush(), sleep(STANDSTILL_MS)])))
  return waiting()
}

function countsOf({ acknowledged }: Town): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { endpoint, result } of acknowledged) {
    const { kind } = result.result
    const name = `${endpoint} ${kind === 'refused' ? result.result.refusal : kind}`
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`)

/** Whoever stops it half-way leaves nothing behind either. */
const stopped = new Promise<never>((_, fail) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => fail(new Error(`stopped by ${signal}`)))
})
stopped.catch(() => undefined)

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    process.exitCode = 1
  },
)
