import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { sql } from 'kysely'
import { createHttpServer, type HttpServerParts } from '../../../cloud/server/http-server'
import { readSubdistrict } from '../../../cloud/repositories/directory'
import { createLog } from '../../../cloud/server/log'
import { createMetrics } from '../../../cloud/server/metrics'
import type { TestApi } from './test-api'
import { withoutTime } from './without-time'

export interface HttpApi {
  readonly server: FastifyInstance
  /** Where the pages of this server lie; a test may put files there. */
  readonly folders: HttpServerParts['folders']
  /** One API call; `token` becomes the bearer token. Gives the body without the server's time. */
  post(endpoint: string, input?: unknown, token?: string | null, more?: InjectOptions): Promise<Answered>
  close(): Promise<void>
}

export interface Answered {
  readonly status: number
  readonly body: Record<string, unknown>
  readonly headers: LightMyRequestResponse['headers']
}

/** The real HTTP server around a backend's dispatch, without a port: requests are injected. */
export async function openHttp(api: TestApi, parts: Partial<HttpServerParts> = {}): Promise<HttpApi> {
  const root = await mkdtemp(join(tmpdir(), 'caoyang-pages-'))
  const folders = { h5: join(root, 'h5'), desk: join(root, 'desk'), files: join(root, 'files') }
  await Promise.all(
    [folders.h5, join(folders.desk, 'assets'), folders.files].map((folder) =>
      mkdir(folder, { recursive: true }),
    ),
  )
  await Promise.all([
    writeFile(join(folders.h5, 'index.html'), '<!doctype html><title>H5</title>'),
    writeFile(join(folders.h5, 'routes.json'), '["/pages/home/index","/office/pages/office/index"]'),
    writeFile(join(folders.h5, 'app.0123abcd.js'), 'document.title'),
    writeFile(join(folders.desk, 'desk.html'), '<!doctype html><title>desk</title>'),
    writeFile(join(folders.files, 'poster.txt'), 'poster'),
    writeFile(join(root, 'secret.txt'), 'secret'),
  ])
  const server = await createHttpServer({
    dispatch: api.dispatch,
    metrics: createMetrics(),
    log: createLog('silent'),
    folders,
    ping: async () => {
      await sql`select 1`.execute(api.db)
    },
    subdistrict: () => readSubdistrict(api.db),
    trustProxy: false,
    // A test's own work stands in the same process.
    overloadedFromMs: 0,
    ...parts,
  })
  return {
    server,
    folders,
    post: async (endpoint, input, token = null, more = {}) => {
      const { headers, ...rest } = more
      const response = await server.inject({
        method: 'POST',
        url: `/api/${endpoint}`,
        ...(input === undefined ? {} : { payload: JSON.stringify(input) }),
        headers: {
          ...(input === undefined ? {} : { 'content-type': 'application/json' }),
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
          ...headers,
        },
        ...rest,
      })
      return {
        status: response.statusCode,
        body: withoutTime(response.json<Record<string, unknown>>()),
        headers: response.headers,
      }
    },
    close: async () => {
      await server.close()
      await rm(root, { recursive: true })
    },
  }
}
