import { openHouse, type House } from '../../support/api/house'
import { openHttp, type HttpHouse } from '../../support/api/http'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

async function asked(isDemo: boolean) {
  const http: HttpHouse = await openHttp(house, { isDemo })
  const { headers, body } = await http.server.inject({ method: 'GET', url: '/demo.json' })
  await http.close()
  return { type: String(headers['content-type']), body }
}

describe('/demo.json', () => {
  it('lends a made-up resident who can sign in, in a demonstration', async () => {
    const { type, body } = await asked(true)
    expect(type).toMatch(/json/)
    const signedIn = await house.call('session.signIn', JSON.parse(body))
    expect(signedIn).toMatchObject({ ok: true })
  })

  it('is no more than a page where it is none', async () => {
    expect((await asked(false)).type).toMatch(/html/)
  })
})
