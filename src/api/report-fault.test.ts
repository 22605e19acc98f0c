const mockCall = jest.fn<Promise<unknown>, [string, Record<string, unknown>]>()
let mockHear: (error: unknown) => void = () => undefined
let mockBug: (error: unknown) => void = () => undefined
let mockRoute: string | null = 'pages/home/index'

jest.mock('./client', () => ({
  callEndpoint: (name: string, input: Record<string, unknown>) => mockCall(name, input),
}))
jest.mock('../platform/start/uncaught', () => ({
  onUncaught: (hear: (error: unknown) => void) => {
    mockHear = hear
  },
}))
jest.mock('../platform/start/report', () => ({
  onBug: (hear: (error: unknown) => void) => {
    mockBug = hear
  },
}))
jest.mock('../platform/navigate/lifecycle', () => ({ routeOnTop: () => mockRoute }))

import { safeParse } from 'valibot'
import { client } from '../../core/contract/client'
import { reportFaults } from './report-fault'
import { ApiError } from './result'

const reports = () => mockCall.mock.calls.map(([, input]) => input)
const TRACE = '9f8e7d6c-5b4a-4c3d-9e2f-1a0b9c8d7e6f'

beforeEach(() => {
  mockCall.mockReset().mockResolvedValue({ ok: true, value: { logged: true } })
  mockRoute = 'pages/home/index'
  reportFaults()
})

describe('what nobody caught', () => {
  it('is told with its place, the page and the trace, and without anything about people', () => {
    const error = new TypeError('no 王小明 at 13812345678')
    mockHear(error)
    mockHear(new ApiError({ kind: 'fault', fault: 'internal', trace: TRACE }))
    expect(reports()).toMatchObject([
      { message: 'TypeError: no * at *', route: 'pages/home/index', trace: null },
      { message: 'ApiError: internal *', trace: TRACE },
    ])
    expect(String(reports()[0]?.['stack'])).toMatch(/^at .*:\d+:\d+\)?(\n|$)/)
  })

  it.each([
    ['an Error', new Error('x')],
    ['WeChat’s text with the stack below', 'MiniProgramError\nx is not a function\n    at f (app.js:1:2)'],
    ['WeChat’s object', { errMsg: 'navigateTo:fail timeout' }],
    ['nothing at all', undefined],
    ['much', new Error('王'.repeat(9_999) + 'x '.repeat(9_999))],
  ])('%s is an input that the contract takes, below 2 kB', (_, error) => {
    mockHear(error)
    expect(reports()).toHaveLength(1)
    expect(safeParse(client['client.reportFault'].input, reports()[0]).success).toBe(true)
    expect(Buffer.byteLength(JSON.stringify(reports()[0]))).toBeLessThan(2_048)
  })

  it('is told once, and five different ones at most; what was caught as a bug counts too', () => {
    const once = new Error('once')
    mockHear(once)
    mockHear(once)
    mockBug(once)
    expect(reports()).toHaveLength(1)
    for (let count = 0; count < 9; count += 1) mockHear(new Error(`number ${count}`))
    expect(reports()).toHaveLength(5)
  })
})
