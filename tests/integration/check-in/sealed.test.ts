import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { sealsFor } from '../../../cloud/gateways/sealing/seals'
import { ticketSignerWith } from '../../../cloud/services/codes/signing-keys'
import { TABLES_WITH_PHONES } from '../../../cloud/repositories/sealed'
import { sealAtRest } from '../../../cloud/setup/seal-at-rest'
import { keySealOfTests, SECRET, type TestApi } from '../../support/api/test-api'
import { admit, type Person } from '../../support/api/people'
import { act, done, openHall, register, setNow } from '../../support/activities/activities'
import { makeClass, NINE, openCode, pairScreen } from '../../support/activities/codes'

const seals = (PHONE_KEY?: string, PHONE_KEY_BEFORE?: string) =>
  sealsFor({ PHONE_KEY, PHONE_KEY_BEFORE }, false)

let api: TestApi
let admin: Person
beforeEach(async () => {
  api = await openHall()
  admin = await admit(api.db, 'admin')
  await setNow(api, NINE)
})
afterEach(() => api.close())

const ticketRow = () => api.db.selectFrom('ticket_key').selectAll().executeTakeFirstOrThrow()
const screenRow = (id: string) =>
  api.db.selectFrom('screen').select(['key', 'key_sealed']).where('id', '=', id).executeTakeFirstOrThrow()

it('a screen that is paired has its key sealed, and its codes open all the same', async () => {
  const screen = await pairScreen(api, admin)
  const { key, key_sealed: sealed } = await screenRow(screen.screenId)
  expect(sealed).toBe(true)
  expect(keySealOfTests.open(key)).toHaveLength(32)
  expect(await openCode(api, screen.codeAt(NINE))).toMatchObject({ ok: true })
  const { rows } = await sql<{ row: string }>`select to_jsonb(screen)::text as row from screen`.execute(
    api.db,
  )
  expect(rows[0]?.row).not.toContain(keySealOfTests.open(key).toString('hex'))
})

it('what lay open before is sealed at the start: screens and tickets go on as if nothing had been', async () => {
  const [id, key] = ['oldscreen', randomBytes(32)]
  await sql`insert into screen (id, office_id, key, paired_at) values (${id}, 'wutong-hall', ${key}, now())`.execute(
    api.db,
  )
  const { seed } = await ticketRow()
  const signed = ticketSignerWith(seed).publicKey
  const activityId = await makeClass(api.db, {
    starts_at: new Date('2026-11-28T02:00:00Z'),
    ends_at: new Date('2026-11-28T03:00:00Z'),
  })
  const { who, registrationId } = await register(api, activityId)
  const ticketOf = () =>
    done<{ ticket: string }>(api.call('checkIn.ticket', { registrationId }, { token: who.token }))
  const before = await ticketOf()
  expect(await sealAtRest(api.db, seals(SECRET))).toEqual([])
  const row = await ticketRow()
  expect(row.seed_sealed).toBe(true)
  expect(row.seed.includes(seed)).toBe(false)
  expect((await screenRow(id)).key_sealed).toBe(true)
  expect(keySealOfTests.open((await screenRow(id)).key)).toEqual(key)
  expect(await ticketOf()).toEqual(before)
  const staff = await admit(api.db, 'office')
  expect(
    await api.call('door.findByTicket', { activityId, ticket: before.ticket }, { token: staff.token }),
  ).toMatchObject({ ok: true })
  expect(await api.call('door.list', { activityId }, { token: staff.token })).toMatchObject({
    value: { ticketKey: signed },
  })
})

it('a start that seals is fine twice and by several servers at once', async () => {
  const { seed } = await ticketRow()
  await Promise.all(Array.from({ length: 6 }, () => sealAtRest(api.db, seals(SECRET))))
  const sealed = await ticketRow()
  expect(keySealOfTests.open(sealed.seed)).toEqual(seed)
  await sealAtRest(api.db, seals(SECRET))
  expect((await ticketRow()).seed.equals(sealed.seed)).toBe(true)
})

it('a new secret seals everything anew with the one before beside it, phone numbers too', async () => {
  const screen = await pairScreen(api, admin)
  const { seed } = await ticketRow()
  await sealAtRest(api.db, seals(SECRET))
  const activityId = await makeClass(api.db, {
    starts_at: new Date('2026-11-28T05:00:00Z'),
    ends_at: new Date('2026-11-28T06:00:00Z'),
  })
  await register(api, activityId, { telling: 'phone', phone: '13800000000' })
  const writer = await admit(api.db)
  await done(act(api, 'suggestion.send', writer, { text: '楼道的灯坏了', phone: '13800000001' }))
  await sealAtRest(api.db, seals('tomorrow', SECRET))
  const after = seals('tomorrow')
  expect(after.keySeal?.open((await ticketRow()).seed)).toEqual(seed)
  expect(after.keySeal?.open((await screenRow(screen.screenId)).key)).toHaveLength(32)
  const { phone_sealed: phone } = await api.db
    .selectFrom('registration')
    .select('phone_sealed')
    .where('activity_id', '=', activityId)
    .executeTakeFirstOrThrow()
  expect(after.phoneSeal?.open(phone ?? Buffer.alloc(0))).toBe('13800000000')
  const wrote = await api.db.selectFrom('suggestion').select('phone_sealed').executeTakeFirstOrThrow()
  expect(after.phoneSeal?.open(wrote.phone_sealed ?? Buffer.alloc(0))).toBe('13800000001')
})

it('every column of the database that keeps a phone number is sealed anew', async () => {
  const { rows } = await sql<{ table_name: string }>`
    select table_name from information_schema.columns
    where table_schema = 'public' and column_name = 'phone_sealed' order by table_name`.execute(api.db)
  expect(rows.map(({ table_name: table }) => table)).toEqual(TABLES_WITH_PHONES)
})

it('a number that was sealed with a lost secret is gone for staff, and their list is there all the same', async () => {
  const activityId = await makeClass(api.db, {
    starts_at: new Date('2026-11-28T05:00:00Z'),
    ends_at: new Date('2026-11-28T06:00:00Z'),
  })
  await register(api, activityId, { telling: 'phone', phone: '13800000000' })
  await api.db
    .updateTable('registration')
    .set({ phone_sealed: seals('a lost secret').phoneSeal?.seal('13800000000') ?? null })
    .execute()
  await done(
    act(api, 'activity.change', admin, { activityId, kind: 'cancelled', place: null, startsAt: null }),
  )
  const { unreached } = await done<{ unreached: unknown[] }>(
    api.call('activity.unreached', { activityId }, { token: admin.token }),
  )
  expect(unreached).toMatchObject([{ telling: 'phone', phone: null }])
})

it('without the secret, or with another, the start says what to set and leaves everything as it was', async () => {
  await expect(sealAtRest(api.db, seals())).resolves.toEqual([
    expect.stringContaining('PHONE_KEY is not set'),
  ])
  await sealAtRest(api.db, seals(SECRET))
  const before = await ticketRow()
  await expect(sealAtRest(api.db, seals())).rejects.toThrow('PHONE_KEY is not set, but keys')
  await expect(sealAtRest(api.db, seals('a slip of the pen'))).rejects.toThrow('PHONE_KEY_BEFORE')
  expect((await ticketRow()).seed.equals(before.seed)).toBe(true)
})
