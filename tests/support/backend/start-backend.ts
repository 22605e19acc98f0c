import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { createHttpServer, type HttpServerParts } from '../../../cloud/server/http-server'
import { readSubdistrict } from '../../../cloud/repositories/directory'
import { createLog } from '../../../cloud/server/log'
import { createMetrics } from '../../../cloud/server/metrics'
import { openApi, type TestApi, type TestApiOptions } from '../api/test-api'
import { sql } from 'kysely'

/** The backend as residents meet it: dispatch on a database of its own with the fixture pack, behind the real HTTP server. */
export interface Backend {
  readonly api: TestApi
  readonly origin: string
  /** Ends the server, not its database; what it gives back starts another one at the same address. */
  interrupt(): Promise<() => Promise<void>>
  stop(): Promise<void>
}

/** Listens on a free port of this machine; serves the built H5 edition and desk too. */
export async function startBackend(options: TestApiOptions = {}): Promise<Backend> {
  const api = await openApi(options)
  const parts: HttpServerParts = {
    dispatch: api.dispatch,
    metrics: createMetrics(),
    log: createLog('silent'),
    folders: { h5: resolve('dist/h5'), desk: resolve('dist/desk'), files: resolve('tests/fixtures') },
    ping: async () => {
      await sql`select 1`.execute(api.db)
    },
    subdistrict: () => readSubdistrict(api.db),
    wechatAppId: options.wechatAppId ?? null,
    trustProxy: false,
    // A phone or a reader works in the same process.
    overloadedFromMs: 0,
    isDemo: options.isDemo ?? true,
  }
  const listen = async (port: number) => {
    const fresh = await createHttpServer(parts)
    await fresh.listen({ host: '127.0.0.1', port })
    return fresh
  }
  let server = await listen(0)
  const { port } = server.server.address() as AddressInfo
  return {
    api,
    origin: `http://127.0.0.1:${port}`,
    interrupt: async () => {
      await server.close()
      return async () => {
        server = await listen(port)
      }
    },
    stop: async () => {
      await server.close()
      await api.close()
    },
  }
}
