import { nextKey, parseQueuedMutation, type QueuedMutation } from './queued-mutation'
import { pauseAfter } from './delivery'

const MUTATION: QueuedMutation = {
  endpoint: 'door.addHead',
  wish: { activityId: 'class-1' },
  requestId: 'r',
  person: null,
  happenedAt: 1,
  about: null,
  answer: null,
}

describe('the key of a mutation', () => {
  it('sorts after the one before, beyond ten of them too', () => {
    const keys = [nextKey(undefined, 'z')]
    for (let count = 0; count < 12; count += 1) keys.push(nextKey(keys.at(-1), 'a'))
    expect([...keys].sort()).toEqual(keys)
    expect(new Set(keys).size).toBe(13)
  })

  it('begins anew after one that was damaged', () => {
    expect(nextKey('act-1.rubbish', 'a')).toBe('act-1.0000000001.a')
  })
})

describe('a record', () => {
  it('comes back as it was written', () => {
    expect(parseQueuedMutation(JSON.stringify(MUTATION))).toEqual(MUTATION)
  })

  it.each([
    '',
    'null',
    '7',
    '[]',
    '{"endpoint":"door.addHead"}',
    '{"endpoint',
    JSON.stringify({ ...MUTATION, wish: null }),
  ])('that reads %p was damaged', (text) => expect(parseQueuedMutation(text)).toBeNull())
})

describe('the pause after vain tries', () => {
  it.each([
    [1, 0, 2_000],
    [2, 0, 4_000],
    [3, 0.5, 10_000],
    [60, 0, 300_000],
  ])('in a row of %i, by chance %d, is %i ms', (tries, chance, pause) => {
    expect(pauseAfter(tries, chance)).toBe(pause)
  })

  it('is at least what the backend asks for, within reason', () => {
    expect(pauseAfter(1, 0, 60_000)).toBe(60_000)
    expect(pauseAfter(1, 0, 1e12)).toBe(300_000)
  })
})
