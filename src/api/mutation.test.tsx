import { act, renderHook } from '@testing-library/react'
import type { Sent } from '../platform/send/sending'
import { useMutation, newRequestId } from './mutation'

const sent: { readonly requestId: string; readonly name: string }[] = []
const answers: (() => Promise<Sent>)[] = []

jest.mock('../platform/send/send', () => ({
  identity: 'token',
  send: ({ input, name }: { input: { requestId: string; name: string }; name: string }) => {
    if (name !== 'session.signIn') sent.push(input)
    return (answers.shift() ?? unexpected)()
  },
}))

const unexpected = (): Promise<Sent> => {
  throw new Error('one call too many')
}
const says = (body: object) => () => Promise.resolve<Sent>({ kind: 'answered', body })
const lost = () => Promise.resolve<Sent>({ kind: 'lost', why: 'offline' })
const done = says({ ok: true, value: { familyMemberId: '1' } })
const broke = says({ ok: false, fault: 'internal', trace: 't' })
const refused = says({ ok: false, refusal: 'family_too_large', detail: { max: 20 } })

const MOTHER = { name: '妈妈', relation: '妈妈', birthYear: 1955 }
const add = async (queue: readonly (() => Promise<Sent>)[], inputs: readonly (typeof MOTHER)[]) => {
  answers.push(...queue)
  const { result } = renderHook(() => useMutation('family.add'))
  for (const input of inputs) await act(() => result.current.send(input))
  return result
}
const ids = () => sent.map(({ requestId }) => requestId)

beforeAll(() => {
  let count = 0
  const crypto = { getRandomValues: (bytes: Uint8Array) => bytes.map(() => (count += 1)) }
  Object.defineProperty(globalThis, 'crypto', { configurable: true, value: crypto })
  localStorage.setItem('session-2', '{"token":"t","person":"p"}')
})
beforeEach(() => {
  sent.length = 0
  answers.length = 0
})

describe('an act', () => {
  it('keeps its number after a lost answer and after a fault, until a last word', async () => {
    const result = await add([lost, broke, done], [MOTHER, MOTHER, MOTHER])
    expect(new Set(ids()).size).toBe(1)
    expect(result.current.state).toEqual({ kind: 'done', value: { familyMemberId: '1' } })
  })

  it('is another one after a last word, and where something else is wanted', async () => {
    await add([refused, lost, done], [MOTHER, MOTHER, { ...MOTHER, name: '爸爸' }])
    expect(new Set(ids()).size).toBe(3)
  })

  it('is another one when it was taken back', async () => {
    const result = await add([lost], [MOTHER])
    act(() => result.current.forget())
    expect(result.current.state).toEqual({ kind: 'idle' })
    answers.push(done)
    await act(() => result.current.send(MOTHER))
    expect(new Set(ids()).size).toBe(2)
  })

  it('hands over a refusal with its detail', async () => {
    const result = await add([refused], [MOTHER])
    expect(result.current.state).toEqual({
      kind: 'refused',
      refusal: 'family_too_large',
      detail: { max: 20 },
    })
  })

  it('goes out once for two taps', async () => {
    let answer: (said: Sent) => void = () => undefined
    const underway = new Promise<Sent>((resolve) => (answer = resolve))
    answers.push(() => underway)
    const { result } = renderHook(() => useMutation('family.add'))
    await act(async () => {
      const first = result.current.send(MOTHER)
      expect(await result.current.send(MOTHER)).toBeNull()
      answer({ kind: 'lost', why: 'offline' })
      await first
    })
    expect(sent).toHaveLength(1)
  })

  it('lets a bug be seen, and does not stay on its way for ever', async () => {
    answers.push(() => Promise.reject(new RangeError('bug')))
    const { result } = renderHook(() => useMutation('family.add'))
    await act(() => expect(result.current.send(MOTHER)).rejects.toThrow('bug'))
    expect(result.current.state).toEqual({ kind: 'fault', fault: 'internal' })
  })
})

describe('newRequestId', () => {
  beforeAll(() => {
    Object.defineProperty(globalThis, 'crypto', {
      configurable: true,
      value: { getRandomValues: (bytes: Uint8Array) => bytes.map(() => Math.floor(Math.random() * 256)) },
    })
  })

  it('is a UUID of version 4', async () => {
    for (let round = 0; round < 50; round += 1) {
      expect(await newRequestId()).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
    }
  })

  it('is another one each time', async () => {
    const ids = await Promise.all(Array.from({ length: 200 }, newRequestId))
    expect(new Set(ids).size).toBe(200)
  })
})
