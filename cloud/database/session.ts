import {
  PostgresDialect,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  type TransactionSettings,
} from 'kysely'
import type { Pool, PoolClient } from 'pg'

/**
 * One connection of the pool, on which statements travel together: a transaction is opened by the same round trip as
 * its first statement, and what nobody waits for leaves with the next statement, or with the commit.
 */
export class Session implements DatabaseConnection {
  private opening: Promise<unknown> | null = null
  private later: CompiledQuery[] = []
  private isInTransaction = false

  constructor(readonly client: PoolClient) {}

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const before = this.sendWaiting()
    const { command, rowCount, rows } = await lastOf(before, this.send(query.sql, query.parameters))
    return {
      rows: rows as Row[],
      ...(WRITES.has(command) ? { numAffectedRows: BigInt(rowCount ?? 0) } : {}),
    }
  }

  streamQuery(): never {
    throw new Error('no statement of ours is read in pieces')
  }

  /** Sent before whatever comes next, or at once where no transaction would bring it along. */
  async executeLater(query: CompiledQuery): Promise<void> {
    if (this.isInTransaction) this.later.push(query)
    else await this.executeQuery(query)
  }

  /** Is not waited for: the first statement goes right behind, and fails with it. */
  begin(statement: string): void {
    this.isInTransaction = true
    this.opening = this.send(statement)
    this.opening.catch(() => undefined)
  }

  /** A statement that failed before it makes of it a rollback, and is what this fails with. */
  async commit(): Promise<void> {
    const before = this.sendWaiting()
    await lastOf(before, this.send('commit'))
    this.isInTransaction = false
  }

  async rollback(): Promise<void> {
    this.later = []
    this.opening = null
    this.isInTransaction = false
    await this.send('rollback')
  }

  private send(text: string, values: readonly unknown[] = []) {
    return this.client.query<object>(text, [...values])
  }

  /** Through the method that every statement goes through, which is where they are noted. */
  private sendWaiting(): Promise<unknown>[] {
    const opening = this.opening === null ? [] : [this.opening]
    this.opening = null
    return [...opening, ...this.later.splice(0).map((query) => this.executeQuery(query))]
  }
}

const WRITES: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

/** Waits for all; what the first of those that failed says is why the others did. */
async function lastOf<Value>(before: readonly Promise<unknown>[], last: Promise<Value>): Promise<Value> {
  const failed = (await Promise.allSettled([...before, last])).find(({ status }) => status === 'rejected')
  if (failed?.status === 'rejected') throw failed.reason
  return last
}

/** PostgreSQL over sessions of a pool whose clients send without waiting for the answer before. */
export class SessionDialect extends PostgresDialect {
  constructor(private readonly pool: Pool) {
    super({ pool })
  }

  override createDriver(): Driver {
    const sessions = new WeakMap<PoolClient, Session>()
    const { pool } = this
    return {
      init: () => Promise.resolve(),
      acquireConnection: async () => {
        const client = await pool.connect()
        const session = sessions.get(client) ?? new Session(client)
        sessions.set(client, session)
        return session
      },
      // Every connection that Kysely hands back is one that it got above.
      releaseConnection: (session) => Promise.resolve((session as Session).client.release()),
      beginTransaction: (session, settings) =>
        Promise.resolve((session as Session).begin(beginningWith(settings))),
      commitTransaction: (session) => (session as Session).commit(),
      rollbackTransaction: (session) => (session as Session).rollback(),
      destroy: () => pool.end(),
    }
  }
}

const beginningWith = ({ isolationLevel, accessMode }: TransactionSettings): string =>
  [
    'begin',
    ...(isolationLevel === undefined ? [] : [`isolation level ${isolationLevel}`]),
    ...(accessMode === undefined ? [] : [accessMode]),
  ].join(' ')
