import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type Database } from '../../cloud/database/connect'
import { startEmbeddedPostgres } from '../../tools/embedded-postgres'
import { sealsFor } from '../../cloud/gateways/sealing/seals'
import { prepareDatabase } from '../../cloud/setup/prepare-database'

/** What residents get to read, so that answers have their real size; `DATA_PACK` changes it as for `npm start`. */
export const DATA_PACK = process.env['DATA_PACK'] ?? 'data/caoyang'

export interface BenchDatabase {
  readonly db: Database
  readonly url: string
}

/**
 * A demonstration's database on a PostgreSQL of its own, gone afterwards. It does not wait for the disk: so
 * our own share of the time is not hidden behind it.
 */
export async function withBenchDatabase<Value>(
  act: (database: BenchDatabase) => Promise<Value>,
): Promise<Value> {
  const dataDir = await mkdtemp(join(tmpdir(), 'caoyang-bench-'))
  const server = await startEmbeddedPostgres({ dataDir, throwaway: true, onLost: fail })
  // A connection of its own: sessions that are open already keep the settings they began with.
  const first = connect(server.url, { poolSize: 1, onIdleError: fail })
  const db = connect(server.url, { poolSize: 4, onIdleError: fail })
  try {
    await prepareDatabase(first, { isDemo: true, dataPack: DATA_PACK }, sealsFor({}, false))
    await first.destroy()
    return await act({ db, url: server.url })
  } finally {
    await db.destroy()
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

function fail(error: Error): never {
  throw error
}
