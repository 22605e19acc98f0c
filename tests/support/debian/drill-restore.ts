import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { sql } from 'kysely'
import { connect, type Database } from '../../../cloud/database/connect'
import { eraseDueResidents } from '../../../cloud/personal-data/erase'
import { readMode } from '../../../cloud/repositories/database-mode'

interface Drill {
  readonly folder: string
  readonly binaries: string
  expectThat(holds: boolean, sentence: string): void
}

/** So many that the drill's seconds mean something: a year of a 街道 has fewer. */
const RESIDENTS = 100_000
const ACTS = 300_000

/**
 * The drill of docs/deploy.md, by the programs an operator runs: a backup by night, somebody erased by day, the database
 * lost, restored into a new one, and whoever was erased stays erased. What it prints as RPO and RTO stands there.
 */
export async function drillRestore(url: string, { folder, binaries, expectThat }: Drill): Promise<void> {
  const backups = join(folder, 'backups')
  execFileSync(process.execPath, ['scripts/bundle.mjs', 'programs'], { stdio: 'inherit' })
  const program = resolve('dist/backup/main.cjs')
  const at = (database: string): string => url.replace(/\/postgres$/, `/${database}`)
  const live = open(url)
  await sql`create database living_room_scratch`.execute(live)
  await sql`create database restored`.execute(live)

  const pair = execFileSync(process.execPath, [program, 'new-key'], options({})).toString()
  const [, recipient = ''] = /(age1\w+)/.exec(pair) ?? []
  const key = join(folder, 'key.txt')
  writeFileSync(key, pair)
  const env = {
    DATABASE_URL: url,
    BACKUP_DIR: backups,
    BACKUP_RECIPIENT: recipient,
    BACKUP_SCRATCH_URL: at('living_room_scratch'),
    PG_BIN: binaries,
    PHONE_KEY: 'the secret of the drill',
  }
  const backup = (args: readonly string[], more: Readonly<Record<string, string>> = {}): string =>
    execFileSync(process.execPath, [program, ...args], options({ ...env, ...more })).toString()

  try {
    const leaver = await fill(live)
    const making = seconds(() => backup(['make']))
    const dump = newest(backups, 'dump')
    const size = readFileSync(dump).length
    expectThat(
      true,
      `a backup of ${await sizeOf(live)} is made and tried out in ${making.took} s: ${size} bytes`,
    )
    expectThat(
      /restored once and counted/.test(making.value) && (await tablesIn(at('living_room_scratch'))) === 0,
      'it was restored into the scratch database, counted, and nothing of it lies there',
    )
    expectThat(
      execFileSync('age', ['-d', '-i', key, dump], { maxBuffer: 2 ** 30 })
        .subarray(0, 5)
        .toString() === 'PGDMP',
      "Debian's age opens it, and it is a dump of pg_dump",
    )
    const own = await named(live, leaver)
    await sql`update resident set erase_after = now() where id = ${leaver}`.execute(live)
    const mode = await readMode(live)
    if (mode === null) throw new Error('the database has no mode')
    await eraseDueResidents(live, mode.now)
    await new Promise((settle) => setTimeout(settle, 1_100))
    backup(['erasures'])

    const restore = ['restore', dump, '--identity', key, '--erasures', newest(backups, 'erasures')]
    const bringing = seconds(() => backup(restore, { DATABASE_URL: at('restored') }))
    const restored = open(at('restored'))
    try {
      expectThat(
        /1 people who had been erased since were erased again/.test(bringing.value),
        `restored in ${bringing.took} s, and whoever was erased since is erased again`,
      )
      expectThat((await named(restored, leaver)) === 0, 'nothing in it leads to that person')
      // The person themself is one of what is named.
      expectThat(
        (await countOf(restored, 'request')) === ACTS - (own - 1),
        `all ${ACTS} acts are back but theirs`,
      )
      const { rows } = await sql<{ gone: boolean }>`select to_regclass('restoring') is null as gone`.execute(
        restored,
      )
      expectThat(rows[0]?.gone === true, 'servers may start on it')
    } finally {
      await restored.destroy()
    }
  } finally {
    await live.destroy()
  }
}

const options = (env: Readonly<Record<string, string>>) => ({
  env: { PATH: process.env['PATH'] ?? '', ...env },
  stdio: ['ignore' as const, 'pipe' as const, 'inherit' as const],
})

const open = (url: string): Database =>
  connect(url, {
    poolSize: 1,
    onIdleError: (error) => {
      throw error
    },
  })

/** Gives one resident of them, who registered too. */
async function fill(db: Database): Promise<string> {
  return db.transaction().execute(async (tx) => {
    await sql`set local statement_timeout = 0`.execute(tx)
    await sql`insert into resident (compound_id) select null from generate_series(1, ${sql.lit(RESIDENTS)})`.execute(
      tx,
    )
    await sql`
      insert into request (identity, endpoint, request_id, input_hash, answer)
      select id, 'registration.register', gen_random_uuid(), sha256(id::text::bytea), jsonb_build_object('ok', true, 'number', n)
      from resident, generate_series(1, 10) as n limit ${sql.lit(ACTS)}
    `.execute(tx)
    const { rows } = await sql<{ id: string }>`
      select resident.id from resident join request on identity = resident.id::text limit 1`.execute(tx)
    return rows[0]?.id ?? ''
  })
}

function seconds<Value>(act: () => Value): { value: Value; took: string } {
  const from = performance.now()
  const value = act()
  return { value, took: ((performance.now() - from) / 1_000).toFixed(1) }
}

const newest = (folder: string, kind: string): string =>
  join(
    folder,
    readdirSync(folder)
      .filter((name) => name.endsWith(`.${kind}.age`))
      .sort()
      .at(-1) ?? '',
  )

async function sizeOf(db: Database): Promise<string> {
  const { rows } = await sql<{ size: string }>`
    select pg_size_pretty(pg_database_size(current_database())) as size`.execute(db)
  return rows[0]?.size ?? ''
}

async function tablesIn(url: string): Promise<number> {
  const db = open(url)
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`.execute(
    db,
  )
  await db.destroy()
  return rows[0]?.n ?? -1
}

async function countOf(db: Database, table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(db)
  return rows[0]?.n ?? -1
}

async function named(db: Database, residentId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select (select count(*) from resident where id = ${residentId})::int
         + (select count(*) from request where identity = ${residentId})::int as n`.execute(db)
  return rows[0]?.n ?? -1
}
