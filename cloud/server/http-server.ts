import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import helmet from '@fastify/helmet'
import underPressure from '@fastify/under-pressure'
import fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
} from 'fastify'
import type { Fault } from '../../core/contract/answer'
import type { Subdistrict } from '../../core/contract/home'
import type { Dispatch } from '../app/dispatch'
import { invalidInput } from '../app/faults'
import type { Drain } from './draining'
import { apiRoute } from './routes/api-route'
import { deskRoute } from './routes/desk-route'
import { demoRoute } from './routes/demo-route'
import { isLoopbackHost } from './loopback'
import type { Metrics } from './metrics'
import { newsFiles } from './routes/news-files'
import { pictureFiles } from './routes/picture-files'
import { pageRoutes, type PageFolders } from './routes/page-routes'
import { statusRoutes } from './routes/status-routes'

declare module 'fastify' {
  interface FastifyRequest {
    /** Set once dispatch has it: it counts and logs the call from there on. */
    isDispatched: boolean
  }
}

export interface HttpServerParts {
  readonly dispatch: Dispatch
  readonly metrics: Metrics
  /** Whether metrics are read on a port of their own, and not here. */
  readonly metricsElsewhere?: boolean
  readonly log: FastifyBaseLogger
  readonly folders: PageFolders
  /** Rejects when the database does not answer. */
  readonly ping: () => Promise<void>
  /** Whose pages these are: their titles and first words name it. */
  readonly subdistrict: () => Promise<Subdistrict>
  /** Of the mini-program, for the link by which a phone's browser opens it; without an account there is none. */
  readonly wechatAppId?: string | null
  readonly trustProxy: boolean
  /** `https://<host>`: the only origin whose pages may be a desk; `null` for pages of this machine. */
  readonly publicOrigin?: string | null
  /** Whether browsers may borrow a made-up resident. */
  readonly isDemo?: boolean
  /** How this server goes out of service, where a proxy sends it calls. */
  readonly drain?: Drain
  readonly deadlines?: Deadlines
  /** From which delay of the event loop on calls are turned away, in milliseconds; 0 for never. */
  readonly overloadedFromMs?: number
}

/** How long a connection may take for what it has begun: one that sends nothing more must not live for ever. */
export interface Deadlines {
  readonly headersMs: number
  /** The whole request, its body included. */
  readonly requestMs: number
  /** How often it is looked whether one is over. */
  readonly lookEveryMs: number
  /** From the beginning of a stop until every connection is cut, whatever is still on its way. */
  readonly stopMs: number
}

const DEADLINES: Deadlines = { headersMs: 10_000, requestMs: 15_000, lookEveryMs: 1_000, stopMs: 8_000 }

/** 64 KiB: the largest input (a party of five with answers) is a few kilobytes. */
const BODY_LIMIT = 65_536
const OVERLOADED_FROM_MS = 2_000

/** Everything that is served over HTTPS: the API, the H5 edition, desk, wall screen, files, health and metrics. */
export async function createHttpServer(parts: HttpServerParts): Promise<FastifyInstance> {
  const deadlines = parts.deadlines ?? DEADLINES
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
    requestTimeout: deadlines.requestMs,
    http: {
      headersTimeout: deadlines.headersMs,
      requestTimeout: deadlines.requestMs,
      connectionsCheckingInterval: deadlines.lookEveryMs,
    },
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (_error, _request, reply) => {
      const answer = invalidInput([{ path: '', message: 'the address is no valid URL' }])
      // No hook sees it.
      void (reply as FastifyReply).code(400).send({ ...answer, ...parts.dispatch.time.remembered() })
    },
  })
  sayHowLongItHolds(server)
  leaveWhoHungUp(server)
  if (parts.isDemo === true) refuseStrangeHosts(server)
  parts.drain?.attach(server)
  closeAfterAnswer(server)
  countEarlyAnswers(server, parts)
  tellTime(server, parts.dispatch)
  cutOffAtStop(server, deadlines.stopMs)
  const directives = {
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
  }
  await server.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives },
    // HTTPS is ended by the proxy in front, which is where this header belongs.
    strictTransportSecurity: false,
  })
  await server.register(underPressure, {
    maxEventLoopDelay: parts.overloadedFromMs ?? OVERLOADED_FROM_MS,
    retryAfter: 5,
    pressureHandler: (_request, reply) => {
      void reply.code(503).send({ ok: false, fault: 'overloaded', retryAfterSeconds: 5 } satisfies Fault)
    },
  })
  await server.register(apiRoute, { dispatch: parts.dispatch })
  await server.register(deskRoute, {
    dispatch: parts.dispatch,
    publicOrigin: parts.publicOrigin ?? null,
  })
  await server.register(statusRoutes, {
    metrics: parts.metricsElsewhere === true ? null : parts.metrics,
    ping: parts.ping,
    isDraining: () => parts.drain?.isDraining() === true,
  })
  await server.register(demoRoute, { isDemo: parts.isDemo === true })
  await server.register(newsFiles, { dispatch: parts.dispatch })
  await server.register(pictureFiles, { dispatch: parts.dispatch })
  await server.register(pageRoutes, {
    folders: parts.folders,
    subdistrict: parts.subdistrict,
    wechatAppId: parts.wechatAppId ?? null,
    isDemo: parts.isDemo === true,
    // The one page that may be framed, by the desk; and it may ask nobody.
    framed: {
      contentSecurityPolicy: {
        useDefaults: false,
        directives: { ...directives, connectSrc: ["'none'"], frameAncestors: ["'self'"] },
      },
    },
  })
  return server
}

