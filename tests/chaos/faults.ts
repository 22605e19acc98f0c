import { sql } from 'kysely'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect, type Database } from '../../cloud/database/connect'
import type { FragilePostgres } from './postgres'
import type { Proxy } from './proxy'
import type { Servers } from './servers'
import { moveClockBy } from './town'

/** What a fault may touch. */
export interface World {
  readonly postgres: FragilePostgres
  /** Between the servers and the database. */
  readonly toDatabase: Proxy
  /** Between the phones and the servers. */
  readonly toServers: Proxy
  readonly servers: Servers
  /** Past every proxy. */
  readonly db: Database
  readonly chance: () => number
}

export interface Fault {
  readonly name: string
  /**
   * Ends when whoever looks after the machines has put right what is theirs to put right. Gives the instant from which
   * recovery counts, by `performance.now()`: a program that was killed is started again by its supervisor, which counts.
   */
  run(world: World): Promise<number>
}

const HOUR = 3_600_000

export const FAULTS: readonly Fault[] = [
  {
    name: 'kill -9 of a server',
    run: ({ servers, chance }) => sinceBeginning(() => servers.kill(chance() < 0.5 ? [0] : [1])),
  },
  {
    name: 'kill -9 of PostgreSQL',
    run: ({ postgres }) =>
      sinceBeginning(async () => {
        await postgres.kill()
        await postgres.ensureRunning()
      }),
  },
  { name: 'connections to the database cut', run: ({ toDatabase }) => cutOften(toDatabase) },
  {
    name: 'database gone for 30 s',
    async run({ toDatabase }) {
      toDatabase.become('closed')
      await sleep(30_000)
      toDatabase.become('open')
      return performance.now()
    },
  },
  { name: 'disk full', run: fillDisk },
  { name: 'clock jumps', run: jump },
  {
    name: 'database slow',
    async run({ toDatabase }) {
      toDatabase.become({ laterMs: 250 })
      await sleep(10_000)
      toDatabase.become('open')
      return performance.now()
    },
  },
  { name: 'kill -9 of both servers', run: ({ servers }) => sinceBeginning(() => servers.kill([0, 1])) },
  { name: "phones' connections cut", run: ({ toServers }) => cutOften(toServers) },
  {
    name: 'kill -9 of one session of PostgreSQL',
    run: ({ postgres }) => sinceBeginning(() => postgres.killSession()),
  },
  {
    name: 'database stalled',
    async run({ toDatabase }) {
      toDatabase.become('stalled')
      await sleep(12_000)
      toDatabase.become('open')
      return performance.now()
    },
  },
  {
    name: 'servers restarted in turn',
    run: async ({ servers }) => {
      await servers.restartInTurn()
      return performance.now()
    },
  },
]

async function sinceBeginning(act: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await act()
  return began
}

async function cutOften(proxy: Proxy): Promise<number> {
  for (let time = 0; time < 8; time += 1) {
    proxy.cut()
    await sleep(400)
  }
  return performance.now()
}

/** The clock of phones and programs alike, hours ahead and back behind where it was, while everybody acts. */
async function jump({ db }: World): Promise<number> {
  for (const hours of [3, -5, 20, -18]) {
    await moveClockBy(db, hours * HOUR)
    await sleep(1_500)
  }
  return performance.now()
}

/**
 * PostgreSQL has a disk of its own, which is made as small as what it holds. Where no disk can be had, every table
 * refuses new rows with what PostgreSQL says of a full disk: the same answer to the programs, though not the same fall
 * of the database itself.
 */
async function fillDisk({ postgres }: World): Promise<number> {
  const fill = postgres.disk ?? refusedRows(postgres.superuserUrl())
  await fill.fill()
  await sleep(8_000)
  const began = performance.now()
  await fill.makeRoom()
  await postgres.ensureRunning()
  return began
}

function refusedRows(superuserUrl: string) {
  const within = async (act: (db: Database) => Promise<unknown>): Promise<void> => {
    const db = connect(superuserUrl, { poolSize: 1, onIdleError: () => undefined })
    try {
      await act(db)
    } finally {
      await db.destroy()
    }
  }
  return {
    fill: () =>
      within((db) =>
        sql`
          create function no_space() returns trigger language plpgsql as $$
            begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$;
          do $$ declare one regclass; begin
            for one in select oid from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace loop
              execute format('create trigger no_space before insert on %s execute function no_space()', one);
            end loop; end $$`.execute(db),
      ),
    makeRoom: () => within((db) => sql`drop function no_space() cascade`.execute(db)),
  }
}
