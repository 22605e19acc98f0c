import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Transaction,
} from 'kysely'
import type { Schema } from './schema'
import { Session } from './session'

type Step<Value> = (trip: Transaction<Schema>) => Promise<Value>
type Values<Steps extends readonly Step<unknown>[]> = {
  [Key in keyof Steps]: Awaited<ReturnType<Steps[Key]>>
}

/**
 * The first statement of each step, sent in this order in one round trip, on one connection: each begins when the one
 * before has ended, so what is read behind a lock is read under it. Further statements of a step travel alone. Within
 * a transaction the first step that fails fails those behind it too, and is what this fails with.
 */
export function inOneTrip<const Steps extends readonly Step<unknown>[]>(
  db: Kysely<Schema>,
  ...steps: Steps
): Promise<Values<Steps>> {
  return db.getExecutor().provideConnection(async (connection) => {
    let sentBefore: Promise<void> = Promise.resolve()
    const settled = await Promise.allSettled(
      steps.map((step) => {
        const before = sentBefore
        let sent = (): void => undefined
        const own = new Promise<void>((settle) => {
          sent = settle
        })
        // A step that asks nothing has its turn too.
        sentBefore = before.then(() => own)
        return step(tripOver(inTurn(connection, before, sent))).finally(sent)
      }),
    )
    const values = settled.map((outcome) => {
      if (outcome.status === 'rejected') throw outcome.reason
      return outcome.value
    })
    // One for each step, in their order, which `map` does not say.
    return values as Values<Steps>
  })
}

/** The connection for one step, whose first statement waits until that of the step before was sent. */
function inTurn(
  connection: DatabaseConnection,
  before: Promise<void>,
  sent: () => void,
): Pick<DatabaseConnection, 'executeQuery'> {
  return {
    executeQuery: async (query) => {
      await before
      const answer = connection.executeQuery<never>(query)
      sent()
      return answer
    },
  }
}

/** Kysely on a connection that somebody else holds; steps are written for a transaction, and run in whatever holds them. */
const tripOver = (connection: Pick<DatabaseConnection, 'executeQuery'>): Transaction<Schema> =>
  new Kysely<Schema>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createDriver: () => ({
        init: done,
        acquireConnection: () => Promise.resolve(connection as DatabaseConnection),
        releaseConnection: done,
        beginTransaction: refuseNested,
        commitTransaction: refuseNested,
        rollbackTransaction: refuseNested,
        destroy: done,
      }),
    },
  }) as Transaction<Schema>

const done = (): Promise<void> => Promise.resolve()
const refuseNested = (): never => {
  throw new Error('a transaction inside of a round trip')
}

/**
 * A statement whose result nobody waits for: it leaves with the next one of its transaction, or with the commit. What
 * it fails with, that one fails with. Outside of a transaction it is sent at once.
 */
export async function executeLater(db: Kysely<Schema>, statement: CompiledQuery): Promise<void> {
  await db.getExecutor().provideConnection(async (connection) => {
    if (connection instanceof Session) await connection.executeLater(statement)
    else await connection.executeQuery(statement)
  })
}
