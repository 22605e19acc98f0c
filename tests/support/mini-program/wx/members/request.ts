import type { Host } from '../../host'
import { NetworkGone, type Incoming, type Outgoing } from '../../phone/network'
import { answering, WxRefusal, type Options, type WxMembers } from '../answer'

/** WeChat's own limit where a call sets none. */
const PATIENCE_MS = 60_000

/** `wx.request`: HTTPS only, to the declared hosts only; JSON both ways by default. */
export function requestMembers(host: Host): WxMembers {
  const request = (options: Options = {}): unknown => {
    let abort = (): void => undefined
    const aborted = new Promise<never>((_, reject) => {
      abort = () => reject(new WxRefusal('abort'))
    })
    aborted.catch(() => undefined)
    const send = answering(host, 'request', () => Promise.race([exchange(host, options), aborted]))
    const answer = send(options)
    const task = { abort, onHeadersReceived: () => undefined, offHeadersReceived: () => undefined }
    return answer === undefined ? task : Object.assign(answer as object, task)
  }
  return { request }
}

async function exchange(host: Host, options: Options): Promise<Options> {
  const outgoing = outgoingOf(options)
  host.record.sent.push({ way: 'request', to: outgoing.to, body: outgoing.body, header: outgoing.header })
  const real = realUrl(host, outgoing.to)
  const patience = Number(options['timeout'] ?? PATIENCE_MS)
  const incoming = await withinPatience(host, patience, async () => {
    await host.idle(host.phone.network.passage())
    const answer = await transfer(real, outgoing)
    host.phone.network.arrival(`${outgoing.to} ${outgoing.body}`)
    return answer
  })
  const wantsJson = (options['dataType'] ?? 'json') === 'json'
  return {
    data: wantsJson ? parsed(incoming.body) : incoming.body,
    statusCode: incoming.status,
    header: incoming.header,
    cookies: [],
  }
}

function outgoingOf(options: Options): Outgoing {
  const method = String(options['method'] ?? 'GET').toUpperCase()
  const header = { 'content-type': 'application/json', ...lowerCased(options['header']) }
  const body = options['data']
  return {
    method,
    to: String(options['url']),
    header,
    body:
      body === undefined || method === 'GET' ? '' : typeof body === 'string' ? body : JSON.stringify(body),
  }
}

const lowerCased = (header: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries((header ?? {}) as object).map(([name, value]) => [name.toLowerCase(), String(value)]),
  )

/** The address that really listens behind a declared host. */
function realUrl(host: Host, url: string): string {
  const { hosts = {} } = host.phone.outside
  const origin = Object.keys(hosts).find((known) => url === known || url.startsWith(`${known}/`))
  if (origin === undefined || !origin.startsWith('https://')) {
    host.fault(`wx.request to ${url}, which is no declared HTTPS host`)
    throw new WxRefusal('url not in domain list', 600002)
  }
  return `${hosts[origin] ?? ''}${url.slice(origin.length)}`
}

async function transfer(url: string, { method, header, body }: Outgoing): Promise<Incoming> {
  const response = await fetch(url, { method, headers: header, ...(body === '' ? {} : { body }) })
  return {
    status: response.status,
    header: Object.fromEntries(response.headers),
    body: await response.text(),
  }
}

/** WeChat's words for a missing network and for an answer that takes too long. */
export async function withinPatience<Value>(
  host: Host,
  milliseconds: number,
  work: () => Promise<Value>,
): Promise<Value> {
  let timer = 0
  const tooLong = new Promise<never>((_, reject) => {
    timer = host.clock.startTimer(() => reject(new WxRefusal('timeout', 5)), milliseconds, false)
  })
  try {
    return await Promise.race([work(), tooLong])
  } catch (error) {
    if (error instanceof WxRefusal) throw error
    const reason =
      error instanceof NetworkGone ? 'net::ERR_INTERNET_DISCONNECTED' : 'net::ERR_CONNECTION_REFUSED'
    throw new WxRefusal(`errcode:-106 cronet_error_code:-106 error_msg:${reason}`, 600001)
  } finally {
    host.clock.stopTimer(timer)
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown
  } catch (error) {
    // WeChat hands over what is no JSON as it came.
    if (error instanceof SyntaxError) return body
    throw error
  }
}
