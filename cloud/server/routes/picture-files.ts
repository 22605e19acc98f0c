import type { FastifyPluginCallback } from 'fastify'
import type { Output } from '../../../core/contract'
import type { Dispatch } from '../../app/dispatch'
import { STATUS_BY_FAULT } from './api-route'
import { sendBytes } from './send-bytes'

const NOT_FOUND = { ok: false, fault: 'not_found' } as const

/** Pictures that staff brought, for browsers and phones: what `file.read` answers, as bytes. */
export const pictureFiles: FastifyPluginCallback<{ dispatch: Dispatch }> = (server, { dispatch }, done) => {
  server.get<{ Params: { name: string; width: string; type: string } }>(
    '/files/:name(^[0-9a-f]{32}$)/:width(^[1-9]\\d*).:type',
    async (request, reply) => {
      const { name, width, type } = request.params
      const answer = await dispatch({
        endpoint: 'file.read',
        input: { name, width: Number(width), type },
        token: null,
        openid: null,
        address: request.ip,
      })
      if (!answer.ok) {
        const broke = 'fault' in answer && answer.fault !== 'invalid_input'
        return broke
          ? reply.code(STATUS_BY_FAULT[answer.fault]).send(answer)
          : reply.code(404).send(NOT_FOUND)
      }
      const { mediaType, content } = answer.value as Output<'file.read'>
      void reply.type(mediaType)
      return sendBytes(request, reply, Buffer.from(content, 'base64'), `${name}-${width}-${type}`)
    },
  )
  done()
}
