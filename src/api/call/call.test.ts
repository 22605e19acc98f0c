import type { Sending, Sent } from '../../platform/send/sending'

const sent: Sending[] = []
const answers: ((sending: Sending) => Sent)[] = []
const lends = { credential: { demoUser: 'resident-1' } as { demoUser: string } | 'unreachable' | null }

jest.mock('../../platform/send/send', () => ({
  identity: 'token',
  send: (sending: Sending) => {
    sent.push(sending)
    return Promise.resolve((answers.shift() ?? unexpected)(sending))
  },
}))
jest.mock('../../platform/send/credential', () => ({ credential: () => Promise.resolve(lends.credential) }))

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
  return { ...(await import('./call')), ...(await import('./session')), ...(await import('./trouble')) }
}

beforeEach(() => {
  localStorage.clear()
  sent.length = 0
  answers.length = 0
  lends.credential = { demoUser: 'resident-1' }
})

describe('call', () => {
  it('signs in and sends once more when the session is missing', async () => {
    const { call } = await fresh()
    answers.push(unauthenticated, token('t1'), me)
    expect(await call('me.show', {})).toEqual({ ok: true, value: { compoundId: null } })
    expect(sent.map(({ name, token: with_ }) => [name, with_])).toEqual([
      ['me.show', null],
      ['session.signIn', null],
      ['me.show', 't1'],
    ])
  })

  it.each([
    ['the sign-in', (): Sent => ({ kind: 'lost', why: 'timeout' }), { demoUser: 'resident-1' }, 'timeout'],
    ['what one signs in with', null, 'unreachable' as const, 'offline'],
  ])('is lost where %s is: nothing was done', async (_, signIn, offered, lost) => {
    const { call } = await fresh()
    lends.credential = offered
    answers.push(unauthenticated, ...(signIn === null ? [] : [signIn]))
    expect(await call('me.show', {})).toEqual({ ok: false, lost })
  })

  it('reads a fault that only a newer backend knows as one of the backend', async () => {
    const { call, read, troubleOf } = await fresh()
    const newer = answered({ ok: false, fault: 'out_of_paper' })
    answers.push(newer, newer)
    expect(await call('home.show', {})).toEqual({ ok: false, fault: 'internal', trace: '' })
    expect(troubleOf(await read('home.show', {}).catch((error: unknown) => error))).toMatchObject({
      kind: 'fault',
      fault: 'internal',
    })
  })

  it('says that too many ask at once, and for how long', async () => {
    const { call } = await fresh()
    const overloaded = { ok: false, fault: 'overloaded', retryAfterSeconds: 5 }
    answers.push(answered(overloaded))
    expect(await call('home.show', {})).toEqual(overloaded)
  })

  it('tries once only: a second no is the answer', async () => {
    const { call } = await fresh()
    answers.push(unauthenticated, token('t1'), unauthenticated)
    expect(await call('me.show', {})).toEqual({ ok: false, fault: 'unauthenticated' })
    expect(sent).toHaveLength(3)
  })

  it('remembers the token at the next start', async () => {
    const first = await fresh()
    answers.push(unauthenticated, token('t1'), me)
    await first.call('me.show', {})
    const second = await fresh()
    answers.push(me)
    await second.call('me.show', {})
    expect(sent.at(-1)?.token).toBe('t1')
    expect(second.isSignedIn()).toBe(true)
  })

  it('renews one session once for several calls that find it over', async () => {
    const { call } = await fresh()
    answers.push(unauthenticated, unauthenticated, token('t1'), me, me)
    await Promise.all([call('me.show', {}), call('me.show', {})])
    expect(sent.filter(({ name }) => name === 'session.signIn')).toHaveLength(1)
  })

  it('leaves the first answer standing where nobody can sign in', async () => {
    lends.credential = null
    const { call, isSignedIn } = await fresh()
    answers.push(unauthenticated)
    expect(await call('me.show', {})).toEqual({ ok: false, fault: 'unauthenticated' })
    expect(isSignedIn()).toBe(false)
  })

  it('says that an answer was lost, and does not sign in for that', async () => {
    const { call } = await fresh()
    answers.push(() => ({ kind: 'lost', why: 'offline' }))
    expect(await call('home.show', {})).toEqual({ ok: false, lost: 'offline' })
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
    const { read, TroubleError } = await fresh()
    answers.push(answered(body))
    const error = await read('office.show', { officeId: 'a' }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(TroubleError)
    expect(error).toMatchObject({ trouble })
  })

  it('gives the value of an answer', async () => {
    const { read } = await fresh()
    answers.push(answered({ ok: true, value: { compounds: [] } }))
    expect(await read('compound.list', {})).toEqual({ compounds: [] })
  })
})
