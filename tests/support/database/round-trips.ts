import { Client } from 'pg'

type Query = (this: Client, ...parts: unknown[]) => unknown

export interface Sent {
  readonly text: string
  readonly values: readonly unknown[]
}

export interface Asked {
  /** How often a connection that had nothing to wait for began to wait for the database. */
  readonly roundTrips: number
  /** Everything that was sent, `begin` and `commit` too. */
  readonly statements: readonly Sent[]
}

/** What `act` asks the database, counted where node-postgres sends it. */
export async function countRoundTrips(act: () => Promise<unknown>): Promise<Asked> {
  const statements: Sent[] = []
  const waitingFor = new Map<Client, number>()
  let roundTrips = 0
  const prototype = Client.prototype as unknown as { query: Query }
  const real = prototype.query
  prototype.query = function (...parts) {
    const waiting = waitingFor.get(this) ?? 0
    if (waiting === 0) roundTrips += 1
    waitingFor.set(this, waiting + 1)
    const [text, values] = parts
    statements.push({ text: String(text), values: Array.isArray(values) ? [...(values as unknown[])] : [] })
    const answer = real.apply(this, parts)
    const answered = (): void => void waitingFor.set(this, (waitingFor.get(this) ?? 1) - 1)
    void Promise.resolve(answer).then(answered, answered)
    return answer
  }
  try {
    await act()
  } finally {
    prototype.query = real
  }
  return { roundTrips, statements }
}
