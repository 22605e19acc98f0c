import { randomInt } from 'node:crypto'
import type { FastifyPluginCallback } from 'fastify'

/** How many made-up residents `session.signIn` knows. */
const DEMO_RESIDENTS = 9_999

/**
 * Lends each browser a made-up resident of its own, so that two of them can hand a place over. Registered
 * in a demonstration only; elsewhere the address is a page like any other.
 */
export const demoRoute: FastifyPluginCallback = (server, _options, done) => {
  server.get('/demo.json', (_request, reply) => {
    void reply.header('cache-control', 'no-store')
    return reply.send({ demoUser: `resident-${randomInt(1, DEMO_RESIDENTS + 1)}` })
  })
  done()
}
