import type { InjectOptions } from 'fastify'
import type { DeskSignIn } from '../../../core/contract/desk'
import type { HttpApi } from './http'
import { withoutTime } from './without-time'

/** `publicOrigin` of the server that a `Pc` calls. */
export const PUBLIC_ORIGIN = 'https://ketang.example.cn'
const USER_AGENT = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/109.0.0.0 Safari/537.36 Edg/109.0'

export interface Answered {
  readonly status: number
  /** Without the server's time. */
  readonly body: Record<string, unknown>
}

/** A browser at the desk: its cookies, and the headers that one of our own pages sends. */
export class Pc {
  readonly cookies = new Map<string, string>()
  /** Every `Set-Cookie` that it was sent. */
  readonly set: string[] = []

  constructor(private readonly http: HttpApi) {}

  call(endpoint: string, input: unknown = {}, more: InjectOptions['headers'] = {}): Promise<Answered> {
    return this.#send({
      method: 'POST',
      url: `/desk/api/${endpoint}`,
      payload: JSON.stringify(input),
      headers: { 'content-type': 'application/json', ...more },
    })
  }

  /** Sends a file. */
  put(ticket: string, payload: Buffer, more: InjectOptions['headers'] = {}): Promise<Answered> {
    return this.#send({
      method: 'PUT',
      url: `/upload/${ticket}`,
      payload,
      headers: { 'content-type': 'application/octet-stream', ...more },
    })
  }

  async #send({ headers, ...request }: InjectOptions): Promise<Answered> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await this.http.server.inject({
      ...request,
      headers: {
        origin: PUBLIC_ORIGIN,
        'sec-fetch-site': 'same-origin',
        'user-agent': USER_AGENT,
        cookie,
        ...headers,
      },
    })
    for (const line of [response.headers['set-cookie'] ?? []].flat()) {
      this.set.push(line)
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
      this.cookies.set(name, value)
    }
    return { status: response.statusCode, body: withoutTime(response.json<Record<string, unknown>>()) }
  }

  async ask(isPublicPc = false): Promise<DeskSignIn> {
    return (await this.call('desk.beginSignIn', { isPublicPc })).body['value'] as DeskSignIn
  }

  readonly collect = (signInId: string) => this.call('desk.signInState', { signInId })
}
