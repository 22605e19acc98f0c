import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyError, FastifyPluginAsync, FastifyReply } from 'fastify'
import { codePage } from './code-page'

export interface PageFolders {
  /** The H5 edition, at `/`. */
  readonly h5: string
  /** Desk and wall screen: `desk.html`, `screen.html` and their assets. */
  readonly desk: string
  /** Pictures, exports and other binaries, at `/files/`. */
  readonly files: string
}

/** File names that carry a content hash never change; everything else is asked for again. */
const HASHED = /\.[0-9a-f]{8,}\.|-[\w-]{8}\.(?:js|css)$/

function cacheControl(path: string): string {
  return HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'
}

const NOT_FOUND = { ok: false, fault: 'not_found' } as const

/** What is no route of the H5 edition: names with an ending, and folders that hold files only. */
const isFile = (url: string): boolean => /^\/(?:files|assets)\/|^[^?]*\.\w+(?:\?|$)/.test(url)

/** The pages: H5 with its routes, desk, wall screen, and what a code opened outside WeChat leads to. */
export const pageRoutes: FastifyPluginAsync<{ folders: PageFolders }> = async (server, { folders }) => {
  const served = {
    preCompressed: true,
    dotfiles: 'ignore' as const,
    cacheControl: false,
    setHeaders: (reply: { setHeader(name: string, value: string): void }, path: string) =>
      reply.setHeader('cache-control', cacheControl(path)),
  }
  const sendPage = (reply: FastifyReply, folder: string, file: string) =>
    existsSync(join(folder, file))
      ? reply.sendFile(file, folder)
      : reply.code(503).type('text/plain; charset=utf-8').send('页面还没有构建：请运行 npm start')

  await server.register(fastifyStatic, {
    root: folders.h5,
    prefix: '/',
    index: false,
    wildcard: true,
    ...served,
  })
  await server.register(fastifyStatic, {
    root: folders.files,
    prefix: '/files/',
    decorateReply: false,
    index: false,
    ...served,
  })
  await server.register(fastifyStatic, {
    root: join(folders.desk, 'assets'),
    prefix: '/assets/',
    decorateReply: false,
    index: false,
    ...served,
  })
  server.get('/', (_request, reply) => sendPage(reply, folders.h5, 'index.html'))
  for (const name of ['desk', 'screen']) {
    server.get(`/${name}`, (_request, reply) => reply.redirect(`/${name}/`))
    server.get(`/${name}/`, (_request, reply) => sendPage(reply, folders.desk, `${name}.html`))
  }
  for (const kind of ['c', 'p']) {
    server.get(`/${kind}/*`, (_request, reply) => reply.type('text/html; charset=utf-8').send(codePage))
  }
  // A folder, a name that leads outside, one that is no file name: for whoever asks, there is nothing there.
  server.setErrorHandler<FastifyError>((error, request, reply) => {
    if ((error.statusCode ?? 500) < 500) return reply.code(404).send(NOT_FOUND)
    request.log.error({ err: error, trace: request.id }, 'a page could not be sent')
    return reply.code(500).send({ ok: false, fault: 'internal', trace: request.id })
  })
  server.setNotFoundHandler((request, reply) => {
    const wantsPage = ['GET', 'HEAD'].includes(request.method) && !isFile(request.url)
    if (wantsPage) return sendPage(reply, folders.h5, 'index.html')
    return reply.code(404).send(NOT_FOUND)
  })
}
