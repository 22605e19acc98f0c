import { openApi, type TestApi } from '../../support/api/test-api'
import { openHttp, type HttpApi } from '../../support/api/http'

let api: TestApi
beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

async function asked(isDemo: boolean) {
  const http: HttpApi = await openHttp(api, { isDemo })
  const { statusCode, body } = await http.server.inject({ method: 'GET', url: '/demo.json' })
  await http.close()
  return { statusCode, body }
}

describe('/demo.json', () => {
  it('lends a made-up resident who can sign in, in a demonstration', async () => {
    const { statusCode, body } = await asked(true)
    expect(statusCode).toBe(200)
    const signedIn = await api.call('session.signIn', JSON.parse(body))
    expect(signedIn).toMatchObject({ ok: true })
  })

  it('lends nobody where it is none', async () => {
    expect(await asked(false)).toEqual({ statusCode: 200, body: '{"demoUser":null}' })
  })
})
