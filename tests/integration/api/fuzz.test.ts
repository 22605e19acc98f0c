import fc from 'fast-check'
import { contract, type EndpointName } from '../../../core/contract'
import type { Endpoint } from '../../../core/contract/endpoint'
import { openApi, type TestApi } from '../../support/api/test-api'
import { openHttp, type HttpApi } from '../../support/api/http'
import { fieldValues } from '../../support/api/inputs/field-values'
import { invalidInput } from '../../support/api/inputs/invalid-input'
import { fuzzRuns } from '../../support/api/inputs/runs'
import { validInput } from '../../support/api/inputs/valid-input'
import { admit, giveToken, type Person } from '../../support/api/people'
import { countWrites } from '../../support/api/write-count'

/** Those of the desk alone have another entry and another identity: `desk-sessions.test.ts`. */
const endpoints = (Object.keys(contract) as EndpointName[]).filter(
  (name) => (contract[name] as Endpoint).desk !== 'only',
)

let api: TestApi
let http: HttpApi
let admin: Person
let writes: () => Promise<number>
beforeAll(async () => {
  api = await openApi()
  http = await openHttp(api)
  admin = await admit(api.db, 'admin')
  writes = await countWrites(api.db)
})
afterAll(async () => {
  await http.close()
  await api.close()
})

/** Whatever breaks inside is told with its stack here, where the answer has only a trace. */
const brokenInside = (): unknown => api.handled.find(({ error }) => error !== undefined)?.error

const isAtOrBelow = (path: string, at: string): boolean =>
  at === '' || path === at || path.startsWith(`${at}.`)

/** Endpoints that end posts are called too: whoever calls next holds theirs again. */
const givePostBack = () =>
  api.db
    .updateTable('post')
    .set({ dismissed_at: null })
    .where('resident_id', '=', admin.residentId)
    .where('dismissed_at', 'is not', null)
    .execute()

describe.each(endpoints)('%s', (name) => {
  const endpoint: Endpoint = contract[name]
  beforeEach(givePostBack)

  it('answers every input of its form with a value or a refusal that it declares', async () => {
    await fc.assert(
      fc.asyncProperty(validInput(endpoint.input, fieldValues), async (input) => {
        const token = await giveToken(api.db, admin.residentId)
        await givePostBack()
        const { status, body } = await http.post(name, input, token)
        expect(brokenInside()).toBeUndefined()
        expect(body['fault']).toBeUndefined()
        expect(status).toBe(200)
        if (body['ok'] === true) expect(body).toHaveProperty('value')
        else expect(endpoint.refusals).toContain(body['refusal'])
      }),
      fuzzRuns(12),
    )
    // The token of each call is written here; a count that stands still would prove nothing below.
    expect(await writes()).toBeGreaterThan(0)
  })

  it('answers every other input with 400 and the name of what is wrong, and writes nothing', async () => {
    const before = await writes()
    await fc.assert(
      fc.asyncProperty(invalidInput(endpoint.input, fieldValues), async ({ value, at }) => {
        const { status, body } = await http.post(name, value, admin.token)
        expect(brokenInside()).toBeUndefined()
        expect({ status, fault: body['fault'] }).toEqual({ status: 400, fault: 'invalid_input' })
        const paths = (body['issues'] as { path: string }[]).map(({ path }) => path)
        expect({ at, paths, isNamed: paths.some((path) => isAtOrBelow(path, at)) }).toMatchObject({
          isNamed: true,
        })
      }),
      fuzzRuns(30),
    )
    expect(await writes()).toBe(before)
  })

  it('is not impressed by what only JavaScript can express', async () => {
    const before = await writes()
    const cyclic: Record<string, unknown> = {}
    cyclic['self'] = cyclic
    const oddities = [Number.NaN, Number.POSITIVE_INFINITY, 1n, Symbol('input'), () => ({}), cyclic]
    for (const input of oddities) {
      const reply = await api.call(name, input, { token: admin.token })
      expect(brokenInside()).toBeUndefined()
      expect(reply).toMatchObject({ ok: false, fault: 'invalid_input' })
    }
    expect(await writes()).toBe(before)
  })
})

it('answers every read at any instant that the clock may be set to', async () => {
  const reads = endpoints.filter((name) => contract[name].effect === 'read')
  const inputs = fc.record(
    Object.fromEntries(reads.map((name) => [name, validInput(contract[name].input, fieldValues)])),
  )
  await fc.assert(
    fc.asyncProperty(
      validInput(contract['demo.setNow'].input, fieldValues),
      inputs,
      async (moment, inputOf) => {
        await http.post('demo.setNow', moment)
        for (const name of reads) {
          const { status, body } = await http.post(name, inputOf[name], admin.token)
          expect(brokenInside()).toBeUndefined()
          expect({ name, status, fault: body['fault'] }).toEqual({ name, status: 200, fault: undefined })
        }
      },
    ),
    fuzzRuns(12),
  )
})
