import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { connect } from '../../../cloud/database/connect'
import { handlers } from '../../../cloud/handlers'
import { runJobs } from '../../../cloud/jobs/run'
import { isPersonal, coverage, ownerValue, personalTables } from '../../../cloud/personal-data/coverage'
import { eraseAgain, eraseDueResidents } from '../../../cloud/personal-data/erase'
import { contract, type EndpointName } from '../../../core/contract'
import type { Endpoint } from '../../../core/contract/endpoint'
import { parseInstant } from '../../../core/kernel/shanghai-time'
import { openApi, OWN_OFFICE, type TestApi } from '../../support/api/test-api'
import { fieldValues } from '../../support/api/inputs/field-values'
import { validInput } from '../../support/api/inputs/valid-input'
import { admit, type Person } from '../../support/api/people'
import { columns } from '../../support/api/rows/catalogue'
import { coverageGaps } from '../../support/api/rows/coverage-gaps'
import { openRowMaker } from '../../support/api/rows/row-maker'
import { tracesOf } from '../../support/api/rows/traces'

const START = '2026-11-22T01:00:00.000Z'
/** Seven days of grace later. */
const DUE = '2026-11-29T01:00:00.000Z'
const LAST_MOMENT = '2026-11-29T00:59:59.999Z'

let api: TestApi
/** Lets one call of `me.chooseCompound` wait inside its transaction. */
let pause: Promise<void> | null = null
beforeEach(async () => {
  api = await openApi({
    frozenAt: START,
    handlers: {
      'me.chooseCompound': async (input, context) => {
        await pause
        return handlers['me.chooseCompound'](input, context)
      },
    },
  })
  // The last admin could not leave.
  await admit(api.db, 'admin')
})
afterEach(() => api.close())

const setNow = (instant: string) => api.call('demo.setNow', { instant })

const asked = async (endpoint: string, who: Person): Promise<Record<string, unknown>> => {
  const reply = await api.call(endpoint, { requestId: randomUUID() }, { token: who.token })
  return (reply as { value: Record<string, unknown> }).value
}

const namesOf = ({ residentId, openid }: Person): string[] => [residentId, openid]

/** What jobs forget by its age alone; and a link to a family record that somebody else kept goes with that record. */
const PASSING = ['family_link', 'receipt', 'wrong_number', 'wrong_code', 'desk_sign_in']
const lasting = (traces: Awaited<ReturnType<typeof tracesOf>>) =>
  traces.filter(({ table }) => !PASSING.includes(table))

/** What only a PC may call; `desk-sessions.test.ts` is about these. */
const isForPcs = (name: EndpointName): boolean => (contract[name] as Endpoint).desk === 'only'

const inputs = new Map(
  (Object.keys(contract) as EndpointName[]).map((name) => [
    name,
    validInput(contract[name].input, { ...fieldValues, officeId: fc.constant(OWN_OFFICE) }),
  ]),
)

/** Uses every endpoint but those that end a session or a post or move the clock, and owns a row in every personal table. */
async function liveAFullLife(): Promise<Person> {
  const person = await admit(api.db, 'admin')
  const left = [
    'session.signIn',
    'session.signOut',
    'demo.setNow',
    'me.requestErasure',
    'me.cancelErasure',
    'staff.leave',
  ]
  const used = (Object.keys(contract) as EndpointName[]).filter(
    (known) => !left.includes(known) && !isForPcs(known),
  )
  for (const name of used) {
    for (const input of fc.sample(inputs.get(name) ?? fc.constant(null), 3)) {
      expect(await api.call(name, input, { token: person.token })).not.toHaveProperty('fault')
    }
  }
  const maker = await openRowMaker(api.db)
  for (const [name, table] of personalTables()) {
    const value = ownerValue(table, person.residentId)
    const { rows } =
      await sql`select from ${sql.table(name)} where ${sql.ref(table.owner)} = ${value}`.execute(api.db)
    if (rows.length === 0) await maker.make(name, { [table.owner]: value })
  }
  return person
}