/** Whatever says nothing itself is for this one answer only: errors, redirects, what a code leads to. */
function sayHowLongItHolds(server: FastifyInstance): void {
  server.addHook('onSend', (_request, reply, _payload, done) => {
    const isSaid =
      reply.statusCode < 400 && (reply.hasHeader('cache-control') || reply.raw.hasHeader('cache-control'))
    if (!isSaid) void reply.header('cache-control', 'no-store')
    done()
  })
}

/** Who reset the connection while the request was read has no address any more, and nobody waits for an answer. */
function leaveWhoHungUp(server: FastifyInstance): void {
  server.addHook('preHandler', (request, reply, done) => {
    const address: string | undefined = request.ip
    if (address !== undefined) return done()
    reply.hijack()
    reply.raw.destroy()
  })
}

/** Each answer to a call has the server's time, those that dispatch never saw too. */
function tellTime(server: FastifyInstance, { time }: Dispatch): void {
  server.addHook('preSerialization', async (request, reply, answer: object) => {
    if (!isCall(request.url) || 'at' in answer) return answer
    // What is too busy, or about to stop, does not ask.
    return { ...answer, ...(reply.statusCode >= 500 ? time.remembered() : await time.current()) }
  })
}

/** Calls that dispatch never saw, and those that come by another way than the settings say. */
function countEarlyAnswers(server: FastifyInstance, { metrics, trustProxy, isDemo }: HttpServerParts): void {
  server.decorateRequest('isDispatched', false)
  server.addHook('onRequest', (request, _reply, done) => {
    const isForwarded = request.headers['x-forwarded-for'] !== undefined
    if (isDemo !== true && isCall(request.url) && isForwarded !== trustProxy) metrics.strangeProxy()
    done()
  })
  server.addHook('onResponse', (request, reply, done) => {
    if (isCall(request.url) && !request.isDispatched) metrics.refusedEarly(reply.statusCode)
    done()
  })
}

const isCall = (url: string): boolean => /^\/(?:(?:desk\/)?api|upload)\//.test(url)

/** A page elsewhere can give its own name this machine's address, and would be anybody in a demonstration. */
function refuseStrangeHosts(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    if (isLoopbackHost(request.headers.host)) done()
    else void reply.code(421).send({ ok: false, fault: 'forbidden' } satisfies Fault)
  })
}

/** Node looks for overdue requests no longer once it closes: what never arrives whole would hold up the stop. */
function cutOffAtStop(server: FastifyInstance, afterMs: number): void {
  server.addHook('preClose', (done) => {
    const cut = setTimeout(() => server.server.closeAllConnections(), afterMs)
    server.server.once('close', () => clearTimeout(cut))
    done()
  })
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

/** Of a page that the build wrote: scripts without an address stand between these. */
const INLINE = /<script>([^]*?)<\/script>/g

/** What a Content-Security-Policy calls the scripts that stand in the H5 edition's page itself: no others may run. */
export async function inlineScripts(folder: string): Promise<readonly string[]> {
  const page = await readFile(join(folder, 'index.html'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    // Not built yet: then there is no page to send either.
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return [...page.matchAll(INLINE)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  )
}
