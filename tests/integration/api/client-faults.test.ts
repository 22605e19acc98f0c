import { openApi, type TestApi } from '../../support/api/test-api'

let api: TestApi
beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

const FAULT = {
  message: 'no party 13812345678',
  stack: 'Error: 4711\nat go (app.js:1:23456)',
  route: 'pages/home/index',
  version: '0.2.0',
  trace: null,
}
const tell = (address: string, fault: object = FAULT) => api.call('client.reportFault', fault, { address })

describe('what breaks on a phone', () => {
  it('is in the one line that the log has of its call, with its trace and nothing about people', async () => {
    expect(await tell('203.0.113.1')).toEqual({ ok: true, value: { logged: true } })
    const line = api.handled.at(-1)
    expect(line).toMatchObject({
      endpoint: 'client.reportFault',
      outcome: 'ok',
      trace: expect.stringMatching(/^[0-9a-f-]{36}$/),
      facts: {
        phone: {
          message: 'no party *',
          frames: ['at go (app.js:1:23456)'],
          route: 'pages/home/index',
          version: '0.2.0',
          trace: null,
        },
      },
    })
    expect(JSON.stringify(line)).not.toMatch(/13812345678|4711|203\.0/)
  })

  it.each([
    ['longer than 2 kB', { stack: 'x'.repeat(2_000) }],
    ['a page with its query', { route: 'activity/pages/activity/index?id=7' }],
    ['words of people', { message: '王小明' }],
  ])('is not taken with %s', async (_, given) => {
    expect(await tell('203.0.113.2', { ...FAULT, ...given })).toMatchObject({ fault: 'invalid_input' })
    expect(api.handled.at(-1)?.facts).toBeUndefined()
  })

  it('fills no log: twenty a minute of one address, and others still have room', async () => {
    const answers = []
    for (let count = 0; count < 25; count += 1) answers.push(await tell('203.0.113.3'))
    expect(
      answers.filter((answer) => answer.ok && (answer.value as { logged: boolean }).logged),
    ).toHaveLength(20)
    expect(api.handled.at(-1)).toMatchObject({ outcome: 'ok' })
    expect(api.handled.at(-1)?.facts).toBeUndefined()
    expect(await tell('203.0.113.4')).toEqual({ ok: true, value: { logged: true } })
  })
})
