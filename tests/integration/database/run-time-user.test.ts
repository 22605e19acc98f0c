import { sql } from 'kysely'
import { HISTORY_TABLES } from '../../../cloud/database/grants'
import { coverage, isPersonal } from '../../../cloud/personal-data/coverage'
import { pruneHistory } from '../../../cloud/repositories/history'
import { instant } from '../../../core/kernel/shanghai-time'
import { admit } from '../../support/api/people'
import { tableNames } from '../../support/api/write-count'
import { openApi, type TestApi } from '../../support/api/test-api'

const DAY = 86_400_000

let api: TestApi
beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

/** What PostgreSQL refuses for want of a right, and not for what a statement says. */
const REFUSED = /permission denied|must be owner/

const asked = (statement: string): Promise<string> =>
  sql
    .raw(statement)
    .execute(api.served)
    .then(
      () => 'done',
      (error: unknown) => (error as Error).message,
    )

/** Names of which a statement was not refused. */
async function notRefused(names: readonly string[], statement: (name: string) => string): Promise<string[]> {
  const answers = await Promise.all(names.map(async (name) => [name, await asked(statement(name))] as const))
  return answers.filter(([, answer]) => !REFUSED.test(answer)).map(([name]) => name)
}

describe('the user that programs serve with', () => {
  it.each([
    ['empties no table', (name: string) => `truncate ${name} cascade`],
    ['drops none', (name: string) => `drop table ${name} cascade`],
    ['adds no column', (name: string) => `alter table ${name} add column more text`],
    ['switches no trigger off', (name: string) => `alter table ${name} disable trigger all`],
    ['makes no index', (name: string) => `create index on ${name} ((1))`],
    [
      'puts no trigger on one',
      (name: string) => `create trigger quiet before delete on ${name} execute function refuse_rewriting()`,
    ],
    ['refers to none', (name: string) => `create table public.beside (like ${name})`],
  ])('%s', async (_what, statement) => {
    const names = await tableNames(api.db)
    expect(names).toContain('migration')
    expect(await notRefused(names, statement)).toEqual([])
  })

  it('makes neither schemas nor functions, changes no function of the owner, and becomes nobody else', async () => {
    for (const statement of [
      'create schema own',
      'create function public.own() returns int language sql as $$ select 1 $$',
      'drop function forget_person(uuid)',
      'alter function prune_history(timestamptz) security invoker',
      'create or replace function refuse_rewriting() returns trigger language plpgsql as $$ begin return new; end $$',
      'set role living_room',
      'set session_replication_role = replica',
    ])
      expect([statement, await asked(statement)]).toEqual([
        statement,
        expect.stringMatching(/permission denied|must be owner/),
      ])
  })

  it('changes and deletes no row of history, whatever it sets for its session', async () => {
    for (const before of ['', "set living_room.pruning = 'on'; "]) {
      expect(await notRefused(HISTORY_TABLES, (name) => `${before}delete from ${name}`)).toEqual([])
      expect(await notRefused(HISTORY_TABLES, (name) => `${before}update ${name} set at = now()`)).toEqual([])
    }
    expect(await notRefused(['erasure'], (name) => `update ${name} set at = now()`)).toEqual([])
    expect(await notRefused(['migration'], (name) => `delete from ${name}`)).toEqual([])
  })

  it('may write and read rows of all other tables', async () => {
    const { rows } = await sql<{ name: string; may: string }>`
      select relname as name, concat_ws(' ',
        case when has_table_privilege('living_room_run_time', oid, 'select') then 'select' end,
        case when has_table_privilege('living_room_run_time', oid, 'insert') then 'insert' end,
        case when has_table_privilege('living_room_run_time', oid, 'update') then 'update' end,
        case when has_table_privilege('living_room_run_time', oid, 'delete') then 'delete' end) as may
      from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`.execute(api.db)
    const lessThanAll = rows.filter(({ may }) => may !== 'select insert update delete')
    expect(Object.fromEntries(lessThanAll.map(({ name, may }) => [name, may]))).toEqual({
      ...Object.fromEntries(HISTORY_TABLES.map((name) => [name, 'select insert'])),
      erasure: 'select insert delete',
      migration: 'select',
    })
  })
})

describe('the functions of the owner', () => {
  it('are nobody else’s to call, and search no table where a caller could put another', async () => {
    const { rows } = await sql<{ name: string; open: boolean; config: readonly string[] }>`
      select proname as name, proconfig as config, has_function_privilege('public', oid, 'execute') as open
      from pg_proc where prosecdef and pronamespace = 'public'::regnamespace order by proname`.execute(api.db)
    expect(rows.map(({ name }) => name)).toEqual([
      'analyze_small_tables',
      'forget_person',
      'prune_history',
      'sort_search_index',
    ])
    for (const { open, config } of rows) {
      expect(open).toBe(false)
      expect(config).toContain('search_path=pg_catalog, public, pg_temp')
    }
  })

  it('let go of a person in every table of history that names one, as the list of personal data says', async () => {
    const { rows } = await sql<{ text: string }>`
      select prosrc as text from pg_proc where proname = 'forget_person'`.execute(api.db)
    const forgotten = [...(rows[0]?.text ?? '').matchAll(/update (\w+) set/g)].map(([, name]) => name)
    const said = Object.entries(coverage).flatMap(([name, table]) =>
      isPersonal(table) && table.onErase === 'forget' ? [name] : [],
    )
    expect([...forgotten].sort()).toEqual([...said].sort())
    expect([...said, 'staff_act'].sort()).toEqual([...HISTORY_TABLES].sort())
  })

  it('delete what was done more than three years ago, and nothing younger, whoever asks', async () => {
    const { residentId } = await admit(api.db)
    const now = (await sql<{ now: number }>`select now()`.execute(api.db)).rows[0]?.now ?? 0
    const ages = [1_101, 1_099, 1]
    for (const days of ages)
      await sql`
        insert into suggestion_history (suggestion_id, act, at, by_resident)
        values (gen_random_uuid(), 'opened', ${new Date(now - days * DAY)}, ${residentId})`.execute(
        api.served,
      )
    const left = async () =>
      (
        await sql<{ days: number }>`
        select round(extract(epoch from now() - at) / 86400)::int as days from suggestion_history
        where by_resident = ${residentId} order by id`.execute(api.db)
      ).rows.map(({ days }) => days)
    expect(await pruneHistory(api.served, instant(now - 1_100 * DAY))).toBe(1)
    expect(await left()).toEqual([1_099, 1])
    await expect(pruneHistory(api.served, instant(now - 999 * DAY))).rejects.toThrow('stays')
    expect(await left()).toEqual([1_099, 1])
  })

  it('leave nobody who may delete history without them, the owner neither', async () => {
    await expect(sql`delete from suggestion_history`.execute(api.db)).rejects.toThrow('append-only')
  })
})
