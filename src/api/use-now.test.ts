/** @jest-environment jsdom */
import { act, renderHook } from '@testing-library/react'
import { sendAndLearnTime, useNow, usePhoneClockWrong } from './clock'

const NINE = Date.parse('2026-11-28T01:00:00Z')

jest.mock('../platform/send/send', () => ({
  send: () =>
    Promise.resolve({ kind: 'answered', body: { ok: true, value: {}, at: '2026-11-28T01:00:00.000Z' } }),
}))

beforeEach(() => jest.useFakeTimers({ now: NINE - 86_400_000 }))
afterEach(() => jest.useRealTimers())

it('a page that is open reads the right time as soon as an answer said it, and that the phone’s is wrong', async () => {
  const { result } = renderHook(() => ({ now: useNow(), wrong: usePhoneClockWrong() }))
  expect(result.current).toEqual({ now: NINE - 86_400_000, wrong: false })
  await act(() => sendAndLearnTime({ name: 'home.show', input: {}, token: null }))
  expect(result.current).toEqual({ now: NINE, wrong: true })
})
