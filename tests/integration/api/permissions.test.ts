import { tokenHashOf } from '../../../cloud/app/token'
import { contract, type EndpointName } from '../../../core/contract'
import type { Endpoint } from '../../../core/contract/endpoint'
import { STAFF_ROLES, type StaffRole } from '../../../core/domain/staff/post'
import { makeActivity } from '../../support/activities/activities'
import { openApi, OTHER_OFFICE, OWN_OFFICE, type TestApi } from '../../support/api/test-api'
import { openHttp, type HttpApi } from '../../support/api/http'
import {
  ACTIVITY,
  expectedElsewhere,
  expectedVerdict,
  expectedVolunteer,
  inputFor,
  verdictOf,
  type Verdict,
} from '../../support/api/expected-access'
import { admit, giveToken, makeToken, type Person } from '../../support/api/people'
import { openCloudFunction, type CloudFunction } from '../../support/api/processes/cloud-function'
import { countWrites } from '../../support/api/write-count'

/** Those of the desk alone have another entry and another identity: `desk-permissions.test.ts`. */
const endpoints = (Object.keys(contract) as EndpointName[]).filter(
  (name) => (contract[name] as Endpoint).desk !== 'only',
)

type Staffed = 'resident' | StaffRole | 'elsewhere' | 'ended' | 'dismissed'

let api: TestApi
let http: HttpApi
let people: Readonly<Record<Staffed, Person>>
let writes: () => Promise<number>

beforeAll(async () => {
  api = await openApi()
  http = await openHttp(api)
  const staff = await Promise.all(STAFF_ROLES.map(async (role) => [role, await admit(api.db, role)] as const))
  people = {
    ...(Object.fromEntries(staff) as Record<StaffRole, Person>),
    resident: await admit(api.db),
    elsewhere: await admit(api.db, 'office', OTHER_OFFICE),
    ended: await admit(api.db, 'admin'),
    dismissed: await admit(api.db, 'admin'),
  }
  await makeActivity(api.db, { id: ACTIVITY, office_id: OWN_OFFICE })
  await api.db
    .updateTable('post')
    .set({ ends_at: new Date('2001-01-01T00:00:00Z') })
    .where('resident_id', '=', people.ended.residentId)
    .execute()
  await api.db
    .updateTable('post')
    .set({ dismissed_at: new Date() })
    .where('resident_id', '=', people.dismissed.residentId)
    .execute()
  writes = await countWrites(api.db)
})
afterAll(async () => {
  await http.close()
  await api.close()
})

interface Cell {
  readonly who: string
  readonly expected: Verdict
  readonly call: () => Promise<Record<string, unknown>>
}

/** Endpoints that end posts are called too: whoever comes next holds theirs again. */
async function givePostsBack(): Promise<void> {
  const holders = Object.entries(people).flatMap(([who, { residentId }]) =>
    who === 'dismissed' ? [] : [residentId],
  )
  await api.db
    .updateTable('post')
    .set({ dismissed_at: null })
    .where('resident_id', 'in', holders)
    .where('dismissed_at', 'is not', null)
    .execute()
}

/** Whoever is to be turned away first, so that what they might have written is seen before the others write. */
function judge(cells: readonly Cell[]): void {
  const denied = cells.filter(({ expected }) => expected === 'unauthenticated' || expected === 'forbidden')
  const elsewhere = cells.filter(({ expected }) => expected === 'not_own_office')
  const letIn = cells.filter(({ expected }) => expected === 'let in')
  let before: number
  beforeAll(async () => {
    await givePostsBack()
    // One person calls everything within the minute, which no hand could.
    await api.db.deleteFrom('rate_window').execute()
    before = await writes()
  })
  for (const { who, expected, call } of denied) {
    it(`is ${expected} for ${who}`, async () => {
      expect(verdictOf(await call())).toBe(expected)
    })
  }
  it('leaves no trace of whom it turned away', async () => {
    expect(await writes()).toBe(before)
  })
  for (const { who, expected, call } of elsewhere) {
    it(`is ${expected} for ${who}`, async () => {
      expect(verdictOf(await call())).toBe(expected)
    })
  }
  for (const { who, call } of letIn) {
    it(`lets ${who} in`, async () => {
      const body = await call()
      expect(body['fault']).toBeUndefined()
      expect(verdictOf(body)).toBe('let in')
    })
  }
}

const knownCells = (endpoint: Endpoint, callAs: (who: Staffed) => Cell['call']): Cell[] => [
  ...(['resident', ...STAFF_ROLES] as const).map((who) => ({
    who,
    expected: who === 'scanner' ? expectedVolunteer(endpoint) : expectedVerdict(endpoint.access, who),
    call: callAs(who),
  })),
  ...(['ended', 'dismissed'] as const).map((who) => ({
    who: `somebody whose post as an admin was ${who}`,
    expected: expectedVerdict(endpoint.access, 'resident'),
    call: callAs(who),
  })),
  {
    who: 'office staff about another office',
    expected: expectedElsewhere(endpoint),
    call: callAs('elsewhere'),
  },
]

describe.each(endpoints)('%s over HTTPS', (name) => {
  const tokens = new Map<string, string>()
  beforeAll(async () => {
    for (const [who, { residentId }] of Object.entries(people))
      tokens.set(who, await giveToken(api.db, residentId))
    tokens.set('expired', await giveToken(api.db, people.admin.residentId, '2000-01-01T00:00:00Z'))
  })

  const post = (tokenOf: () => string | null) => async (): Promise<Record<string, unknown>> => {
    const { status, body } = await http.post(name, inputFor(name), tokenOf())
    expect(status).toBe({ unauthenticated: 401, forbidden: 403 }[String(body['fault'])] ?? 200)
    return body
  }
  const nobodies: Readonly<Record<string, () => string | null>> = {
    'a stranger': () => null,
    'a forged token': makeToken,
    "the hash of an administrator's token": () => tokenHashOf(people.admin.token).toString('base64url'),
    "an administrator's OPENID": () => people.admin.openid,
    "an administrator's expired session": () => tokens.get('expired') ?? null,
  }
  judge([
    ...Object.entries(nobodies).map(([who, tokenOf]) => ({
      who,
      expected: expectedVerdict(contract[name].access, 'nobody'),
      call: post(tokenOf),
    })),
    ...knownCells(contract[name], (who) => post(() => tokens.get(who) ?? null)),
  ])
})

describe('the cloud function', () => {
  let cloudFunction: CloudFunction
  beforeAll(async () => {
    cloudFunction = await openCloudFunction('api', api.runTimeUrl)
  })
  afterAll(() => cloudFunction.close())

  describe.each(endpoints)('%s', (name) => {
    const { access } = contract[name]
    const callAs =
      (openidOf: () => string | null, forgedOf: () => object = () => ({})): Cell['call'] =>
      () =>
        cloudFunction.call({ name, input: inputFor(name), ...forgedOf() }, openidOf())
    const saysItIsAdmin = () => {
      const { openid, token } = people.admin
      return { openid, token, userInfo: { openId: openid, appId: 'wx' }, OPENID: openid }
    }
    judge([
      {
        who: 'a call without a login, whatever it says of itself',
        expected: expectedVerdict(access, 'nobody'),
        call: callAs(() => null, saysItIsAdmin),
      },
      {
        who: 'an OPENID that WeChat vouches for, seen for the first time',
        expected: expectedVerdict(access, 'resident'),
        call: callAs(() => `o-first-${name}`),
      },
      ...knownCells(contract[name], (who) => callAs(() => people[who].openid)),
    ])
  })
})
