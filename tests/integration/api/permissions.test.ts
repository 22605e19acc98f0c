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

let house: House
let people: Readonly<Record<'resident' | StaffRole | 'elsewhere', Person>>

beforeAll(async () => {
  house = await openHouse()
  const staff = await Promise.all(STAFF_ROLES.map(async (role) => [role, await admit(house.db, role)] as const))
  people = {
    ...(Object.fromEntries(staff) as Record<StaffRole, Person>),
    resident: await admit(house.db),
    elsewhere: await admit(house.db, 'office', OTHER_OFFICE),
  }
})
afterAll(() => house.close())

/** A call that is turned away leaves no trace but its count. */
async function judge(expected: Verdict, call: () => Promise<Record<string, unknown>>): Promise<void> {
  const before = await printTables(house.db)
  const body = await call()
  expect(verdictOf(body)).toBe(expected)
  if (expected === 'let in') expect(body['fault']).toBeUndefined()
  else expect(await printTables(house.db)).toEqual(before)
}

describe.each(endpoints)('%s over HTTPS', (name) => {
  let http: HttpHouse
  beforeAll(async () => {
    http = await openHttp(house)
  })
  afterAll(() => http.close())

  const { access } = contract[name]
  const post = async (token: string | null): Promise<Record<string, unknown>> => {
    const { status, body } = await http.post(name, inputFor(name), token)
    expect(status).toBe({ unauthenticated: 401, forbidden: 403 }[String(body['fault'])] ?? 200)
    return body
  }
  const nobodies: Record<string, () => Promise<string | null>> = {
    'a stranger': () => Promise.resolve(null),
    'a forged token': () => Promise.resolve(makeToken()),
    "the hash of an administrator's token": () => Promise.resolve(tokenHashOf(people.admin.token).toString('base64url')),
    "an administrator's OPENID": () => Promise.resolve(people.admin.openid),
    "an administrator's expired session": () => giveToken(house.db, people.admin.residentId, '2000-01-01T00:00:00Z'),
  }
  it.each(Object.keys(nobodies))(`is ${expectedVerdict(access, 'nobody')} for %s`, async (who) => {
    const token = await nobodies[who]?.()
    await judge(expectedVerdict(access, 'nobody'), () => post(token ?? null))
  })
  it.each(['resident', ...STAFF_ROLES] as const)('answers %s as its access says', async (role) => {
    const token = await giveToken(house.db, people[role].residentId)
    await judge(expectedVerdict(access, role), () => post(token))
  })
  it(`is ${expectedElsewhere(contract[name])} for office staff about another office`, async () => {
    const token = await giveToken(house.db, people.elsewhere.residentId)
    await judge(expectedElsewhere(contract[name]), () => post(token))
  })
})

describe('the cloud function', () => {
  let api: CloudFunction
  beforeAll(async () => {
    api = await openCloudFunction('api', house.databaseUrl)
  })
  afterAll(() => api.close())

  describe.each(endpoints)('%s', (name) => {
    const { access } = contract[name]
    const call = (openid: string | null, more: object = {}) =>
      api.call({ name, input: inputFor(name), ...more }, openid)

    it(`is ${expectedVerdict(access, 'nobody')} for a call without a login, whatever it says of itself`, async () => {
      const { openid, token } = people.admin
      const forged = { openid, token, userInfo: { openId: openid, appId: 'wx' }, OPENID: openid }
      await judge(expectedVerdict(access, 'nobody'), () => call(null, forged))
    })
    it('takes an OPENID that WeChat vouches for, seen for the first time, for a resident', async () => {
      await judge(expectedVerdict(access, 'resident'), () => call(`o-first-${name}`))
    })
    it.each(['resident', ...STAFF_ROLES] as const)('answers %s as its access says', async (role) => {
      await judge(expectedVerdict(access, role), () => call(people[role].openid))
    })
    it(`is ${expectedElsewhere(contract[name])} for office staff about another office`, async () => {
      await judge(expectedElsewhere(contract[name]), () => call(people.elsewhere.openid))
    })
  })
})
