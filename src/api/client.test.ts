/** @jest-environment jsdom */
import type { Sending, Sent } from '../platform/send/sending'

const sent: Sending[] = []
const answers: ((sending: Sending) => Sent)[] = []
const lends = {
  credential: { demoUser: 'resident-1' } as { demoUser: string } | 'unreachable' | 'refused' | null,
}

jest.mock('../platform/send/send', () => ({
  identity: 'token',
  send: (sending: Sending) => {
    sent.push(sending)
    return Promise.resolve((answers.shift() ?? unexpected)(sending))
  },
}))
jest.mock('../platform/send/credential', () => ({ credential: () => Promise.resolve(lends.credential) }))

const unexpected = (): Sent => {
  throw new Error('one call too many')
}
const answered = (body: object) => (): Sent => ({ kind: 'answered', body })
const unauthenticated = answered({ ok: false, fault: 'unauthenticated' })
const token = (text: string) =>
  answered({ ok: true, value: { token: text, person: 'p', expiresAt: '2027-01-01T00:00:00Z' } })
const me = answered({ ok: true, value: { compoundId: null } })

/** Each test meets a phone that has just been switched on. */
async function fresh() {
  jest.resetModules()
  return { ...(await import('./client')), ...(await import('./session')), ...(await import('./result')) }
}

beforeEach(() => {
  localStorage.clear()
  sent.length = 0
  answers.length = 0
  lends.credential = { demoUser: 'resident-1' }
})

describe('call', () => {
  it('signs in first where the session is missing', async () => {
    const { callEndpoint } = await fresh()
    answers.push(token('t1'), me)
    expect(await callEndpoint('me.show', {})).toEqual({ ok: true, value: { compoundId: null } })
    expect(sent.map(({ name, token: with_ }) => [name, with_])).toEqual([
      ['session.signIn', null],
      ['me.show', 't1'],
    ])
  })

  it('signs in and sends once more where the session is over', async () => {
    const { callEndpoint } = await fresh()
    answers.push(token('t1'), me, unauthenticated, token('t2'), me)
    await callEndpoint('me.show', {})
    expect(await callEndpoint('me.show', {})).toEqual({ ok: true, value: { compoundId: null } })
    expect(sent.slice(2).map(({ name, token: with_ }) => [name, with_])).toEqual([
      ['me.show', 't1'],
      ['session.signIn', null],
      ['me.show', 't2'],
    ])
  })

  it('asks what is public without signing anybody in', async () => {
    const { callEndpoint } = await fresh()
    answers.push(answered({ ok: true, value: {} }))
    await callEndpoint('home.show', {})
    expect(sent.map(({ name }) => name)).toEqual(['home.show'])
  })

  it.each([
    ['the sign-in', (): Sent => ({ kind: 'lost', why: 'timeout' }), { demoUser: 'resident-1' }, 'timeout'],
    ['what one signs in with', null, 'unreachable' as const, 'offline'],
  ])('is lost where %s is: nothing was done', async (_, signIn, offered, lost) => {
    const { callEndpoint } = await fresh()
    lends.credential = offered
    answers.push(...(signIn === null ? [] : [signIn]))
    expect(await callEndpoint('me.show', {})).toEqual({ ok: false, lost })
  })

  it('reads a fault that only a newer backend knows as one of the backend', async () => {
    const { callEndpoint, read, failureOf } = await fresh()
    const newer = answered({ ok: false, fault: 'out_of_paper' })
    answers.push(newer, newer)
    expect(await callEndpoint('home.show', {})).toEqual({ ok: false, fault: 'internal', trace: '' })
    expect(failureOf(await read('home.show', {}).catch((error: unknown) => error))).toMatchObject({
      kind: 'fault',
      fault: 'internal',
    })
  })

  it('says that too many ask at once, and for how long', async () => {
    const { callEndpoint } = await fresh()
    const overloaded = { ok: false, fault: 'overloaded', retryAfterSeconds: 5 }
    answers.push(answered(overloaded))
    expect(await callEndpoint('home.show', {})).toEqual(overloaded)
  })

  it('tries once only: a second no is the answer', async () => {
    const { callEndpoint } = await fresh()
    answers.push(token('t1'), me, unauthenticated, token('t2'), unauthenticated)
    await callEndpoint('me.show', {})
    expect(await callEndpoint('me.show', {})).toEqual({ ok: false, fault: 'unauthenticated' })
    expect(sent).toHaveLength(5)
  })

  it('remembers the token at the next start', async () => {
    const first = await fresh()
    answers.push(token('t1'), me)
    await first.callEndpoint('me.show', {})
    const second = await fresh()
    answers.push(me)
    await second.callEndpoint('me.show', {})
    expect(sent.at(-1)?.token).toBe('t1')
    expect(second.isSignedIn()).toBe(true)
  })

  it('renews one session once for several calls that find it over', async () => {
    const { callEndpoint } = await fresh()
    answers.push(token('t1'), me, me)
    await Promise.all([callEndpoint('me.show', {}), callEndpoint('me.show', {})])
    expect(sent.filter(({ name }) => name === 'session.signIn')).toHaveLength(1)
  })

  it('leaves the first answer standing where nobody can sign in', async () => {
    lends.credential = null
    const { callEndpoint, isSignedIn } = await fresh()
    expect(await callEndpoint('me.show', {})).toEqual({ ok: false, fault: 'unauthenticated' })
    expect(isSignedIn()).toBe(false)
    expect(sent).toHaveLength(0)
  })

  it('is no missing network where WeChat itself signs nobody in, and what was known of them stays', async () => {
    const { callEndpoint, isSignedIn } = await fresh()
    answers.push(token('t1'), me)
    await callEndpoint('me.show', {})
    lends.credential = 'refused'
    answers.push(unauthenticated)
    expect(await callEndpoint('me.show', {})).toEqual({ ok: false, fault: 'unauthenticated' })
    expect(isSignedIn()).toBe(true)
  })

  it.each([
    { ok: false, fault: 'overloaded', retryAfterSeconds: 5 },
    { ok: false, fault: 'internal', trace: 't3' },
  ])('passes on why signing in did not succeed: %j', async (fault) => {
    const { callEndpoint } = await fresh()
    answers.push(answered(fault))
    expect(await callEndpoint('me.show', {})).toEqual(fault)
  })

  it('keeps the session where the backend has no time to renew it', async () => {
    const { callEndpoint, isSignedIn } = await fresh()
    answers.push(token('t1'), me)
    await callEndpoint('me.show', {})
    answers.push(unauthenticated, answered({ ok: false, fault: 'overloaded', retryAfterSeconds: 5 }))
    await callEndpoint('me.show', {})
    expect(isSignedIn()).toBe(true)
  })

  it('says that an answer was lost, and does not sign in for that', async () => {
    const { callEndpoint } = await fresh()
    answers.push(() => ({ kind: 'lost', why: 'offline' }))
    expect(await callEndpoint('home.show', {})).toEqual({ ok: false, lost: 'offline' })
  })
})

