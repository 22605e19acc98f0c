import { createHash, randomBytes } from 'node:crypto'
import type { FastifyError, FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify'
import { nameBrowser } from '../../../core/domain/staff/browser-name'
import { MOST_BASE64 } from '../../../core/shapes/table-file'
import { MOST_PICTURE_BYTES } from '../../../core/shapes/picture'
import type { Dispatch, Reply } from '../../app/dispatch'
import { isLoopbackHost } from '../loopback'
import { refuseBody, send } from './api-route'

/** The session; `__Host-` binds it to this very host over HTTPS. */
const SESSION = 'desk'
/** Stands for the browser, with or without a session. */
const BROWSER = 'desk-browser'
const SESSION_SECONDS = 12 * 3_600
const BROWSER_SECONDS = 400 * 86_400
/** A file as base64, and the JSON around it. */
const FILE_LIMIT = MOST_BASE64 + 1_024
/** What no form can send, either. */
const BYTES = 'application/octet-stream'
const TOKEN = /^[\w-]{43}$/

export interface DeskRouteParts {
  readonly dispatch: Dispatch
  /** `https://<host>`; without it only pages of this machine itself may call. */
  readonly publicOrigin: string | null
}

/**
 * `POST /desk/api/<endpoint>`, and `PUT /upload/<ticket>` with the bytes of a picture: the identity is the cookie, and nothing else is read. A page of another site can send
 * cookies along, so each call proves first that a page of ours makes it: by its origin, by what the browser says of
 * where it comes from, and by a content type that no form can send.
 */
export const deskRoute: FastifyPluginCallback<DeskRouteParts> = (server, parts, done) => {
  server.removeContentTypeParser('text/plain')
  server.setErrorHandler<FastifyError>((error, request, reply) => refuseBody(error, request, reply))
  // Before the body is even read.
  server.addHook('onRequest', (request, reply, next) => {
    const isCall = ['POST', 'PUT'].includes(request.method)
    if (!isCall || isOurPage(request, parts.publicOrigin)) return next()
    void send(reply, { ok: false, fault: 'forbidden' })
  })
  const ask = async (endpoint: string, request: FastifyRequest, reply: FastifyReply, input: unknown) => {
    const isHttps = parts.publicOrigin?.startsWith('https:') === true
    const cookies = cookiesOf(request.headers.cookie, isHttps)
    const browser = cookies[BROWSER] ?? newToken()
    const fresh = newToken()
    request.isDispatched = true
    const answer = await parts.dispatch({
      endpoint,
      input,
      token: null,
      openid: null,
      address: request.ip,
      source: 'desk',
      desk: {
        tokenHash: cookies[SESSION] === undefined ? null : hashOf(cookies[SESSION]),
        browserHash: hashOf(browser),
        newTokenHash: hashOf(fresh),
        ...nameBrowser(request.headers['user-agent'] ?? ''),
      },
    })
    const set = (name: string, value: string, seconds: number) =>
      void reply.header('set-cookie', cookie(name, value, seconds, isHttps))
    if (endpoint === 'desk.beginSignIn' && answer.ok) set(BROWSER, browser, BROWSER_SECONDS)
    if (endpoint === 'desk.signInState' && isSignedIn(answer)) set(SESSION, fresh, SESSION_SECONDS)
    if (endpoint === 'desk.signOut' && answer.ok) set(SESSION, '', 0)
    return answer
  }
  server.post<{ Params: { endpoint: string } }>('/desk/api/:endpoint', async (request, reply) =>
    send(reply, await ask(request.params.endpoint, request, reply, request.body)),
  )
  // The calls with a file in them: who is nobody's staff does not even get the bytes across.
  const onRequest = async (request: FastifyRequest, reply: FastifyReply) => {
    const holder = await ask('desk.me', request, reply, {})
    if (!holder.ok) return send(reply, holder)
    return undefined
  }
  server.post('/desk/api/table.read', { bodyLimit: FILE_LIMIT, onRequest }, async (request, reply) =>
    send(reply, await ask('table.read', request, reply, request.body)),
  )
  server.addContentTypeParser(BYTES, { parseAs: 'buffer' }, (_request, body, parsed) => parsed(null, body))
  server.put<{ Params: { ticket: string }; Body: unknown }>(
    '/upload/:ticket',
    { bodyLimit: MOST_PICTURE_BYTES, onRequest },
    async (request, reply) => {
      const base64 = Buffer.isBuffer(request.body) ? request.body.toString('base64') : ''
      return send(reply, await ask('file.store', request, reply, { ticket: request.params.ticket, base64 }))
    },
  )
  server.all('/desk/api/*', (_request, reply) => send(reply, { ok: false, fault: 'unknown_endpoint' }))
  done()
}

function isOurPage({ headers, host, method }: FastifyRequest, publicOrigin: string | null): boolean {
  const isSameSite = [undefined, 'same-origin'].includes(headers['sec-fetch-site'] as string | undefined)
  const isTyped = (method === 'PUT' ? /^application\/octet-stream$/i : /^application\/json *(?:;|$)/i).test(
    headers['content-type'] ?? '',
  )
  const ours = publicOrigin ?? (isLoopbackHost(host) ? `http://${host}` : null)
  return isSameSite && isTyped && ours !== null && headers.origin === ours
}

const newToken = (): string => randomBytes(32).toString('base64url')
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()
const isSignedIn = (answer: Reply): boolean =>
  answer.ok && (answer.value as { readonly state?: unknown }).state === 'signed-in'

const nameOf = (name: string, isHttps: boolean): string => (isHttps ? `__Host-${name}` : name)

/** Those of ours that have the form of a token. */
function cookiesOf(header: string | undefined, isHttps: boolean): Readonly<Record<string, string>> {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim().split('=') as [string, string?])
  return Object.fromEntries(
    [SESSION, BROWSER].flatMap((name) => {
      const value = pairs.find(([key]) => key === nameOf(name, isHttps))?.[1]
      return value !== undefined && TOKEN.test(value) ? [[name, value]] : []
    }),
  )
}

const cookie = (name: string, value: string, seconds: number, isHttps: boolean): string =>
  [
    `${nameOf(name, isHttps)}=${value}`,
    'Path=/',
    `Max-Age=${seconds}`,
    'HttpOnly',
    'SameSite=Strict',
    ...(isHttps ? ['Secure'] : []),
  ].join('; ')
