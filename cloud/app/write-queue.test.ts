import { ActivityHeld } from '../database/overload'
import { Overloaded } from './faults'
import { createWriteQueue } from './write-queue'

const LIMITS = { atOnce: 4, perSubject: 2, waiting: 3, patienceMs: 60_000 }

let closing: (() => Promise<unknown>)[] = []
// Who is left waiting loses patience later, in the middle of another suite.
afterEach(() => Promise.all(closing.splice(0).map((close) => close())))

/** A queue, and acts that end when the test says so, at the latest after it. */
function openQueue(more: Partial<typeof LIMITS> = {}) {
  const { run } = createWriteQueue({ ...LIMITS, ...more })
  const begun: string[] = []
  const open: (() => void)[] = []
  const entered: Promise<unknown>[] = []
  let isClosed = false
  const write = (name: string) => () =>
    new Promise<string>((settle) => {
      begun.push(name)
      if (isClosed) settle(name)
      else open.push(() => settle(name))
    })
  closing = [
    ...closing,
    () => {
      isClosed = true
      for (const end of open.splice(0)) end()
      return Promise.all(entered)
    },
  ]
  return {
    run,
    begun,
    act: write,
    enter: (subject: string, name: string) => void entered.push(run(subject, write(name))),
    endFirst: () => open.shift()?.(),
  }
}

const turnOfLoop = (): Promise<void> => new Promise((settle) => setImmediate(settle))

describe('the queue of transactions', () => {
  it('runs so many about one thing and lets others pass', async () => {
    const { enter, begun, endFirst } = openQueue()
    for (const name of ['a1', 'a2', 'a3', 'a4']) enter('a', name)
    enter('b', 'b1')
    await turnOfLoop()
    expect(begun).toEqual(['a1', 'a2', 'b1'])
    endFirst()
    await turnOfLoop()
    expect(begun).toEqual(['a1', 'a2', 'b1', 'a3'])
  })

  it('never runs more than all things together may', async () => {
    const { enter, begun } = openQueue()
    for (const name of ['a', 'b', 'c', 'd', 'e']) enter(name, name)
    await turnOfLoop()
    expect(begun).toEqual(['a', 'b', 'c', 'd'])
  })

  it('sends away whoever finds too many waiting for the same thing', async () => {
    const { run, act, enter, begun } = openQueue()
    for (let call = 0; call < 5; call += 1) enter('a', 'a')
    await expect(run('a', act('late'))).rejects.toThrow(Overloaded)
    expect(begun).not.toContain('late')
  })

  it('sends away whoever has waited for too long', async () => {
    const { run, act, enter } = openQueue({ patienceMs: 5 })
    enter('a', 'a1')
    enter('a', 'a2')
    await expect(run('a', act('a3'))).rejects.toThrow(Overloaded)
  })

  it('runs anew what met a lock, as one of those that wait for this activity', async () => {
    const { run, enter, begun, endFirst } = openQueue({ perSubject: 1 })
    enter('picnic', 'holder')
    let attempts = 0
    const cancelled = run('registration.cancel', () => {
      attempts += 1
      return attempts === 1 ? Promise.reject(new ActivityHeld('picnic', null)) : Promise.resolve('cancelled')
    })
    enter('registration.cancel', 'another')
    await turnOfLoop()
    expect(begun).toEqual(['holder', 'another'])
    expect(attempts).toBe(1)
    endFirst()
    expect(await cancelled).toBe('cancelled')
  })

  it('hands on what broke for another reason', async () => {
    const { run } = openQueue()
    await expect(run('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(await run('a', () => Promise.resolve('next'))).toBe('next')
  })
})
