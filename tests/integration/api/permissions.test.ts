import fc from 'fast-check'
import { tokenHashOf } from '../../../cloud/app/token'
import { contract, type EndpointName } from '../../../core/contract'
import { STAFF_ROLES, type Access, type Endpoint, type StaffRole } from '../../../core/contract/endpoint'
import { openHouse, OTHER_OFFICE, OWN_OFFICE, type House } from '../../support/api/house'
import { openHttp, type HttpHouse } from '../../support/api/http'
import { fieldValues } from '../../support/api/inputs/field-values'
import { validInput } from '../../support/api/inputs/valid-input'
import { admit, giveToken, makeToken, type Person } from '../../support/api/people'
import { openCloudFunction, type CloudFunction } from '../../support/api/processes/cloud-function'
import { printTables } from '../../support/api/table-prints'

const endpoints = Object.keys(contract) as EndpointName[]

type Verdict = 'let in' | 'unauthenticated' | 'forbidden'

/** Written apart from `verdictOf`, which it judges: whoever is not named may not. */
function expectedVerdict(access: Access, known: 'nobody' | 'resident' | StaffRole): Verdict {
  if (access === 'public') return 'let in'
  if (known === 'nobody') return 'unauthenticated'
  if (access === 'resident') return 'let in'
  return (access as readonly string[]).includes(known) ? 'let in' : 'forbidden'
}

/** Office staff act for their own office, wherever an input names one. */
function expectedElsewhere(endpoint: Endpoint): Verdict {
  const namesOffice = 'entries' in endpoint.input && 'officeId' in (endpoint.input.entries as object)
  const verdict = expectedVerdict(endpoint.access, 'office')
  return namesOffice && Array.isArray(endpoint.access) ? 'forbidden' : verdict
}

/** The same each time, and about the office that `staff` of the test belong to. */
const inputFor = (name: EndpointName): unknown =>
  fc.sample(validInput(contract[name].input, { ...fieldValues, officeId: fc.constant(OWN_OFFICE) }), {
    numRuns: 1,
    seed: 1,
  })[0]

const verdictOf = (body: Record<string, unknown>): unknown =>
  body['fault'] === 'unauthenticated' || body['fault'] === 'forbidden' ? body['fault'] : 'let in'

type Staffed = 'resident' | StaffRole | 'elsewhere'

let house: House
let http: HttpHouse
let people: Readonly<Record<Staffed, Person>>

beforeAll(async () => {
  house = await openHouse()
  http = await openHttp(house)
  const staff = await Promise.all(
    STAFF_ROLES.map(async (role) => [role, await admit(house.db, role)] as const),
  )
  people = {
    ...(Object.fromEntries(staff) as Record<StaffRole, Person>),
    resident: await admit(house.db),
    elsewhere: await admit(house.db, 'office', OTHER_OFFICE),
  }
})
afterAll(async () => {
  await http.close()
  await house.close()
})

interface Cell {
  readonly who: string
  readonly expected: Verdict
  readonly call: () => Promise<Record<string, unknown>>
}

/** Whoever is to be turned away first, so that what they might have written is seen before the others write. */
function judge(cells: readonly Cell[]): void {
  const denied = cells.filter(({ expected }) => expected !== 'let in')
  const letIn = cells.filter(({ expected }) => expected === 'let in')
  let before: Readonly<Record<string, string>>
  beforeAll(async () => {
    before = await printTables(house.db)
  })
  for (const { who, expected, call } of denied) {
    it(`is ${expected} for ${who}`, async () => {
      expect(verdictOf(await call())).toBe(expected)
    })
  }
  it('leaves no trace of whom it turned away', async () => {
    expect(await printTables(house.db)).toEqual(before)
  })
  for (const { who, call } of letIn) {
    it(`lets ${who} in`, async () => {
      expect((await call())['fault']).toBeUndefined()
    })
  }
}

const knownCells = (endpoint: Endpoint, callAs: (who: Staffed) => Cell['call']): Cell[] => [
  ...(['resident', ...STAFF_ROLES] as const).map((who) => ({
    who,
    expected: expectedVerdict(endpoint.access, who),
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
      tokens.set(who, await giveToken(house.db, residentId))
    tokens.set('expired', await giveToken(house.db, people.admin.residentId, '2000-01-01T00:00:00Z'))
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
  let api: CloudFunction
  beforeAll(async () => {
    api = await openCloudFunction('api', house.databaseUrl)
  })
  afterAll(() => api.close())

  describe.each(endpoints)('%s', (name) => {
    const { access } = contract[name]
    const callAs =
      (openidOf: () => string | null, forgedOf: () => object = () => ({})): Cell['call'] =>
      () =>
        api.call({ name, input: inputFor(name), ...forgedOf() }, openidOf())
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
