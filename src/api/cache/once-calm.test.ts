import { QueryClient } from '@tanstack/react-query'
import { onceCalm } from './once-calm'

const act = jest.fn()
beforeEach(() => {
  act.mockReset()
  jest.useFakeTimers()
})
afterEach(() => jest.useRealTimers())

/** A question of a page, and its answer. */
function ask(client: QueryClient, name: string): () => Promise<void> {
  let answer: (value: string) => void = () => undefined
  const asked = client.fetchQuery({
    queryKey: [name],
    queryFn: () => new Promise<string>((resolve) => (answer = resolve)),
  })
  return async () => {
    answer('it')
    await asked
    await Promise.resolve()
  }
}

describe('what can wait', () => {
  it('waits until the page has everything it asked for, and begins once', async () => {
    const client = new QueryClient()
    onceCalm(client, act)
    const [first, second] = [ask(client, 'one'), ask(client, 'other')]
    await first()
    jest.advanceTimersByTime(60_000)
    expect(act).not.toHaveBeenCalled()
    await second()
    await ask(client, 'later')()
    expect(act).toHaveBeenCalledTimes(1)
  })

  it('begins also on a page that asks nobody', () => {
    onceCalm(new QueryClient(), act)
    jest.advanceTimersByTime(1_000)
    expect(act).toHaveBeenCalledTimes(1)
  })

  it('is left where the app goes first', () => {
    onceCalm(new QueryClient(), act)()
    jest.advanceTimersByTime(1_000)
    expect(act).not.toHaveBeenCalled()
  })
})
