import type { FastifyPluginCallback, FastifyRequest } from 'fastify'
import type { Metrics } from '../metrics'

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** Asked on this machine and not through a proxy on it, which would lend its own address to the whole world. */
const isFromHere = ({ socket, headers }: FastifyRequest): boolean =>
  LOOPBACK.has(socket.remoteAddress ?? '') &&
  headers['x-forwarded-for'] === undefined &&
  headers.forwarded === undefined

/** Health for whoever watches, metrics for this machine only. */
export const statusRoutes: FastifyPluginCallback<{ metrics: Metrics; ping: () => Promise<void> }> = (
  server,
  { metrics, ping },
  done,
) => {
  server.get('/healthz', async (request, reply) => {
    void reply.header('cache-control', 'no-store')
    try {
      await ping()
      return { ok: true }
    } catch (error) {
      request.log.error({ err: error, trace: request.id }, 'the database does not answer')
      return reply.code(503).send({ ok: false, fault: 'database_unreachable', trace: request.id })
    }
  })
  server.get('/metrics', async (request, reply) => {
    if (!isFromHere(request)) return reply.code(403).send({ ok: false, fault: 'forbidden' })
    return reply.type(metrics.contentType).send(await metrics.text())
  })
  done()
}
