import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify'
import type { Subdistrict } from '../../../core/contract/home'
import { trustLine } from '../../../core/domain/office/trust-line'

/** How long a page may name the subdistrict as it was: pages are read far more often than a data pack is loaded. */
const FRESH_MS = 10_000
/** `{{appName}}`: stands in a built page where the data pack's words belong, so that one build serves every subdistrict. */
const MARK = /\{\{(\w+)\}\}/g

const compressed = { br: promisify(brotliCompress), gzip: promisify(gzip) }

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

/** @throws Error for a mark that stands for nothing */
export function fillMarks(page: string, subdistrict: Subdistrict, wechatAppId: string | null = null): string {
  return page.replace(MARK, (mark, name: string) => {
    // Inside a script element the page's own scripts read it before the first answer.
    if (name === 'subdistrict') return JSON.stringify(subdistrict).replace(/</g, '\\u003c')
    if (name === 'wechatAppId') return escaped(wechatAppId ?? '')
    if (name === 'trustLine') return escaped(trustLine(subdistrict))
    const value = Object.entries(subdistrict).find(([key]) => key === name)?.[1]
    if (typeof value !== 'string') throw new Error(`the mark ${mark} of a page stands for nothing`)
    return escaped(value)
  })
}

interface Filled {
  readonly text: string
  readonly etag: string
  readonly br: Buffer
  readonly gzip: Buffer
}

/** Pages with the subdistrict's names in them, each compressed once for as long as it stays the same. */
export class FilledPages {
  private known: { readonly subdistrict: Subdistrict; readonly readAt: number } | null = null
  private readonly filled = new Map<string, Filled>()

  constructor(
    private readonly read: () => Promise<Subdistrict>,
    private readonly log: FastifyBaseLogger,
    private readonly wechatAppId: string | null,
  ) {}

  /** A page that the build wrote; `false` where it has not been built. */
  async sendFile(request: FastifyRequest, reply: FastifyReply, file: string): Promise<boolean> {
    const page = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    })
    if (page === null) return false
    await this.send(request, reply, page)
    return true
  }

  async send(
    request: FastifyRequest,
    reply: FastifyReply,
    page: string,
    cacheControl: 'no-cache' | 'no-store' = 'no-cache',
  ): Promise<void> {
    const { text, etag, ...bodies } = await this.fill(page)
    void reply.header('cache-control', cacheControl).header('etag', etag).header('vary', 'accept-encoding')
    if (reply.statusCode < 400 && request.headers['if-none-match'] === etag) {
      void reply.code(304).send()
      return
    }
    void reply.type('text/html; charset=utf-8')
    const accepted = String(request.headers['accept-encoding'] ?? '')
    const encoding = (['br', 'gzip'] as const).find((name) => new RegExp(`\\b${name}\\b`).test(accepted))
    void (encoding === undefined
      ? reply.send(text)
      : reply.header('content-encoding', encoding).send(bodies[encoding]))
  }

  private async fill(page: string): Promise<Filled> {
    const text = fillMarks(page, await this.subdistrict(), this.wechatAppId)
    const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
    const before = this.filled.get(etag)
    if (before !== undefined) return before
    const [br, gzipped] = await Promise.all([compressed.br(text), compressed.gzip(text)])
    const made = { text, etag, br, gzip: gzipped }
    // Some five pages, each in its present words: older ones are never asked for again.
    if (this.filled.size > 20) this.filled.clear()
    this.filled.set(etag, made)
    return made
  }

  /** What was last known stays good while the database does not answer: a page that says so is better than none. */
  private async subdistrict(): Promise<Subdistrict> {
    const { known } = this
    if (known !== null && Date.now() - known.readAt < FRESH_MS) return known.subdistrict
    try {
      const subdistrict = await this.read()
      this.known = { subdistrict, readAt: Date.now() }
      return subdistrict
    } catch (error) {
      if (known === null) throw error
      this.log.error({ err: error }, 'pages keep the names they last had')
      this.known = { ...known, readAt: Date.now() }
      return known.subdistrict
    }
  }
}
