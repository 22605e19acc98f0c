import helmet from '@fastify/helmet'
import underPressure from '@fastify/under-pressure'
import fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
} from 'fastify'
import type { Fault } from '../../core/contract/answer'
import type { Dispatch } from '../app/dispatch'
import { invalidInput } from '../app/faults'
import { apiRoute } from './routes/api-route'
import { demoRoute } from './routes/demo-route'
import { inlineScripts } from './inline-scripts'
import type { Metrics } from './metrics'
import { newsFiles } from './routes/news-files'
import { pageRoutes, type PageFolders } from './routes/page-routes'
import { statusRoutes } from './routes/status-routes'

export interface HttpServerParts {
  readonly dispatch: Dispatch
  readonly metrics: Metrics
  readonly log: FastifyBaseLogger
  readonly folders: PageFolders
  /** Rejects when the database does not answer. */
  readonly ping: () => Promise<void>
  readonly trustProxy: boolean
  /** Whether browsers may borrow a made-up resident. */
  readonly isDemo?: boolean
}

/** 64 KiB: the largest input (a party of five with answers) is a few kilobytes. */
const BODY_LIMIT = 65_536

/** Everything that is served over HTTPS: the API, the H5 edition, desk, wall screen, files, health and metrics. */
export async function createHttpServer(parts: HttpServerParts): Promise<FastifyInstance> {
  const server = fastify({
    loggerInstance: parts.log,
    // Dispatch logs each call without personal data; the default request log would write addresses and URLs.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    // One proxy, ours: the address that it adds is true, whatever the caller wrote before it is not.
    trustProxy: parts.trustProxy && ((_address, hop) => hop === 0),
    // `__proto__` and `constructor` are unknown fields like others: the contract refuses them by name.
    onProtoPoisoning: 'ignore',
    onConstructorPoisoning: 'ignore',
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (_error, _request, reply) => {
      const answer = invalidInput([{ path: '', message: 'the address is no valid URL' }])
      void (reply as FastifyReply).code(400).send(answer)
    },
  })
  closeAfterAnswer(server)
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", ...(await inlineScripts(parts.folders.h5))],
        // The pages set sizes and colours from the reader's text scale as inline styles.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        // Taro's own styles bring an icon font inside the style sheet.
        fontSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // HTTPS is ended by the proxy in front, which is where this header belongs.
    strictTransportSecurity: false,
  })
  await server.register(underPressure, {
    maxEventLoopDelay: 2_000,
    retryAfter: 5,
    pressureHandler: (_request, reply) => {
      void reply.code(503).send({ ok: false, fault: 'overloaded', retryAfterSeconds: 5 } satisfies Fault)
    },
  })
  await server.register(apiRoute, { dispatch: parts.dispatch })
  await server.register(statusRoutes, { metrics: parts.metrics, ping: parts.ping })
  await server.register(demoRoute, { isDemo: parts.isDemo === true })
  await server.register(newsFiles, { dispatch: parts.dispatch })
  await server.register(pageRoutes, { folders: parts.folders })
  return server
}

/** Whoever is being answered while we stop is not kept waiting for a next call: that would hold up the stop for a minute. */
function closeAfterAnswer(server: FastifyInstance): void {
  let stopping = false
  server.addHook('preClose', (done) => {
    stopping = true
    done()
  })
  server.addHook('onSend', (_request, reply, _payload, done) => {
    if (stopping) void reply.header('connection', 'close')
    done()
  })
}