describe('coverage.ts', () => {
  it('names every table of the database, and every column that refers to a resident', async () => {
    expect(await coverageGaps(api.db)).toEqual([])
  })

  it('is found wanting when a table or a column about residents is forgotten', async () => {
    await sql`create table diary (id uuid primary key, writer uuid references resident (id))`.execute(api.db)
    await sql`alter table pack_load add column loaded_by uuid references resident (id)`.execute(api.db)
    await sql`create table badge (holder uuid references staff (resident_id))`.execute(api.db)
    expect(await coverageGaps(api.db)).toEqual([
      expect.stringMatching(/^badge is not in coverage/),
      expect.stringMatching(/^diary is not in coverage/),
      expect.stringMatching(/^badge.holder refers to staff, whose rows are erased/),
      expect.stringMatching(/^diary.writer refers to a resident/),
      expect.stringMatching(/^pack_load.loaded_by refers to a resident/),
    ])
  })

  it('keeps every hash out of the export: it is no use to a resident and might open a door', async () => {
    const hashes = (await columns(api.db)).filter(({ type }) => type === 'bytea')
    for (const [name, { withheld }] of personalTables()) {
      for (const { column } of hashes.filter(({ table }) => table === name))
        expect(withheld).toContain(column)
    }
    expect(hashes.length).toBeGreaterThan(1)
  })

  it('declares every column in which somebody who did everything is found by id or OPENID', async () => {
    const person = await liveAFullLife()
    for (const { table, column } of await tracesOf(api.db, namesOf(person))) {
      const entry = (coverage as Readonly<Record<string, (typeof coverage)[keyof typeof coverage]>>)[table]
      expect({ table, column, isPersonal: entry !== undefined && isPersonal(entry) }).toMatchObject({
        isPersonal: true,
      })
    }
  })
})

describe('the export', () => {
  it('shows a row of every personal table, whole but for what is withheld, and nothing of others', async () => {
    const [person, other] = [await liveAFullLife(), await liveAFullLife()]
    const reply = await api.call('me.export', {}, { token: person.token })
    const exported = (reply as { value: { tables: Record<string, Record<string, unknown>[]> } }).value.tables
    for (const [name, { owner, withheld, also }] of personalTables()) {
      expect({ name, rows: exported[name]?.length }).not.toEqual({ name, rows: 0 })
      for (const row of exported[name] ?? []) {
        if (also === undefined || row[owner] !== null) expect(String(row[owner])).toContain(person.residentId)
        for (const column of withheld) expect(row).not.toHaveProperty(column)
      }
    }
    expect(JSON.stringify(exported)).toContain(person.openid)
    for (const text of namesOf(other)) expect(JSON.stringify(exported)).not.toContain(text)
  })
})

describe('erasing', () => {
  it('leaves nothing of a person in any column of any table when the days of grace are over', async () => {
    const [leaver, stayer] = [await liveAFullLife(), await liveAFullLife()]
    const others = await tracesOf(api.db, namesOf(stayer))
    const exceptions = await api.db.selectFrom('hours_exception').select('day').execute()
    expect(await asked('me.requestErasure', leaver)).toEqual({ eraseAfter: DUE })

    await setNow(LAST_MOMENT)
    expect(await runJobs(api.served)).toContainEqual({ name: 'erase-due-residents', done: 0 })
    expect(await api.call('me.show', {}, { token: leaver.token })).toMatchObject({
      value: { eraseAfter: DUE },
    })

    await setNow(DUE)
    expect(await runJobs(api.served)).toContainEqual({ name: 'erase-due-residents', done: 1 })
    expect(await tracesOf(api.db, namesOf(leaver))).toEqual([])
    expect(lasting(await tracesOf(api.db, namesOf(stayer)))).toEqual(lasting(others))
    // What staff once set still holds; only who set it is forgotten.
    expect(await api.db.selectFrom('hours_exception').select('day').execute()).toHaveLength(exceptions.length)
  })

  it('makes a stranger of that person, who may come back as somebody new', async () => {
    const leaver = await admit(api.db, 'admin')
    await asked('me.requestErasure', leaver)
    await setNow(DUE)
    await runJobs(api.served)
    expect(await api.call('me.show', {}, { token: leaver.token })).toEqual({
      ok: false,
      fault: 'unauthenticated',
    })
    const back = await api.call('me.export', {}, { openid: leaver.openid })
    expect(back).toMatchObject({
      ok: true,
      value: { tables: { staff: [], resident: [{ compound_id: null }] } },
    })
    expect(JSON.stringify(back)).not.toContain(leaver.residentId)
  })

  it('by several instances at once erases each person once', async () => {
    const leavers = await Promise.all(Array.from({ length: 12 }, () => admit(api.db)))
    for (const leaver of leavers) await asked('me.requestErasure', leaver)
    const instances = Array.from({ length: 3 }, () =>
      connect(api.runTimeUrl, {
        poolSize: 2,
        onIdleError: (error) => {
          throw error
        },
      }),
    )
    try {
      const now = parseInstant(DUE)
      const erased = await Promise.all(instances.map((db) => eraseDueResidents(db, now)))
      expect(erased.reduce((sum, count) => sum + count, 0)).toBe(leavers.length)
    } finally {
      await Promise.all(instances.map((db) => db.destroy()))
    }
    expect(await tracesOf(api.db, leavers.flatMap(namesOf))).toEqual([])
  })

  it('leaves a person whole whom something keeps half-way, tells of it, and erases all others', async () => {
    const [stuck, free] = [await liveAFullLife(), await liveAFullLife()]
    await sql`create table forgotten (whose uuid references resident (id))`.execute(api.db)
    await sql`insert into forgotten values (${stuck.residentId})`.execute(api.db)
    await asked('me.requestErasure', stuck)
    await asked('me.requestErasure', free)
    await setNow(DUE)
    const before = await tracesOf(api.db, namesOf(stuck))
    const [report] = await runJobs(api.served)
    expect(report).toMatchObject({
      name: 'erase-due-residents',
      error: new Error('1 of 2 residents could not be erased'),
    })
    expect(lasting(await tracesOf(api.db, namesOf(stuck)))).toEqual(lasting(before))
    expect(await tracesOf(api.db, namesOf(free))).toEqual([])
  })

  it('waits for an act of that person that is under way, and leaves nothing of it either', async () => {
    const leaver = await admit(api.db)
    await asked('me.requestErasure', leaver)
    let go = (): void => undefined
    pause = new Promise((settle) => {
      go = settle
    })
    const choice = { compoundId: 'wutong-east', requestId: randomUUID() }
    const act = api.call('me.chooseCompound', choice, { token: leaver.token })
    await untilClaimed()
    await eraseDueResidents(api.served, parseInstant(DUE))
    go()
    pause = null
    await act
    await eraseDueResidents(api.served, parseInstant(DUE))
    expect(await tracesOf(api.db, namesOf(leaver))).toEqual([])
  })
})

