import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { OperatorError } from '../database/operator-error'
import type { Settings } from '../setup/settings'
import type { Metrics, MetricSources } from './metrics'

/**
 * `GET /metrics` on a port that no proxy leads to: whoever reaches it may read it.
 * @throws OperatorError where it cannot listen there
 */
export async function listenForMetrics(
  { metrics: place }: Settings,
  metrics: Metrics,
  log: Logger,
): Promise<Server | null> {
  if (place === null) return null
  const server = createServer((request, reply) => {
    if (request.method !== 'GET' || request.url !== '/metrics') return reply.writeHead(404).end()
    metrics.text().then(
      (text) =>
        reply.writeHead(200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' }).end(text),
      (error: unknown) => {
        log.error({ err: error }, 'metrics could not be read')
        reply.writeHead(500).end()
      },
    )
  })
  await new Promise<void>((settle, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      fail(
        new OperatorError(
          `METRICS_PORT ${place.port} on METRICS_HOST ${place.host} cannot be listened on (${error.code}): choose others.`,
        ),
      ),
    )
    server.listen(place.port, place.host, settle)
  })
  // The server of the residents keeps the program alive, not this one.
  return server.unref()
}

/** The version of package.json, which stands above `dist`, and what tells one build from another. */
export async function buildOf(program: string): Promise<MetricSources['build']> {
  const hash = createHash('sha256')
    .update(await readFile(program))
    .digest('hex')
    .slice(0, 12)
  const described = await readFile(join(program, '../../../package.json'), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      // The programs alone may have been copied to the server.
      if (error.code === 'ENOENT') return '{}'
      throw error
    },
  )
  const { version = 'unknown' } = JSON.parse(described) as { version?: string }
  return { version, program: hash }
}
