import fc from 'fast-check'
import { createOutboxPhone, liveThrough, lives, type Answerer } from '../../testing/outbox-phone'
import type { Sent } from '../../platform/send/sending'

const says = (body: object): Sent => ({ kind: 'answered', body })
const SIX_DAYS = 6 * 86_400_000
const HEAD = { activityId: 'class-1' }
const CODE = { code: 'p/AAAAAAAAAAAAAAAAAAAAAA' }

interface SentCall {
  readonly endpoint: string
  readonly input: { readonly requestId: string; readonly times?: unknown }
  readonly token: string | null
}

/** Answers each number once, and again with the same word; counts what it did. */
function playBackend(next: () => Sent | null = () => null) {
  const seen: SentCall[] = []
  const done: string[] = []
  const words = new Map<string, Sent>()
  const answer: Answerer = (endpoint, input, token) => {
    const asked = { endpoint, input, token } as unknown as SentCall
    seen.push(asked)
    const other = next()
    if (other !== null) return Promise.resolve(other)
    const key = `${token} ${asked.input.requestId}`
    const word = words.get(key) ?? says({ ok: true, value: { entryId: `entry-${done.length}` } })
    if (!words.has(key)) done.push(asked.input.requestId)
    words.set(key, word)
    return Promise.resolve(word)
  }
  return { answer, seen, done }
}

const lost = (): Sent => ({ kind: 'lost', why: 'offline' })
const internal = (): Sent => says({ ok: false, fault: 'internal', trace: 't' })

/** The given answers first, one a sending; afterwards what was asked is done. */
const first = (...answers: readonly (() => Sent)[]) => {
  const queue = [...answers]
  return () => queue.shift()?.() ?? null
}

