import { lookup } from 'node:dns/promises'
import { BlockList } from 'node:net'
import { plainJson } from '../../core/shapes/plain-json'
import type { Checked } from './check-setup'

/** As the browsers of phones and of WeChat count: a call that takes longer is one that failed. */
const PATIENCE_MS = 10_000
/** Half a year; less does not count as kept. */
const SHORTEST_HSTS_S = 15_768_000

/**
 * Looks at the server from outside, the way a phone comes to it: to be run on a machine of the internet and on one of
 * the government network, both with the same address. Needs neither settings nor a database, and changes nothing.
 * @param text the address, `https://` and a name
 */
export async function checkFromPhone(text: string, ask: typeof fetch = fetch): Promise<Checked> {
  const origin = originOf(text)
  if (origin === null) {
    return {
      findings: [`${text} is no address for phones: https:// and the server's name, nothing behind it.`],
      notes: [],
    }
  }
  const findings: string[] = []
  const notes = [...(await addressNotes(new URL(origin).hostname))]
  const send = (path: string, more: RequestInit = {}): Promise<Response> =>
    ask(`${origin}${path}`, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS), ...more })
  const ready = await send('/readyz').catch((error: unknown) => reasonOf(error))
  if (typeof ready === 'string') {
    return { findings: [`${origin} cannot be reached from here: ${ready}.`], notes }
  }
  if (!(await isOurs(ready)))
    findings.push(`${origin}/readyz gives ${ready.status} and no answer of the server: ${WAY}.`)
  const hsts = Number(/max-age=(\d+)/.exec(ready.headers.get('strict-transport-security') ?? '')?.[1] ?? 0)
  if (hsts < SHORTEST_HSTS_S)
    findings.push('Strict-Transport-Security is missing or shorter than half a year: the proxy sets it.')
  for (const { what, body } of BODIES) {
    const answer = await send(PROBE, { method: 'POST', headers: JSON_BODY, body }).catch(reasonOf)
    if (typeof answer !== 'string' && (await isOurs(answer))) continue
    findings.push(`A call with ${what} is answered by something in between (${said(answer)}): ${EXEMPT}.`)
  }
  const plain = await send(PROBE, { method: 'POST', headers: JSON_BODY, body: MARKED }).catch(reasonOf)
  if (typeof plain === 'string' || !(await isOurs(plain)))
    notes.push('A gatekeeper here refuses tags and words of SQL as they are; our pages write them by number.')
  for (const path of ['/c/check', '/p/check', '/s/check']) {
    const answer = await send(path).catch(reasonOf)
    const isKept = typeof answer !== 'string' && answer.headers.get('cache-control') === 'no-store'
    if (!isKept)
      findings.push(`${path} does not come through as the server gives it (${said(answer)}): ${WAY}.`)
  }
  const open = await send('/metrics').catch(reasonOf)
  if (typeof open !== 'string' && open.status === 200)
    findings.push('/metrics can be read from outside: the proxy has to refuse it.')
  return { findings, notes }
}

const WAY = 'let the proxy pass every path on unchanged'
const EXEMPT =
  'exempt /api/ and /desk/api/ from the rules for bodies there, or ask for the rule that it names'
/** No endpoint of that name: the backend says so, and does nothing. */
const PROBE = '/api/check.fromPhone'
const JSON_BODY = { 'content-type': 'application/json' }

/** What residents and staff write, as our pages send it, and as it would be without. */
const MARKED = JSON.stringify({ text: "<b>select * from people where name = '' or 1=1 --</b>" })
const BODIES = [
  { what: 'an ordinary body', body: '{}' },
  { what: 'tags and words of SQL', body: plainJson({ text: (JSON.parse(MARKED) as { text: string }).text }) },
  { what: 'a body of 60 KB', body: JSON.stringify({ text: '写'.repeat(20_000) }) },
] as const

function originOf(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null
  return url?.protocol === 'https:' && text.replace(/\/$/, '') === url.origin ? url.origin : null
}

/** Every answer of the backend is JSON with `ok` in it, a refusal too. */
async function isOurs(answer: Response): Promise<boolean> {
  const body: unknown = await answer.json().catch(() => null)
  return typeof body === 'object' && body !== null && 'ok' in body
}

const said = (answer: Response | string): string => (typeof answer === 'string' ? answer : `${answer.status}`)

/** Node hides why a connection failed behind "fetch failed". */
function reasonOf(error: unknown): string {
  const { cause, message } = error as Error & { cause?: { code?: string; message?: string } }
  return cause?.code ?? cause?.message ?? message
}

/** Addresses that lead somewhere inside of one network only. */
const inside = new BlockList()
for (const [net, bits] of [
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  inside.addSubnet(net, bits, 'ipv4')
inside.addAddress('::1', 'ipv6')
inside.addSubnet('fc00::', 7, 'ipv6')
inside.addSubnet('fe80::', 10, 'ipv6')

async function addressNotes(host: string): Promise<readonly string[]> {
  const found = await lookup(host, { all: true }).catch(() => [])
  return found.map(({ address, family }) => {
    const isInside = inside.check(address, family === 6 ? 'ipv6' : 'ipv4')
    return `${host} is ${address} here${isInside ? ', an address of this network: phones outside need another answer' : ''}.`
  })
}
