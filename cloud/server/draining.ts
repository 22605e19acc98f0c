import { Server } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** How a server goes out of service; in milliseconds. */
export interface DrainTimes {
  /** From the first 503 of `/readyz` until it stops listening: whoever asks there goes elsewhere meanwhile. */
  readonly noticeMs: number
  /**
   * How long idle connections stay from then on: longer than the proxy keeps them (`keepalive_timeout` of its
   * upstream), because one that we close first may carry a call already.
   */
  readonly keepAliveMs: number
  /** How long calls that are still running have afterwards. */
  readonly lastMs: number
}

/** Our nginx keeps connections for 4 s. All of it is over within the 10 s that a program has to end. */
export const BEHIND_A_PROXY: DrainTimes = { noticeMs: 1_000, keepAliveMs: 5_000, lastMs: 2_500 }

export interface Drain {
  readonly isDraining: () => boolean
  /** Before the server has routes. */
  attach(server: FastifyInstance): void
  /** 503 at `/readyz` → no new connections → `Connection: close` on each answer → idle ones are closed → no connection is left. */
  begin(times: DrainTimes): Promise<void>
}

export function createDrain(): Drain {
  let attached: FastifyInstance | null = null
  let isDraining = false
  let isClosed = false
  return {
    isDraining: () => isDraining,
    attach: (server) => {
      attached = server
      server.addHook('onSend', (_request, reply, _payload, done) => {
        if (isClosed) void reply.header('connection', 'close')
        done()
      })
    },
    begin: async ({ noticeMs, keepAliveMs, lastMs }) => {
      if (attached === null) throw new Error('there is no server to drain')
      const http = attached.server
      isDraining = true
      await pause(noticeMs)
      await idleTurn()
      const closed = new Promise<void>((settle) => http.once('close', () => settle()))
      // An HTTP server's own `close` would end its idle connections at once; a socket server's only stops listening.
      Server.prototype.close.call(http)
      isClosed = true
      await Promise.race([closed, pause(keepAliveMs)])
      http.closeIdleConnections()
      const cut = setTimeout(() => http.closeAllConnections(), lastMs)
      await closed
      clearTimeout(cut)
    },
  }
}

/** A turn of the event loop in which nothing else was to do takes no longer. */
const IDLE_TURN_MS = 1
const LONGEST_WAIT_MS = 500

/**
 * Ends behind the poll phase of a turn in which little happened. Everybody who had connected was let in there; who
 * connected while a busy turn went on would be cut off by closing, with the call already sent.
 */
async function idleTurn(): Promise<void> {
  const until = performance.now() + LONGEST_WAIT_MS
  for (;;) {
    const began = performance.now()
    await new Promise(setImmediate)
    const now = performance.now()
    if (now - began < IDLE_TURN_MS || now > until) return
  }
}

const pause = (ms: number): Promise<void> => new Promise((settle) => setTimeout(settle, ms))
