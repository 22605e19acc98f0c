import { OperatorError } from '../database/operator-error'
import type { MessageAccount } from '../gateways/wechat-messages'
import { text, type Environment } from './environment'
import { wechatAccount } from './wechat-account'

/** What the operator sets through the environment, checked and with defaults filled in. */
export interface Settings {
  readonly isDemo: boolean
  readonly host: string
  readonly port: number
  readonly dataDir: string
  readonly dataPack: string
  /** A real PostgreSQL instead of the embedded one. */
  readonly databaseUrl: string | null
  readonly wechat: MessageAccount | null
  /** True when a proxy that we trust sets `X-Forwarded-For`. */
  readonly trustProxy: boolean
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])

/** @throws OperatorError naming the variable and what it may be */
export function readSettings(env: Environment): Settings {
  const settings: Settings = {
    isDemo: flag(env, 'DEMO'),
    host: text(env, 'HOST') ?? '127.0.0.1',
    port: port(env),
    dataDir: text(env, 'DATA_DIR') ?? '.data',
    dataPack: text(env, 'DATA_PACK') ?? 'data/caoyang',
    databaseUrl: text(env, 'DATABASE_URL'),
    wechat: wechatAccount(env),
    trustProxy: flag(env, 'TRUST_PROXY'),
  }
  if (settings.isDemo) refuseOpenDemo(settings)
  return settings
}

/** A demonstration lets anybody be anybody: it must not be reachable, and must not know the real account. */
function refuseOpenDemo(settings: Settings): void {
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
  if (settings.databaseUrl !== null && !isLoopbackUrl(settings.databaseUrl)) {
    throw new OperatorError(
      'Demo mode uses a database on this machine only, but DATABASE_URL leads elsewhere. Unset it, or run without DEMO=1.',
    )
  }
}

function isLoopbackUrl(url: string): boolean {
  if (!URL.canParse(url)) return true // not of the form of a URL: refused later, where the reason is told
  const { hostname, searchParams } = new URL(url)
  const host = searchParams.get('host') ?? hostname
  return host === '' || host.startsWith('/') || LOOPBACK.has(host.replace(/^\[|\]$/g, ''))
}

function flag(env: Environment, name: string): boolean {
  const value = text(env, name)
  if (value === null || value === '0') return false
  if (value === '1') return true
  throw new OperatorError(`${name} is ${value}; it can be 1 or 0.`)
}

function port(env: Environment): number {
  const value = text(env, 'PORT') ?? '8787'
  const number = Number(value)
  if (/^\d{1,5}$/.test(value) && number >= 1 && number <= 65_535) return number
  throw new OperatorError(`PORT is ${value}; it can be a number from 1 to 65535.`)
}