/** A row that is not committed is not seen, but the lock of whoever is writing it is. */
async function untilClaimed(): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from pg_locks where locktype = 'relation' and relation = 'request'::regclass
        and mode = 'RowExclusiveLock' and pid <> pg_backend_pid()`.execute(api.db)
    if ((rows[0]?.n ?? 0) > 0) return
    await new Promise((settle) => setTimeout(settle, 5))
  }
}

describe('a backup that brought somebody back', () => {
  it('loses them again, also the only admin, and says how many it had', async () => {
    await sql`update post set dismissed_at = now()`.execute(api.db)
    const [back, stayer] = [await liveAFullLife(), await admit(api.db)]
    const at = parseInstant(START)
    const erasures = [
      { residentId: back.residentId, at },
      { residentId: randomUUID(), at },
    ]
    expect(await eraseAgain(api.db, erasures, parseInstant(DUE))).toBe(1)
    expect(await tracesOf(api.db, namesOf(back))).toEqual([])
    expect(await tracesOf(api.db, namesOf(stayer))).not.toEqual([])
    // The next backup knows of both.
    expect(await api.db.selectFrom('erasure').select('at').execute()).toEqual([{ at }, { at }])
    expect(await eraseAgain(api.db, erasures, parseInstant(DUE))).toBe(0)
  })
})

describe('the days of grace', () => {
  it('keep the first date when one asks again', async () => {
    const person = await admit(api.db)
    await asked('me.requestErasure', person)
    await setNow('2026-11-25T01:00:00.000Z')
    expect(await asked('me.requestErasure', person)).toEqual({ eraseAfter: DUE })
  })

  it('let one take it back, and ask anew from then on', async () => {
    const person = await admit(api.db)
    await asked('me.requestErasure', person)
    await setNow(LAST_MOMENT)
    expect(await asked('me.cancelErasure', person)).toEqual({ eraseAfter: null, stopped: true })
    expect(await asked('me.cancelErasure', person)).toEqual({ eraseAfter: null, stopped: false })
    await setNow('2026-12-01T01:00:00.000Z')
    expect(await runJobs(api.served)).toContainEqual({ name: 'erase-due-residents', done: 0 })
    expect(await api.call('me.show', {}, { token: person.token })).toMatchObject({
      value: { eraseAfter: null },
    })
    expect(await asked('me.requestErasure', person)).toEqual({ eraseAfter: '2026-12-08T01:00:00.000Z' })
  })
})
