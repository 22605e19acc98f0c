import { OperatorError } from '../database/operator-error'
import { text, type Environment } from './environment'
import { examineSettings, LOOPBACK, type Settings } from './settings'

/** How far the clock of this machine may be from the database's. */
export const MOST_CLOCK_DIFFERENCE_MS = 5_000

/** 128 bits as the shorter of the usual spellings, and a little for who types words. */
const SHORTEST_KEY = 32
const FEWEST_CHARACTERS = 10

export const NO_DATABASE =
  'DATABASE_URL is not set: point it at a PostgreSQL. To try things out on this machine without one, set DEMO=1 ' +
  '(invented people) or EMBEDDED=1 (a PostgreSQL of its own in DATA_DIR).'

const MAKE_A_KEY = 'make one with `openssl rand -hex 32`, keep it, and keep it apart from the database'

/** What keeps real people's data from being in good hands under these settings: a sentence each, naming the variable. */
export function settingFindings(env: Environment, settings: Settings): readonly string[] {
  if (settings.isDemo) return []
  return [
    ...(settings.databaseUrl === null && !settings.mayEmbed ? [NO_DATABASE] : []),
    ...keyFindings(env),
    ...(settings.wechat === null && !settings.withoutWechat ? [WITHOUT_ACCOUNT] : []),
    ...(settings.plainHttp ? [] : proxyFindings(settings)),
  ]
}

/**
 * For a cloud function, when it is loaded: it starts nothing and has nobody who would read a warning.
 * @throws OperatorError with everything that is missing, a line each
 */
export function refuseIncompleteFunction(env: Environment, name: 'api' | 'jobs'): void {
  const { settings, problems } = examineSettings(env)
  const findings = [
    ...problems,
    ...(settings.databaseUrl === null ? [`DATABASE_URL is not set.`] : []),
    ...(name === 'api' ? keyFindings(env) : []),
    ...(settings.wechat === null && !settings.withoutWechat ? [WITHOUT_ACCOUNT] : []),
  ]
  if (findings.length === 0) return
  throw new OperatorError(
    [`The environment of the cloud function ${name} is not complete:`, ...findings].join('\n'),
  )
}

/** @throws OperatorError with every finding, a line each */
export function refuseWeakSettings(env: Environment, settings: Settings): void {
  const findings = settingFindings(env, settings)
  if (findings.length > 0) throw new OperatorError(findings.join('\n'))
}

function keyFindings(env: Environment): readonly string[] {
  const key = text(env, 'PHONE_KEY')
  if (key === null) {
    return [
      `PHONE_KEY is not set: phone numbers and the keys of screens and tickets are sealed with it; ${MAKE_A_KEY}.`,
    ]
  }
  if (key.length >= SHORTEST_KEY && new Set(key).size >= FEWEST_CHARACTERS) return []
  return [
    `PHONE_KEY is too weak (at least ${SHORTEST_KEY} characters, made by chance): ${MAKE_A_KEY}; ` +
      'where the weak one was in use, set PHONE_KEY_BEFORE to it for one start.',
  ]
}

const WITHOUT_ACCOUNT =
  'WECHAT_APP_ID and WECHAT_APP_SECRET are not set: nobody can sign in by WeChat, no message is sent, and what ' +
  'residents write is not checked; set both, or WITHOUT_WECHAT=1 where that is meant.'

/** Who stands in front cannot be seen before the first call; the settings have at least to agree with each other. */
function proxyFindings({ host, trustProxy, publicOrigin }: Settings): readonly string[] {
  const isPublic = !LOOPBACK.has(host)
  const hasTls = publicOrigin?.startsWith('https:') === true
  if (trustProxy && !hasTls) {
    return [
      'TRUST_PROXY is 1, but PUBLIC_ORIGIN names no https:// address that a proxy serves: set PUBLIC_ORIGIN to it, ' +
        'or leave TRUST_PROXY out, because without a proxy anybody can claim any address.',
    ]
  }
  if (hasTls && !trustProxy) {
    return [
      'PUBLIC_ORIGIN is https, so a proxy of yours ends TLS in front, but TRUST_PROXY is not 1: all residents would ' +
        'have the address of the proxy and share one limit. Set TRUST_PROXY=1 and let the proxy set X-Forwarded-For.',
    ]
  }
  if (isPublic && !hasTls) {
    return [
      `HOST is ${host}, which others can reach, and nothing in front ends TLS: set PUBLIC_ORIGIN=https://… and ` +
        'TRUST_PROXY=1, or PLAIN_HTTP=1 where this network is meant to be trusted.',
    ]
  }
  return []
}

/**
 * A sentence where the two clocks do not agree. Codes, sessions and messages go by the database's, logs by this one.
 * @param asked ms since 1970 on this machine when the database was asked, `answered` when it had answered
 */
export function clockFinding(database: number, asked: number, answered: number): string | null {
  // The answer was true at some moment in between.
  const difference = database < asked ? asked - database : Math.max(0, database - answered)
  if (difference <= MOST_CLOCK_DIFFERENCE_MS) return null
  const seconds = Math.round(difference / 1_000)
  return (
    `The clock of this machine is ${seconds} s ${database < asked ? 'ahead of' : 'behind'} the database's: ` +
    'let both follow the same time server (chrony or systemd-timesyncd).'
  )
}
