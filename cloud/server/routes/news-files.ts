import type { FastifyPluginCallback } from 'fastify'
import type { Dispatch } from '../../app/dispatch'
import { STATUS_BY_FAULT } from './api-route'
import { sendBytes } from './send-bytes'

interface NewsFile {
  readonly mediaType: string
  readonly content: string
}

const NOT_FOUND = { ok: false, fault: 'not_found' } as const

/** Photographs and files of articles for browsers: what `news.file` answers, as bytes. A name is its content for ever. */
export const newsFiles: FastifyPluginCallback<{ dispatch: Dispatch }> = (server, { dispatch }, done) => {
  server.get<{ Params: { name: string } }>('/files/news/:name', async (request, reply) => {
    const { name } = request.params
    const answer = await dispatch({
      endpoint: 'news.file',
      input: { name },
      token: null,
      openid: null,
      address: request.ip,
    })
    if (!answer.ok) {
      const broke = 'fault' in answer && answer.fault !== 'invalid_input'
      return broke ? reply.code(STATUS_BY_FAULT[answer.fault]).send(answer) : reply.code(404).send(NOT_FOUND)
    }
    const { mediaType, content } = answer.value as NewsFile
    // A picture is shown in its page; everything else is saved, never opened by this origin.
    if (!mediaType.startsWith('image/')) void reply.header('content-disposition', 'attachment')
    void reply.type(mediaType)
    return sendBytes(request, reply, Buffer.from(content, 'base64'), name)
  })
  done()
}
