import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify'
import type { Metrics } from '../metrics'
import { isLoopbackHost, LOOPBACK_ADDRESSES } from '../loopback'

/** What a proxy adds of its own; one that adds nothing is told by the name under which it was asked. */
const OF_A_PROXY =
  /^(?:via|forwarded|x-(?:forwarded|original|envoy|amzn|tencent)(?:-.+)?|(?:.+-)?(?:client|real|source|src|remote|connecting)-(?:ip|addr)|cf-.+|(?:.+-)?cdn-.+)$/

/** Asked on this machine and not through a proxy on it, which would lend its own address to the whole world. */
const isFromHere = ({ socket, headers }: FastifyRequest): boolean =>
  LOOPBACK_ADDRESSES.has(socket.remoteAddress ?? '') &&
  isLoopbackHost(headers.host) &&
  !Object.keys(headers).some((name) => OF_A_PROXY.test(name))

/** Health for whoever watches, metrics for this machine only. */
export const statusRoutes: FastifyPluginCallback<{
  /** `null` where they are read elsewhere. */
  metrics: Metrics | null
  ping: () => Promise<void>
  isDraining: () => boolean
}> = (server, { metrics, ping, isDraining }, done) => {
  const answerReady = async (request: FastifyRequest, reply: FastifyReply) => {
    if (isDraining()) return reply.code(503).send({ ok: false, fault: 'draining' })
    try {
      await ping()
      return { ok: true }
    } catch (error) {
      request.log.error({ err: error, trace: request.id }, 'the database does not answer or cannot write')
      return reply.code(503).send({ ok: false, fault: 'database_unreachable', trace: request.id })
    }
  }
  // Whether calls should come here: `/healthz` is the name under which it was known first.
  server.get('/readyz', answerReady)
  server.get('/healthz', answerReady)
  // Whether this process runs; it is not started anew because its database is away.
  server.get('/livez', () => ({ ok: true }))
  if (metrics === null) return done()
  server.get('/metrics', async (request, reply) => {
    if (!isFromHere(request)) return reply.code(403).send({ ok: false, fault: 'forbidden' })
    return reply.type(metrics.contentType).send(await metrics.text())
  })
  done()
}
