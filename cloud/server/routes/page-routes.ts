import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyHelmetRouteOptions } from '@fastify/helmet'
import fastifyStatic from '@fastify/static'
import type { FastifyError, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Subdistrict } from '../../../core/contract/home'
import { codePage, deskCodePage, guestCardPage, invitationPage } from './code-page'
import { FilledPages } from './filled-pages'

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

/**
 * The addresses of the H5 edition's pages, as its build wrote them; `null` where there is no such list, and every
 * address may be one.
 */
async function readRoutes(folder: string): Promise<ReadonlySet<string> | null> {
  try {
    const routes = JSON.parse(await readFile(join(folder, 'routes.json'), 'utf8')) as readonly string[]
    return new Set(routes)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** What is no route of the H5 edition: names with an ending, and folders that hold files only. */
const isFile = (url: string): boolean => /^\/(?:files|assets)\/|^[^?]*\.\w+(?:\?|$)/.test(url)

/** The pages: H5 with its routes, desk, wall screen, and what a code opened outside WeChat leads to. */
export const pageRoutes: FastifyPluginAsync<{
  folders: PageFolders
  subdistrict: () => Promise<Subdistrict>
  wechatAppId: string | null
  isDemo: boolean
  /** Headers of the page that the desk frames. */
  framed: NonNullable<FastifyHelmetRouteOptions['helmet']>
}> = async (server, { folders, subdistrict, wechatAppId, isDemo, framed }) => {
  const pages = new FilledPages(subdistrict, server.log, wechatAppId)
  const routes = await readRoutes(folders.h5)
  const served = {
    preCompressed: true,
    dotfiles: 'ignore' as const,
    cacheControl: false,
    setHeaders: (reply: { setHeader(name: string, value: string): void }, path: string) =>
      reply.setHeader('cache-control', cacheControl(path)),
  }
  const sendPage = async (request: FastifyRequest, reply: FastifyReply, folder: string, file: string) => {
    const sent = await pages.sendFile(request, reply, join(folder, file))
    if (!sent) {
      void reply.code(503).type('text/plain; charset=utf-8').send('页面还没有构建：请运行 npm start')
    }
    return reply
  }

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
  // By its own name too: below the wildcard it would go out with its marks unfilled.
  for (const path of ['/', '/index.html']) {
    server.get(path, (request, reply) => sendPage(request, reply, folders.h5, 'index.html'))
  }
  server.get('/preview/', { helmet: framed }, (request, reply) =>
    sendPage(request, reply, folders.h5, 'index.html'),
  )
  for (const name of ['desk', 'screen']) {
    server.get(`/${name}`, (_request, reply) => reply.redirect(`/${name}/`))
    server.get(`/${name}/`, (request, reply) => sendPage(request, reply, folders.desk, `${name}.html`))
  }
  // The desk's own addresses: what is open and filtered stands in them.
  server.get('/desk/*', (request, reply) =>
    isFile(request.url)
      ? reply.code(404).send(NOT_FOUND)
      : sendPage(request, reply, folders.desk, 'desk.html'),
  )
  // What a PC shows to be signed in. Outside WeChat only a demonstration has a page for it.
  server.get<{ Params: { '*': string } }>('/s/d/*', async (request, reply) => {
    const id = request.params['*']
    if (isDemo && /^[\w-]{22}$/.test(id)) return reply.redirect(`/me/pages/desk-sign-in/index?id=${id}`)
    await pages.send(request, reply, deskCodePage, 'no-store')
    return reply
  })
  // What a counter shows to a family. Outside WeChat only a demonstration can sign somebody in to take over.
  server.get<{ Params: { '*': string } }>('/s/g/*', async (request, reply) => {
    const token = request.params['*']
    if (isDemo && /^[\w-]{22}$/.test(token)) {
      return reply.header('cache-control', 'no-store').redirect(`/activity/pages/card/index?token=${token}`)
    }
    await pages.send(request, reply, guestCardPage, 'no-store')
    return reply
  })
  for (const kind of ['c', 'p']) {
    server.get(`/${kind}/*`, async (request, reply) => {
      await pages.send(request, reply, codePage)
      return reply
    })
  }
  // Addresses that are secrets: nothing between here and the reader keeps them.
  server.get<{ Params: { '*': string }; Querystring: { open?: string } }>('/s/*', async (request, reply) => {
    if (isDemo && request.query.open === '1') {
      const code = encodeURIComponent(request.params['*'])
      return reply.header('cache-control', 'no-store').redirect(`/me/pages/staff-entry/index?code=${code}`)
    }
    await pages.send(request, reply, invitationPage(isDemo), 'no-store')
    return reply
  })
  // A folder, a name that leads outside, one that is no file name: for whoever asks, there is nothing there.
  server.setErrorHandler<FastifyError>((error, request, reply) => {
    if ((error.statusCode ?? 500) < 500) return reply.code(404).send(NOT_FOUND)
    request.log.error({ err: error, trace: request.id }, 'a page could not be sent')
    return reply.code(500).send({ ok: false, fault: 'internal', trace: request.id })
  })
  server.setNotFoundHandler((request, reply) => {
    const wantsPage = ['GET', 'HEAD'].includes(request.method) && !isFile(request.url)
    if (!wantsPage) return reply.code(404).send(NOT_FOUND)
    // For people the page itself says that there is nothing, and leads on; everybody else goes by the status.
    const path = request.url.replace(/[?#].*$/, '').replace(/\/$/, '')
    if (routes !== null && !routes.has(path)) void reply.code(404)
    return sendPage(request, reply, folders.h5, 'index.html')
  })
}
