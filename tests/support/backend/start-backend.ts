import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { createHttpServer, type HttpServerParts } from '../../../cloud/server/http-server'
import { createLog } from '../../../cloud/server/log'
import { createMetrics } from '../../../cloud/server/metrics'
import { openHouse, type House, type HouseOptions } from '../api/house'
import { sql } from 'kysely'

/** The backend as residents meet it: dispatch on a database of its own with the fixture pack, behind the real HTTP server. */
export interface Backend {
  readonly house: House
  readonly origin: string
  stop(): Promise<void>
}

/** Listens on a free port of this machine; serves the built H5 edition and desk too. */
export async function startBackend(options: HouseOptions = {}): Promise<Backend> {
  const house = await openHouse(options)
  const parts: HttpServerParts = {
    dispatch: house.dispatch,
    metrics: createMetrics(),
    log: createLog('silent'),
    folders: { h5: resolve('dist/h5'), desk: resolve('dist/desk'), files: resolve('tests/fixtures') },
    ping: async () => {
      await sql`select 1`.execute(house.db)
    },
    trustProxy: false,
    isDemo: options.isDemo ?? true,
  }
  const server = await createHttpServer(parts)
  await server.listen({ host: '127.0.0.1', port: 0 })
  const { port } = server.server.address() as AddressInfo
  return {
    house,
    origin: `http://127.0.0.1:${port}`,
    stop: async () => {
      await server.close()
      await house.close()
    },
  }
}
