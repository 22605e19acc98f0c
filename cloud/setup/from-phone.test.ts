import { checkFromPhone } from './from-phone'

const ADDRESS = 'https://localhost'
const HEADERS = {
  'content-type': 'application/json',
  'cache-control': 'no-store',
  'strict-transport-security': 'max-age=31536000',
}

const ours = (headers: Record<string, string> = HEADERS): Response =>
  new Response('{"ok":false,"fault":"unknown_endpoint"}', { headers })

/** The server behind a proxy; `inBetween` answers first where it gives something. */
const outside =
  (inBetween: (path: string, body: string) => Response | undefined): typeof fetch =>
  async (input, init) => {
    const { pathname } = new URL(input as string)
    const answer = inBetween(pathname, (init?.body as string | undefined) ?? '')
    return answer ?? (pathname === '/metrics' ? new Response('', { status: 404 }) : ours())
  }

const refused = (): Response => new Response('<html>blocked</html>', { status: 403 })

describe('looking from a phone', () => {
  it('finds nothing where everything comes through', async () => {
    const { findings, notes } = await checkFromPhone(
      ADDRESS,
      outside(() => undefined),
    )
    expect(findings).toEqual([])
    expect(notes).toEqual([expect.stringContaining('an address of this network')])
  })

  it('is content with a gatekeeper that refuses tags and words of SQL in the bytes of a body', async () => {
    const gatekeeper = outside((_path, body) => (/<\w|\bselect\b|--/i.test(body) ? refused() : undefined))
    const { findings, notes } = await checkFromPhone(ADDRESS, gatekeeper)
    expect(findings).toEqual([])
    expect(notes).toContainEqual(expect.stringContaining('our pages write them by number'))
  })

  it('names a gatekeeper that reads JSON, and what to ask for', async () => {
    const gatekeeper = outside((_path, body) =>
      body !== '' && /<\w|select/i.test(JSON.stringify(JSON.parse(body))) ? refused() : undefined,
    )
    expect((await checkFromPhone(ADDRESS, gatekeeper)).findings).toEqual([
      expect.stringMatching(/tags and words of SQL.*403.*exempt \/api\//),
    ])
  })

  it('names small bodies, lost paths, open metrics and a missing HSTS', async () => {
    const { findings } = await checkFromPhone(
      ADDRESS,
      outside((path, body) => {
        if (path === '/readyz') return ours({})
        if (path === '/metrics') return new Response('calls 1')
        return body.length > 8_192 || path.startsWith('/s/') ? refused() : undefined
      }),
    )
    expect(findings).toEqual([
      expect.stringContaining('Strict-Transport-Security'),
      expect.stringContaining('a body of 60 KB'),
      expect.stringContaining('/s/check'),
      expect.stringContaining('/metrics'),
    ])
  })

  it('says why nothing answers', async () => {
    const nobody: typeof fetch = () =>
      Promise.reject(new TypeError('fetch failed', { cause: { code: 'CERT_HAS_EXPIRED' } }))
    expect((await checkFromPhone(ADDRESS, nobody)).findings).toEqual([
      'https://localhost cannot be reached from here: CERT_HAS_EXPIRED.',
    ])
  })

  it.each(['http://localhost', 'https://localhost/desk/', 'localhost'])('takes no %s', async (address) => {
    expect(
      (
        await checkFromPhone(
          address,
          outside(() => undefined),
        )
      ).findings,
    ).toHaveLength(1)
  })
})
