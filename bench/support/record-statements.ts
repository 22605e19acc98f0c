import { Client } from 'pg'

export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

type Query = (this: Client, ...parts: unknown[]) => unknown

/** Every statement that `act` sends over node-postgres in this process, in the order in which they are sent. */
export async function recordStatements(act: () => Promise<unknown>): Promise<readonly Statement[]> {
  const sent: Statement[] = []
  const prototype = Client.prototype as unknown as { query: Query }
  const real = prototype.query
  prototype.query = function (...parts) {
    const [text, values] = parts
    if (typeof text === 'string') sent.push({ text, values: Array.isArray(values) ? values : [] })
    return real.apply(this, parts)
  }
  try {
    await act()
  } finally {
    prototype.query = real
  }
  return sent
}
