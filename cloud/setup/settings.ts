import { OperatorError } from '../database/operator-error'
import type { MessageAccount } from '../gateways/wechat-messages'
import { text, type Environment } from './environment'
import { wechatAccount } from './wechat-account'

/** What the operator sets through the environment, checked and with defaults filled in. */
export interface Settings {
  readonly isDemo: boolean
  /** Of a demonstration: whether its made-up month is played before it listens. */
  readonly demoWorld: boolean
  readonly host: string
  readonly port: number
  readonly dataDir: string
  readonly dataPack: string
  readonly databaseUrl: string | null
  /** Who migrates, where that is another user than the one of `databaseUrl`; no server needs it. */
  readonly ownerUrl: string | null
  /** Whether a PostgreSQL of our own may be started where `databaseUrl` is null: to try things out, never by itself. */
  readonly mayEmbed: boolean
  readonly wechat: MessageAccount | null
  /** True when a proxy that we trust sets `X-Forwarded-For`. */
  readonly trustProxy: boolean
  /** Where the server is reached from outside, as `https://<host>`: links that are printed or shown begin with it. */
  readonly publicOrigin: string | null
  /** True where whoever runs this knows that nobody signs in by WeChat, is sent a message or has their words checked. */
  readonly withoutWechat: boolean
  /** True where others reach the server without TLS, over a network that is trusted. */
  readonly plainHttp: boolean
  /** Where metrics are read, apart from residents; `null` for `/metrics` of the server itself, for this machine only. */
  readonly metrics: { readonly host: string; readonly port: number } | null
}

/** Names of this machine that nobody else can reach. */
export const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost'])

/** @throws OperatorError naming each variable that cannot be read and what it may be, a line each */
export function readSettings(env: Environment): Settings {
  const { settings, problems } = examineSettings(env)
  if (problems.length > 0) throw new OperatorError(problems.join('\n'))
  return settings
}

/** The settings with their defaults where a variable cannot be read, and a sentence for each of those. */
export function examineSettings(env: Environment): { settings: Settings; problems: readonly string[] } {
  const problems: string[] = []
  const take = <Value>(read: () => Value, otherwise: Value): Value => {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof OperatorError)) throw error
      problems.push(error.message)
      return otherwise
    }
  }
  const isDemo = take(() => flag(env, 'DEMO'), false)
  const settings: Settings = {
    isDemo,
    demoWorld: take(() => flag(env, 'DEMO_WORLD'), false) && isDemo,
    host: text(env, 'HOST') ?? '127.0.0.1',
    port: take(() => port(env, 'PORT') ?? 8787, 8787),
    dataDir: text(env, 'DATA_DIR') ?? '.data',
    dataPack: text(env, 'DATA_PACK') ?? 'data/caoyang',
    databaseUrl: text(env, 'DATABASE_URL'),
    ownerUrl: text(env, 'DATABASE_OWNER_URL'),
    mayEmbed: take(() => flag(env, 'EMBEDDED'), false) || isDemo,
    wechat: take(() => wechatAccount(env), null),
    trustProxy: take(() => flag(env, 'TRUST_PROXY'), false),
    publicOrigin: take(() => publicOrigin(env), null),
    withoutWechat: take(() => flag(env, 'WITHOUT_WECHAT'), false),
    plainHttp: take(() => flag(env, 'PLAIN_HTTP'), false),
    metrics: take(() => metricsPlace(env), null),
  }
  if (isDemo) take(() => refuseOpenDemo(settings, text(env, 'PGHOST') ?? ''), undefined)
  return { settings, problems }
}

/** A demonstration lets anybody be anybody: it must not be reachable, and must not know the real account. */
function refuseOpenDemo(settings: Settings, defaultHost: string): void {
  if (!LOOPBACK.has(settings.host)) {
    throw new OperatorError(
      `Demo mode listens on this machine only, but HOST is ${settings.host}. Leave HOST out, or run without DEMO=1.`,
    )
  }
  if (settings.wechat !== null) {
    throw new OperatorError(
      'Demo mode must not know the real WeChat account. Unset WECHAT_APP_SECRET, or run without DEMO=1.',
    )
  }
  for (const name of ['databaseUrl', 'ownerUrl'] as const) {
    const url = settings[name]
    if (url === null || isLoopbackUrl(url, defaultHost)) continue
    const variable = name === 'databaseUrl' ? 'DATABASE_URL' : 'DATABASE_OWNER_URL'
    throw new OperatorError(
      `Demo mode uses a database on this machine only, but ${variable} leads elsewhere. Unset it, or run without DEMO=1.`,
    )
  }
}

/** Of several hosts, wherever they stand, each has to be this machine: which one the driver takes is its affair. */
function isLoopbackUrl(url: string, defaultHost: string): boolean {
  if (!URL.canParse(url)) return true // not of the form of a URL: refused later, where the reason is told
  const { hostname, searchParams } = new URL(url)
  const named = [hostname, ...searchParams.getAll('host'), ...searchParams.getAll('hostaddr')]
  const hosts = named.flatMap((host) => host.split(',')).filter((host) => host !== '')
  // A driver that reads no host in the URL takes the one of the environment.
  return (hosts.length === 0 ? [defaultHost] : hosts).every(
    (host) => host === '' || host.startsWith('/') || LOOPBACK.has(host.replace(/^\[|\]$/g, '')),
  )
}

function flag(env: Environment, name: string): boolean {
  const value = text(env, name)
  if (value === null || value === '0') return false
  if (value === '1') return true
  throw new OperatorError(`${name} is ${value}; it can be 1 or 0.`)
}

function publicOrigin(env: Environment): string | null {
  const value = text(env, 'PUBLIC_ORIGIN')
  if (value === null) return null
  const url = URL.canParse(value) ? new URL(value) : null
  const isSafe =
    url?.protocol === 'https:' ||
    (url?.protocol === 'http:' && LOOPBACK.has(url.hostname.replace(/^\[|\]$/g, '')))
  if (url !== null && isSafe && value.replace(/\/$/, '') === url.origin) return url.origin
  throw new OperatorError(
    `PUBLIC_ORIGIN is ${value}; it can be https:// and the server's name, such as https://caoyang.example.cn`,
  )
}

function metricsPlace(env: Environment): Settings['metrics'] {
  const number = port(env, 'METRICS_PORT')
  return number === null ? null : { host: text(env, 'METRICS_HOST') ?? '127.0.0.1', port: number }
}

function port(env: Environment, name: string): number | null {
  const value = text(env, name)
  if (value === null) return null
  const number = Number(value)
  if (/^\d{1,5}$/.test(value) && number >= 1 && number <= 65_535) return number
  throw new OperatorError(`${name} is ${value}; it can be a number from 1 to 65535.`)
}
