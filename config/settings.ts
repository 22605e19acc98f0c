import { createHash } from 'node:crypto'
import path from 'node:path'
import { version } from '../package.json'
import { subdistrictOf } from './subdistrict'

/** What the environment of a build decides. Everything has a default that serves production on CloudBase. */
export interface BuildSettings {
  readonly platform: 'weapp' | 'h5'
  /** TARO_APP_OUT: where the build is written, from the root of the project. */
  readonly outputRoot: string
  /** Definitions for the bundle; src/platform/start/build.ts reads them. */
  readonly env: Readonly<Record<string, string>>
  readonly cacheName: string
}

const HTTPS_ORIGIN = /^https?:\/\/[^/\s]+$/

/** @throws Error naming the setting and its allowed values. */
export function buildSettings(environment: Readonly<Record<string, string | undefined>>): BuildSettings {
  const platform = environment.TARO_ENV === 'h5' ? 'h5' : 'weapp'
  const send = oneOf('TARO_APP_SEND', environment.TARO_APP_SEND, ['cloud', 'https'])
  const location = oneOf('TARO_APP_LOCATION', environment.TARO_APP_LOCATION, ['precise', 'fuzzy'])
  const speech = oneOf('TARO_APP_SPEECH', environment.TARO_APP_SPEECH, ['0', '1'])
  // In a browser nobody can sign in outside a demonstration, which shows the door of staff too.
  const staff = oneOf(
    'TARO_APP_STAFF',
    environment.TARO_APP_STAFF,
    platform === 'h5' ? ['1', '0'] : ['0', '1'],
  )
  const origin = environment.TARO_APP_ORIGIN ?? ''
  if (platform === 'weapp' && send === 'https' && !HTTPS_ORIGIN.test(origin)) {
    throw new Error(
      `TARO_APP_SEND=https needs TARO_APP_ORIGIN, the server's origin without a slash at the end, got "${origin}"`,
    )
  }
  // The server fills the browser's pages in, so one production build of them serves every subdistrict.
  const isNamed = platform === 'weapp' || environment.NODE_ENV === 'development'
  const subdistrict = isNamed ? JSON.stringify(subdistrictOf(packOf(environment))) : ''
  const env = {
    TARO_APP_VERSION: version,
    TARO_APP_SEND: send,
    TARO_APP_CLOUD_ENV: environment.TARO_APP_CLOUD_ENV ?? '',
    TARO_APP_ORIGIN: origin,
    TARO_APP_LOCATION: location,
    TARO_APP_STAFF: staff,
    TARO_APP_SPEECH: speech,
    TARO_APP_SUBDISTRICT: subdistrict,
    TARO_APP_TEMPLATE_CHANGE: environment.TARO_APP_TEMPLATE_CHANGE ?? '',
    TARO_APP_TEMPLATE_WAITLIST: environment.TARO_APP_TEMPLATE_WAITLIST ?? '',
    TARO_APP_TEMPLATE_REMINDER: environment.TARO_APP_TEMPLATE_REMINDER ?? '',
  }
  return {
    platform,
    outputRoot: environment.TARO_APP_OUT ?? `dist/${platform}`,
    env: Object.fromEntries(Object.entries(env).map(([name, value]) => [name, JSON.stringify(value)])),
    cacheName: [
      environment.NODE_ENV ?? 'production',
      platform,
      send,
      staff,
      speech,
      shortHash(subdistrict),
    ].join('-'),
  }
}

/** DATA_PACK, as the server reads it: from the root of the project. */
const packOf = (environment: Readonly<Record<string, string | undefined>>): string =>
  path.resolve(__dirname, '..', environment.DATA_PACK || 'data/caoyang')

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8)

/** The first of the choices is the default. */
function oneOf(name: string, value: string | undefined, choices: readonly [string, ...string[]]): string {
  if (value === undefined || value === '') return choices[0]
  if (choices.includes(value)) return value
  throw new Error(`${name} is ${choices.join(' or ')}, got "${value}"`)
}
