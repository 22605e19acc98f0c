import type { FastifyError, FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify'
import type { Dispatch, Reply } from '../../app/dispatch'
import { invalidInput } from '../../app/faults'

export const STATUS_BY_FAULT = {
  invalid_input: 400,
  unauthenticated: 401,
  forbidden: 403,
  unknown_endpoint: 404,
  too_large: 413,
  rate_limited: 429,
  overloaded: 503,
  internal: 500,
} as const

/** `POST /api/<endpoint>`: the input is the body, the identity is the bearer token, nothing else is read. */
export const apiRoute: FastifyPluginCallback<{ dispatch: Dispatch }> = (server, { dispatch }, done) => {
  // Fastify would read plain text too, and a form of another site can send that without being asked first.
  server.removeContentTypeParser('text/plain')
  server.setErrorHandler<FastifyError>((error, request, reply) => refuseBody(error, request, reply))
  server.post<{ Params: { endpoint: string } }>('/api/:endpoint', async (request, reply) => {
    if (mayComeFromElsewhere(request)) return send(reply, NOT_JSON)
    request.isDispatched = true
    const answer = await dispatch({
      endpoint: request.params.endpoint,
      input: request.body,
      token: bearerToken(request.headers.authorization),
      openid: null,
      address: request.ip,
    })
    return send(reply, answer)
  })
  server.all('/api/*', (_request, reply) => send(reply, { ok: false, fault: 'unknown_endpoint' }))
  done()
}

/** One answer in the form that every client reads. */
export function send(reply: FastifyReply, answer: Reply): FastifyReply {
  void reply.header('cache-control', 'no-store')
  if (answer.ok || !('fault' in answer)) return reply.code(200).send(answer)
  if ('retryAfterSeconds' in answer) void reply.header('retry-after', String(answer.retryAfterSeconds))
  return reply.code(STATUS_BY_FAULT[answer.fault]).send(answer)
}

const NOT_JSON = invalidInput([{ path: '', message: 'send the input as application/json' }])

/** Browsers name the page that posts. Without JSON they do so for any site's page, and nobody asked us first. */
const mayComeFromElsewhere = ({ headers }: FastifyRequest): boolean =>
  headers['content-type'] === undefined && headers.origin !== undefined

/** The form of RFC 6750; anything else counts as no token. */
const bearerToken = (header: string | undefined): string | null =>
  /^Bearer +([\w.~+/-]{1,512}=*) *$/i.exec(header ?? '')?.[1] ?? null

/** What Fastify refuses before dispatch sees it: a body that is too large, broken JSON, another content type. */
export function refuseBody(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error.statusCode === 413) return send(reply, { ok: false, fault: 'too_large' })
  if (error.statusCode === 415) {
    return send(reply, NOT_JSON)
  }
  if (error.statusCode !== undefined && error.statusCode < 500) {
    return send(reply, invalidInput([{ path: '', message: 'the body is no valid JSON' }]))
  }
  request.log.error({ err: error, trace: request.id }, 'request failed before dispatch')
  return send(reply, { ok: false, fault: 'internal', trace: request.id })
}
