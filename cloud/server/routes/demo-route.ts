import { randomInt } from 'node:crypto'
import type { FastifyPluginCallback } from 'fastify'

/** How many made-up residents `session.signIn` knows. */
const DEMO_RESIDENTS = 9_999

/**
 * Lends each browser of a demonstration a made-up resident of its own, so that two of them can hand a place
 * over. Elsewhere it says that there is nobody to lend, which no browser writes down as an error.
 */
export const demoRoute: FastifyPluginCallback<{ readonly isDemo: boolean }> = (server, { isDemo }, done) => {
  server.get('/demo.json', (_request, reply) => {
    void reply.header('cache-control', 'no-store')
    return reply.send({ demoUser: isDemo ? `resident-${randomInt(1, DEMO_RESIDENTS + 1)}` : null })
  })
  done()
}