describe('the outbox', () => {
  it('stands on the phone before it leaves it', async () => {
    const phone = createOutboxPhone()
    const storedRecords: number[] = []
    const outbox = phone.start((endpoint, input, token) => {
      storedRecords.push(phone.stored.size)
      return playBackend().answer(endpoint, input, token)
    })
    await outbox.submit('door.addHead', HEAD)
    expect(storedRecords).toEqual([1])
  })

  it.each([
    ['network', lost],
    ['busy', () => says({ ok: false, fault: 'overloaded', retryAfterSeconds: 5 })],
    ['busy', internal],
    ['sign-in', () => says({ ok: false, fault: 'unauthenticated' })],
  ])('says that a mutation waits for %s', async (why, answer) => {
    const outbox = createOutboxPhone().start(playBackend(first(answer)).answer)
    expect(await outbox.submit('door.addHead', HEAD)).toMatchObject({ kind: 'queued', why })
  })

  it('gives the last word to the tap, and keeps it until it was seen', async () => {
    const phone = createOutboxPhone()
    const outbox = phone.start(playBackend().answer)
    const submission = await outbox.submit('door.addHead', HEAD, '王**')
    expect(submission).toMatchObject({
      kind: 'settled',
      result: { kind: 'done', value: { entryId: 'entry-0' } },
    })
    const next = phone.start(playBackend().answer)
    expect(next.state()).toMatchObject({ queued: [], settled: [{ kind: 'settled', about: '王**' }] })
    next.acknowledge('key' in submission && submission.key !== null ? submission.key : '')
    expect(next.state()).toMatchObject({ queued: [], settled: [] })
    expect(phone.stored.size).toBe(0)
  })

  it('goes on from what is stored after a kill, in the order of the mutations', async () => {
    const phone = createOutboxPhone()
    const offline = phone.start(() => Promise.resolve(lost()))
    for (const activityId of ['class-1', 'class-2', 'class-3'])
      expect(await offline.submit('door.addHead', { activityId })).toMatchObject({ kind: 'queued' })
    const { answer, seen } = playBackend()
    await phone.start(answer).flush()
    expect(seen.map(({ input }) => (input as unknown as typeof HEAD).activityId)).toEqual([
      'class-1',
      'class-2',
      'class-3',
    ])
  })

  it('tells its times anew with each sending, of what is told of afterwards only', async () => {
    const phone = createOutboxPhone()
    const { answer, seen } = playBackend(first(lost, lost))
    const outbox = phone.start(answer)
    await outbox.submit('door.addHead', HEAD)
    phone.now += 60_000
    await outbox.flush()
    phone.now += 60_000
    await outbox.flush()
    expect(seen.map(({ input }) => input.times)).toEqual([
      undefined,
      { happenedAt: 1_000_000, sentAt: 1_060_000 },
      { happenedAt: 1_000_000, sentAt: 1_120_000 },
    ])
    await outbox.submit('checkIn.upload', CODE)
    expect(seen.at(-1)?.input.times).toEqual({ happenedAt: phone.now, sentAt: phone.now })
  })

  it.each(['internal', 'unknown_endpoint'])('waits through the fault %s', async (fault) => {
    const outbox = createOutboxPhone().start(playBackend(first(() => says({ ok: false, fault }))).answer)
    expect(await outbox.submit('door.addHead', HEAD)).toMatchObject({ kind: 'queued' })
    await outbox.flush()
    expect(outbox.state()).toMatchObject({ queued: [], settled: [{ result: { kind: 'done' } }] })
  })

  it.each(['invalid_input', 'forbidden', 'too_large'])(
    'ends with the fault %s, and shows it',
    async (fault) => {
      const outbox = createOutboxPhone().start(playBackend(first(() => says({ ok: false, fault }))).answer)
      expect(await outbox.submit('door.addHead', HEAD)).toMatchObject({ result: { kind: 'fault', fault } })
      expect(outbox.state().queued).toEqual([])
    },
  )

  it('lets the others go first after three times that a mutation broke the backend', async () => {
    const phone = createOutboxPhone()
    const { answer, done } = playBackend(first(internal, internal, internal))
    const outbox = phone.start(answer)
    await outbox.submit('door.addHead', HEAD)
    await outbox.submit('door.addHead', HEAD)
    expect(done).toEqual([])
    await outbox.flush()
    expect(done).toHaveLength(1)
    expect(outbox.state().queued).toHaveLength(1)
  })

  it('tries again by itself after a pause that doubles, with one timer, until it is out of sight', async () => {
    const phone = createOutboxPhone()
    const outbox = phone.start(() => Promise.resolve(lost()))
    await outbox.submit('door.addHead', HEAD)
    for (const pause of [2_000, 4_000, 8_000]) {
      expect(phone.timers.map(({ milliseconds }) => milliseconds)).toEqual([pause])
      phone.timers[0]?.run()
      await outbox.flush()
    }
    outbox.pause()
    expect(phone.timers).toEqual([])
  })

  it('leaves the backend in peace for as long as it asks', async () => {
    const phone = createOutboxPhone()
    const limited = () => says({ ok: false, fault: 'rate_limited', retryAfterSeconds: 30 })
    const { answer, seen } = playBackend(first(limited))
    const outbox = phone.start(answer)
    await outbox.submit('door.addHead', HEAD)
    expect(phone.timers).toMatchObject([{ milliseconds: 30_000 }])
    await outbox.flush()
    expect(seen).toHaveLength(1)
    phone.now += 30_000
    await outbox.flush()
    expect(seen).toHaveLength(2)
  })

  it('signs in again where the session is over', async () => {
    const phone = createOutboxPhone()
    phone.offered = { person: 'a', token: 'token-2' }
    const { answer, seen } = playBackend(first(() => says({ ok: false, fault: 'unauthenticated' })))
    expect(await phone.start(answer).submit('door.addHead', HEAD)).toMatchObject({ kind: 'settled' })
    expect(seen.map(({ token }) => token)).toEqual(['token-a', 'token-2'])
  })

  it('never sends what somebody else did on this phone', async () => {
    const phone = createOutboxPhone()
    await phone.start(() => Promise.resolve(lost())).submit('door.addHead', HEAD)
    phone.person = { person: 'b', token: 'token-b' }
    const { answer, seen } = playBackend()
    const outbox = phone.start(answer)
    expect(outbox.state().queued).toEqual([])
    await outbox.flush()
    expect(seen).toEqual([])
    phone.person = { person: 'a', token: 'token-a' }
    await outbox.flush()
    expect(seen).toHaveLength(1)
  })

  it('belongs to who signed in first, where it was done before anybody had', async () => {
    const phone = createOutboxPhone()
    phone.person = null
    const offline = phone.start(() => Promise.resolve(lost()))
    expect(await offline.submit('door.addHead', HEAD)).toMatchObject({ kind: 'queued' })
    phone.offered = { person: 'a', token: 'token-a' }
    await offline.flush()
    phone.person = { person: 'b', token: 'token-b' }
    const { answer, seen } = playBackend()
    await phone.start(answer).flush()
    expect(seen).toEqual([])
  })

  it('says so where the phone keeps nothing, unless the answer comes at once', async () => {
    const phone = createOutboxPhone()
    phone.isFull = true
    expect(await phone.start(() => Promise.resolve(lost())).submit('door.addHead', HEAD)).toEqual({
      kind: 'not_stored',
      why: 'network',
    })
    expect(await phone.start(playBackend().answer).submit('door.addHead', HEAD)).toMatchObject({
      kind: 'settled',
      key: null,
    })
    expect(await phone.start(playBackend().answer).queue('door.addHead', HEAD)).toBe('not_stored')
  })

  it('asks once more after a kill where the full phone could not keep the last word', async () => {
    const phone = createOutboxPhone()
    const { answer, done, seen } = playBackend()
    const outbox = phone.start((endpoint, input, token) => {
      phone.isFull = true
      return answer(endpoint, input, token)
    })
    expect(await outbox.submit('door.addHead', HEAD)).toMatchObject({ kind: 'settled' })
    await outbox.flush()
    expect(seen).toHaveLength(1)
    phone.isFull = false
    await phone.start(answer).flush()
    expect([seen.length, done.length]).toEqual([2, 1])
  })

  it('says that a record was damaged, and sends the others', async () => {
    const phone = createOutboxPhone()
    const offline = phone.start(() => Promise.resolve(lost()))
    await offline.submit('door.addHead', HEAD)
    await offline.submit('door.addHead', HEAD)
    const [key = ''] = phone.stored.keys()
    phone.stored.set(key, phone.stored.get(key)?.slice(0, 40) ?? '')
    const { answer, done } = playBackend()
    const outbox = phone.start(answer)
    expect(outbox.state().settled).toEqual([{ kind: 'damaged', key }])
    await outbox.flush()
    expect(done).toHaveLength(1)
    outbox.acknowledge(key)
    expect(outbox.state().settled).toHaveLength(1)
  })

  it.each([
    ['a moment before six days', SIX_DAYS - 1, 1],
    ['six days', SIX_DAYS, 0],
    ['a clock that was put back by six days', -SIX_DAYS, 0],
  ])('after %s sends what it kept %i ms ago %i times', async (_, later, times) => {
    const phone = createOutboxPhone()
    await phone.start(() => Promise.resolve(lost())).submit('door.addHead', HEAD, '王**')
    phone.now += later
    const { answer, seen } = playBackend()
    const outbox = phone.start(answer)
    await outbox.flush()
    expect(seen).toHaveLength(times)
    const kind = times === 1 ? 'done' : 'lost'
    expect(outbox.state()).toMatchObject({ queued: [], settled: [{ about: '王**', result: { kind } }] })
  })

  it('settles what is too old without a network, and goes on with the others', async () => {
    const phone = createOutboxPhone()
    const offline = () => Promise.resolve(lost())
    await phone.start(offline).submit('door.addHead', HEAD)
    phone.now += SIX_DAYS
    const outbox = phone.start(offline)
    expect(await outbox.submit('door.addHead', HEAD)).toMatchObject({ kind: 'queued' })
    expect(outbox.state()).toMatchObject({ queued: [{}], settled: [{ result: { kind: 'lost' } }] })
  })

  it('does not let a mutation that waits be waved away', async () => {
    const outbox = createOutboxPhone().start(() => Promise.resolve(lost()))
    await outbox.submit('door.addHead', HEAD)
    outbox.acknowledge(outbox.state().queued[0]?.key ?? '')
    expect(outbox.state().queued).toHaveLength(1)
  })

  it('does each mutation exactly once, whatever dies or gets lost', async () => {
    await fc.assert(
      fc.asyncProperty(lives(), async (all) => {
        const phone = createOutboxPhone()
        const { answer, done } = playBackend()
        const last = await liveThrough(phone, all, answer, (outbox) => outbox.submit('door.addHead', HEAD))
        expect(last.state().queued).toEqual([])
        expect([...done].sort()).toEqual([...phone.everStored].sort())
      }),
    )
  })
})
