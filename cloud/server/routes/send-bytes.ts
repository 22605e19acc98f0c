import type { FastifyReply, FastifyRequest } from 'fastify'

/**
 * Bytes whose address never means others: kept for a year, asked for again with `If-None-Match`, and given in one part
 * where a part is asked for (RFC 9110, one range; of more the whole).
 * @param tag unique to the address
 */
export function sendBytes(
  request: FastifyRequest,
  reply: FastifyReply,
  bytes: Buffer,
  tag: string,
): FastifyReply {
  const etag = `"${tag}"`
  void reply
    .header('cache-control', 'public, max-age=31536000, immutable')
    .header('etag', etag)
    .header('accept-ranges', 'bytes')
  const { 'if-none-match': known, 'if-range': unless, range } = request.headers
  if (known !== undefined && knows(known, etag)) return reply.code(304).send()
  const mayBePart = request.method === 'GET' && (unless === undefined || unless === etag)
  const part = mayBePart && range !== undefined ? partOf(range, bytes.length) : null
  if (part === null) return reply.send(bytes)
  if (part === 'beyond') return reply.code(416).header('content-range', `bytes */${bytes.length}`).send()
  const { from, to } = part
  return reply
    .code(206)
    .header('content-range', `bytes ${from}-${to}/${bytes.length}`)
    .send(bytes.subarray(from, to + 1))
}

const knows = (header: string, etag: string): boolean =>
  header.split(',').some((one) => ['*', etag].includes(one.trim().replace(/^W\//, '')))

/** `to` is the last byte. What is no range of ours counts as none. */
function partOf(header: string, length: number): { from: number; to: number } | 'beyond' | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header) ?? []
  if (first === '' && last === '') return null
  if (first === '') {
    const count = Number(last)
    return count === 0 || length === 0 ? 'beyond' : { from: Math.max(0, length - count), to: length - 1 }
  }
  const from = Number(first)
  const to = last === '' ? length - 1 : Math.min(Number(last), length - 1)
  if (last !== '' && Number(last) < from) return null
  return from >= length ? 'beyond' : { from, to }
}
