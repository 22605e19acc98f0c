import { posix } from 'node:path'

/** A page path without leading slash, and its query as WeChat hands it over: not decoded. */
export interface Route {
  readonly path: string
  readonly query: Readonly<Record<string, string>>
}

/** `url` may be absolute or relative to the page it is called on. */
export function parseRoute(url: string, from: string): Route {
  const [path = '', search = ''] = url.split('?')
  const absolute = path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(from), path)
  const pairs = search.split('&').filter((pair) => pair !== '')
  const query = pairs.map((pair) => {
    const at = pair.indexOf('=')
    return at === -1 ? ([pair, ''] as const) : ([pair.slice(0, at), pair.slice(at + 1)] as const)
  })
  return { path: absolute, query: Object.fromEntries(query) }
}
