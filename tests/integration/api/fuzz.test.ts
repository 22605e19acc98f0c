import fc from 'fast-check'
import { contract, type EndpointName } from '../../../core/contract'
import type { Endpoint } from '../../../core/contract/endpoint'
import { openHouse, type House } from '../../support/api/house'
import { openHttp, type HttpHouse } from '../../support/api/http'
import { fieldValues } from '../../support/api/inputs/field-values'
import { invalidInput } from '../../support/api/inputs/invalid-input'
import { fuzzRuns } from '../../support/api/inputs/runs'
import { validInput } from '../../support/api/inputs/valid-input'
import { admit, giveToken, type Person } from '../../support/api/people'
import { printTables } from '../../support/api/table-prints'

const endpoints = Object.keys(contract) as EndpointName[]

let house: House
let http: HttpHouse
let admin: Person
beforeAll(async () => {
  house = await openHouse()
  http = await openHttp(house)
  admin = await admit(house.db, 'admin')
})
afterAll(async () => {
  await http.close()
  await house.close()
})

/** Whatever breaks inside is told with its stack here, where the answer has only a trace. */
const brokenInside = (): unknown => house.handled.find(({ error }) => error !== undefined)?.error

const isAtOrBelow = (path: string, at: string): boolean =>
  at === '' || path === at || path.startsWith(`${at}.`)

describe.each(endpoints)('%s', (name) => {
  const endpoint: Endpoint = contract[name]

  it('answers every input of its form with a value or a refusal that it declares', async () => {
    await fc.assert(
      fc.asyncProperty(validInput(endpoint.input, fieldValues), async (input) => {
        const token = await giveToken(house.db, admin.residentId)
        const { status, body } = await http.post(name, input, token)
        expect(brokenInside()).toBeUndefined()
        expect(body['fault']).toBeUndefined()
        expect(status).toBe(200)
        if (body['ok'] === true) expect(body).toHaveProperty('value')
        else expect(endpoint.refusals).toContain(body['refusal'])
      }),
      fuzzRuns(12),
    )
  })

  it('answers every other input with 400 and the name of what is wrong, and writes nothing', async () => {
    const before = await printTables(house.db)
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
    expect(await printTables(house.db)).toEqual(before)
  })

  it('is not impressed by what only JavaScript can express', async () => {
    const before = await printTables(house.db)
    const cyclic: Record<string, unknown> = {}
    cyclic['self'] = cyclic
    const oddities = [Number.NaN, Number.POSITIVE_INFINITY, 1n, Symbol('input'), () => ({}), cyclic]
    for (const input of oddities) {
      const reply = await house.call(name, input, { token: admin.token })
      expect(brokenInside()).toBeUndefined()
      expect(reply).toMatchObject({ ok: false, fault: 'invalid_input' })
    }
    expect(await printTables(house.db)).toEqual(before)
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