describe('read', () => {
  it.each([
    [
      { ok: false, refusal: 'office_not_found' },
      { kind: 'refused', refusal: 'office_not_found' },
    ],
    [
      { ok: false, fault: 'internal', trace: 't9' },
      { kind: 'fault', fault: 'internal', trace: 't9' },
    ],
    [
      { ok: false, fault: 'rate_limited', retryAfterSeconds: 3 },
      { kind: 'fault', fault: 'rate_limited', trace: null },
    ],
  ])('throws %j as a trouble', async (body, trouble) => {
    const { read, ApiError } = await fresh()
    answers.push(answered(body))
    const error = await read('office.show', { officeId: 'a' }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ failure: trouble })
  })

  it('gives the value of an answer', async () => {
    const { read } = await fresh()
    answers.push(answered({ ok: true, value: { compounds: [] } }))
    expect(await read('compound.list', {})).toEqual({ compounds: [] })
  })
})

describe('what rarely changes', () => {
  it('is asked for by the version that the phone has, and taken from the phone where that is the latest', async () => {
    const { readSince } = await fresh()
    const content = { articles: [], next: null }
    const input = { column: null, after: null }
    answers.push(
      answered({ ok: true, value: { public: { version: 'one', content } } }),
      answered({ ok: true, value: { public: { version: 'one', content: null } } }),
      answered({ ok: true, value: content }),
    )
    const { kept } = await readSince('news.list', input, undefined)
    expect(kept).toEqual({ ...content, version: 'one' })
    expect((await readSince('news.list', input, kept)).kept).toBe(kept)
    expect(sent.map((sending) => sending.input)).toEqual([
      { ...input, version: null },
      { ...input, version: 'one' },
    ])
    // As a backend of 0.2.0 answers.
    expect((await readSince('news.list', input, kept)).kept).toEqual(content)
  })
})
