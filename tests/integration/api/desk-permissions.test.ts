import { sql } from 'kysely'
import { contract, type EndpointName } from '../../../core/contract'
import type { Endpoint } from '../../../core/contract/endpoint'
import { STAFF_ROLES, type StaffRole } from '../../../core/domain/staff/post'
import { act, done, makeActivity } from '../../support/activities/activities'
import {
  ACTIVITY,
  expectedElsewhere,
  expectedVerdict,
  expectedVolunteer,
  inputFor,
  verdictOf,
  type Verdict,
} from '../../support/api/expected-access'
import { openHttp, type HttpApi } from '../../support/api/http'
import { Pc, PUBLIC_ORIGIN } from '../../support/api/pc'
import { admit, makeToken, type Person } from '../../support/api/people'
import { openApi, OTHER_OFFICE, OWN_OFFICE, type TestApi } from '../../support/api/test-api'
import { countWrites } from '../../support/api/write-count'

const START = '2026-12-01T01:00:00Z'
const endpoints = Object.keys(contract) as EndpointName[]

/** What a resident has is neither read nor changed from a PC; what demonstrations alone have is there in one. */
const isThere = ({ access, desk }: Endpoint): boolean => access !== 'resident' || desk !== undefined

type SignedIn = StaffRole | 'elsewhere'
type Ended = 'ran out' | 'dismissed' | 'signed out'

let api: TestApi
let http: HttpApi
let pcs: Readonly<Record<SignedIn | Ended, Pc>>
let admin: Person
let writes: () => Promise<number>

async function signedIn(who: Person): Promise<Pc> {
  const pc = new Pc(http)
  const { signInId, digits } = await pc.ask()
  await done(act(api, 'desk.confirmSignIn', who, { signInId, digits }))
  expect((await pc.collect(signInId)).body).toMatchObject({ value: { state: 'signed-in' } })
  await api.db.deleteFrom('desk_sign_in').execute()
  return pc
}

beforeAll(async () => {
  api = await openApi({ frozenAt: START })
  http = await openHttp(api, { publicOrigin: PUBLIC_ORIGIN })
  await makeActivity(api.db, { id: ACTIVITY, office_id: OWN_OFFICE })
  const enter = async (role: StaffRole, office = OWN_OFFICE) => {
    const person = await admit(api.db, role, office)
    return { person, pc: await signedIn(person) }
  }
  const roles = new Map<StaffRole, Awaited<ReturnType<typeof enter>>>()
  for (const role of STAFF_ROLES) roles.set(role, await enter(role))
  const [elsewhere, ranOut, dismissed, out] = [
    await enter('office', OTHER_OFFICE),
    await enter('admin'),
    await enter('admin'),
    await enter('admin'),
  ]
  await api.db
    .updateTable('post')
    .set({ ends_at: new Date(START) })
    .where('resident_id', '=', ranOut.person.residentId)
    .execute()
  await api.db
    .updateTable('post')
    .set({ dismissed_at: new Date(START) })
    .where('resident_id', '=', dismissed.person.residentId)
    .execute()
  const cookies = [...out.pc.cookies]
  await out.pc.call('desk.signOut')
  for (const [name, value] of cookies) out.pc.cookies.set(name, value)
  const pcOf = (role: StaffRole): Pc => roles.get(role)?.pc ?? new Pc(http)
  admin = roles.get('admin')?.person ?? out.person
  pcs = {
    ...(Object.fromEntries(STAFF_ROLES.map((role) => [role, pcOf(role)])) as Record<StaffRole, Pc>),
    elsewhere: elsewhere.pc,
    'ran out': ranOut.pc,
    dismissed: dismissed.pc,
    'signed out': out.pc,
  }
  await sql`create schema begun`.execute(api.db)
  await sql`create table begun.desk_session as select * from desk_session`.execute(api.db)
  await sql`create table begun.post as select * from post`.execute(api.db)
  writes = await countWrites(api.db)
})
afterAll(async () => {
  await http.close()
  await api.close()
})

/** Endpoints that end posts and sessions are called too: whoever comes next has theirs again. */
async function restore(): Promise<void> {
  await sql`delete from desk_session`.execute(api.db)
  await sql`insert into desk_session select * from begun.desk_session`.execute(api.db)
  await sql`
    update post set dismissed_at = begun.dismissed_at, ends_at = begun.ends_at
    from begun.post as begun where begun.id = post.id`.execute(api.db)
}

const STATUS: Readonly<Record<string, number>> = {
  unauthenticated: 401,
  forbidden: 403,
  unknown_endpoint: 404,
}

describe.each(endpoints)('%s from a PC', (name) => {
  const endpoint: Endpoint = contract[name]
  /** The browser itself keeps its cookies, whatever the answer does to them. */
  const call = async (
    { cookies }: Pc,
    headers: Record<string, string> = {},
  ): Promise<Record<string, unknown>> => {
    const pc = new Pc(http)
    for (const [name, value] of cookies) pc.cookies.set(name, value)
    const { status, body } = await pc.call(name, inputFor(name), headers)
    expect(status).toBe(STATUS[String(body['fault'])] ?? 200)
    return body
  }
  const nobodies: Readonly<Record<string, () => Promise<Record<string, unknown>>>> = {
    'a browser without a session': () => call(new Pc(http)),
    'a forged cookie': () => {
      const pc = new Pc(http)
      pc.cookies.set('__Host-desk', makeToken())
      return call(pc)
    },
    "an administrator's phone token": () => call(new Pc(http), { authorization: `Bearer ${admin.token}` }),
    'a session whose post ran out': () => call(pcs['ran out']),
    'a session whose holder was dismissed': () => call(pcs.dismissed),
    'a session that was ended': () => call(pcs['signed out']),
  }

  if (!isThere(endpoint)) {
    it('is not there, for nobody', async () => {
      const bodies = [await call(pcs.admin), await call(new Pc(http))]
      expect(bodies.map(({ fault }) => fault)).toEqual(['unknown_endpoint', 'unknown_endpoint'])
    })
    return
  }

  const signedInCells = [
    ...STAFF_ROLES.map((who) => ({
      who: who as SignedIn,
      expected: who === 'scanner' ? expectedVolunteer(endpoint) : expectedVerdict(endpoint.access, who),
    })),
    { who: 'elsewhere' as const, expected: expectedElsewhere(endpoint) },
  ]
  const nobody = expectedVerdict(endpoint.access, 'nobody')
  let before: number
  beforeAll(async () => {
    await restore()
    before = await writes()
  })

  if (nobody !== 'let in') {
    it.each(Object.entries(nobodies))(`is ${nobody} for %s`, async (_who, callAsNobody) => {
      expect(verdictOf(await callAsNobody())).toBe(nobody)
    })
  }
  const forbidden = signedInCells.filter(({ expected }) => expected === 'forbidden')
  if (forbidden.length > 0) {
    it.each(forbidden)('is forbidden for $who', async ({ who }) => {
      expect(verdictOf(await call(pcs[who]))).toBe('forbidden')
    })
  }
  it('leaves no trace of whom it turned away', async () => {
    expect(await writes()).toBe(before)
  })
  const others = signedInCells.filter(({ expected }) => expected !== 'forbidden')
  const said = (expected: Verdict): string => (expected === 'let in' ? 'lets in' : `is ${expected} for`)
  it.each(others.map((cell) => [said(cell.expected), cell.who, cell.expected] as const))(
    '%s %s',
    async (_said, who, expected) => {
      await restore()
      expect(verdictOf(await call(pcs[who]))).toBe(expected)
    },
  )
})
