import { mkdir, writeFile } from 'node:fs/promises'
import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fillMarks } from '../../../cloud/server/routes/filled-pages'
import type { Subdistrict } from '../../../core/contract/home'
import { openApi, type TestApi } from '../../support/api/test-api'
import { openHttp, type HttpApi } from '../../support/api/http'

const yunxi: Subdistrict = {
  name: '云溪街道',
  kind: '街道',
  organiser: '云溪街道办事处',
  appName: '云溪会客厅',
  phone: null,
  hotline: '12345',
  guideline: '《云溪导则》',
  mapLicence: null,
  closingSoonMinutes: 30,
}

let api: TestApi
let http: HttpApi
let port: number
beforeAll(async () => {
  api = await openApi()
  http = await openHttp(api)
  const { h5, desk, files } = http.folders
  await Promise.all([
    writeFile(join(h5, 'plain.js'), 'document.title'),
    writeFile(join(desk, 'assets', 'desk-4f5g6h7j.js'), 'document.title'),
    writeFile(join(files, '.hidden'), 'secret'),
    mkdir(join(files, 'folder')),
  ])
  await http.server.listen({ host: '127.0.0.1', port: 0 })
  port = (http.server.server.address() as AddressInfo).port
})
afterAll(async () => {
  await http.close()
  await api.close()
})

interface Page {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

/** Sends the path as it is written: a client that tidies it up would hide what is tested. */
const get = (path: string, method = 'GET', headers: OutgoingHttpHeaders = {}): Promise<Page> =>
  new Promise((settle, fail) => {
    const sent = request({ port, host: '127.0.0.1', path, method, headers }, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => (text += chunk.toString()))
      response.on('end', () => settle({ status: response.statusCode ?? 0, headers: response.headers, text }))
    })
    sent.on('error', fail)
    sent.end()
  })

describe('the H5 edition', () => {
  it.each(['/', '/office/pages/office/index?id=wutong-hall', '/pages/home/index?id=1', '/pages/home/index/'])(
    'answers %s with its one page',
    async (path) => {
      const { status, headers, text } = await get(path)
      expect({ status, text }).toEqual({ status: 200, text: '<!doctype html><title>H5</title>' })
      expect(headers['content-type']).toMatch(/^text\/html/)
      expect(headers['cache-control']).toBe('no-cache')
    },
  )

  it('is found by HEAD as by GET', async () => {
    expect(await get('/pages/home/index', 'HEAD')).toMatchObject({ status: 200, text: '' })
  })

  it.each(['/office/wutong-hall', '/a/b/c', '/me/', '/wp-admin', '/pages/home', '/pages/home/index/x'])(
    'has no page at %s: people see its own page for that, programs a 404',
    async (path) => {
      const { status, headers, text } = await get(path, 'GET', { 'if-none-match': '*' })
      expect({ status, text }).toEqual({ status: 404, text: '<!doctype html><title>H5</title>' })
      expect(headers['cache-control']).toBe('no-store')
    },
  )

  it('keeps files for good whose name changes with their content, and asks again for the others', async () => {
    expect((await get('/app.0123abcd.js')).headers['cache-control']).toBe(
      'public, max-age=31536000, immutable',
    )
    expect((await get('/plain.js')).headers['cache-control']).toBe('no-cache')
    expect((await get('/assets/desk-4f5g6h7j.js')).headers['cache-control']).toBe(
      'public, max-age=31536000, immutable',
    )
  })

  it.each([
    '/missing.js',
    '/favicon.ico',
    '/assets/none-12345678.js',
    '/assets/none',
    '/files/none',
    '/files/',
    '/files/folder',
  ])('does not stand in for %s, which is not there', async (path) => {
    const { status, text } = await get(path)
    expect({ status, body: JSON.parse(text) as unknown }).toEqual({
      status: 404,
      body: { ok: false, fault: 'not_found' },
    })
  })

  it.each(['POST', 'PUT', 'DELETE'])('does not take %s', async (method) => {
    expect(await get('/office/wutong-hall', method)).toMatchObject({ status: 404 })
  })
})

describe('the names in a built page', () => {
  const page =
    '<title>{{appName}}</title><p>{{hotline}}</p><script type="application/json" id="subdistrict">{{subdistrict}}</script>'

  it('are those of the data pack that the database holds, whatever the build was made with', async () => {
    await writeFile(join(http.folders.h5, 'index.html'), page)
    const { text, headers } = await get('/')
    expect(text).toMatch(/^<title>云溪会客厅<\/title><p>12345<\/p>/)
    expect(JSON.parse(/subdistrict">(.*)<\/script>/.exec(text)?.[1] ?? '')).toMatchObject({
      name: '云溪街道',
      kind: '街道',
    })
    expect((await get('/index.html')).text).toBe(text)
    expect(await get('/', 'GET', { 'if-none-match': headers.etag ?? '' })).toMatchObject({
      status: 304,
      text: '',
    })
    expect((await get('/', 'GET', { 'accept-encoding': 'gzip, br' })).headers['content-encoding']).toBe('br')
    await writeFile(join(http.folders.h5, 'index.html'), '<!doctype html><title>H5</title>')
  })

  it('cannot end the script or the tag they stand in', () => {
    const odd = { ...yunxi, appName: '</script><b title="x">' }
    const text = fillMarks(page, odd)
    expect(text).not.toContain('</script><b')
    expect(JSON.parse(/subdistrict">(.*)<\/script>/.exec(text)?.[1] ?? '')).toEqual(odd)
  })

  it('name the mini-program’s account where the server knows one, and leave its place empty elsewhere', () => {
    const meta = '<meta name="wechat-app-id" content="{{wechatAppId}}" />'
    expect(fillMarks(meta, yunxi, 'wx0123456789abcdef')).toContain('content="wx0123456789abcdef"')
    expect(fillMarks(meta, yunxi)).toContain('content=""')
  })

  it('are never half there: a mark that stands for nothing is a fault', () => {
    expect(() => fillMarks('{{nobody}}', yunxi)).toThrow('nobody')
  })

  it('stay as last known while the database does not answer', async () => {
    jest.useFakeTimers({ now: 0, doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] })
    const read = jest.fn(() => Promise.resolve(yunxi))
    const own = await openHttp(api, { subdistrict: read })
    const title = async () => {
      jest.setSystemTime(Date.now() + 60_000)
      return (await own.server.inject('/c/x')).body.includes('云溪会客厅')
    }
    expect(await title()).toBe(true)
    read.mockRejectedValue(new Error('no database'))
    expect(await title()).toBe(true)
    expect(read).toHaveBeenCalledTimes(2)
    jest.useRealTimers()
    await own.close()
  })
})

describe('desk and screen', () => {
  it('lie below a slash, and say so when they are not built', async () => {
    expect(await get('/desk')).toMatchObject({ status: 302, headers: { location: '/desk/' } })
    expect(await get('/desk/')).toMatchObject({ status: 200, text: '<!doctype html><title>desk</title>' })
    expect(await get('/screen/')).toMatchObject({
      status: 503,
      text: expect.stringContaining('还没有构建') as string,
    })
  })
})

describe('a code opened outside WeChat', () => {
  it.each(['/c/0123.45.abc', '/c/', '/p/token-of-a-poster', '/c/a/b?q=%E4%B8%AD'])(
    '%s leads to the page that says how to open it',
    async (path) => {
      const { status, headers, text } = await get(path)
      expect(status).toBe(200)
      expect(headers['content-type']).toBe('text/html; charset=utf-8')
      for (const words of [
        '扫一扫',
        '云溪街道办事处主办。不收费',
        '核实请打 0571-55550100。',
        'lang="zh-CN"',
      ]) {
        expect(text).toContain(words)
      }
      expect(text).not.toContain('{{')
      expect(text).not.toMatch(/<script|token-of-a-poster/)
    },
  )
})

describe('an invitation opened outside WeChat', () => {
  it('says whose it is and how to open it, without its code, and is stored by nobody on the way', async () => {
    const { status, headers, text } = await get('/s/K7MP-3XQ9')
    expect(status).toBe(200)
    expect(headers['cache-control']).toBe('no-store')
    expect(text).toContain('这是云溪街道的工作人员邀请')
    expect(text).not.toMatch(/{{|<script|K7MP/)
  })
})

describe('the code of somebody whom an office registered', () => {
  it('says how to open it, without its token, and is stored by nobody on the way', async () => {
    const { status, headers, text } = await get('/s/g/abcdefghijklmnopqrstuv')
    expect(status).toBe(200)
    expect(headers['cache-control']).toBe('no-store')
    expect(text).toContain('会客厅帮您家报名')
    expect(text).not.toMatch(/{{|<script|abcdefgh/)
  })
})

describe('a file', () => {
  it('is served by its name', async () => {
    expect(await get('/files/poster.txt')).toMatchObject({ status: 200, text: 'poster' })
  })

  it.each([
    '/files/../secret.txt',
    '/files/..%2fsecret.txt',
    '/files/%2e%2e/secret.txt',
    '/files/%2e%2e%2fsecret.txt',
    '/files/..%5csecret.txt',
    '/files/....//secret.txt',
    '/files//../secret.txt',
    '/files/%252e%252e%252fsecret.txt',
    '/files/poster.txt%00.png',
    '/files/poster.txt/../../secret.txt',
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '//etc/passwd',
    '/%2fetc%2fpasswd',
    '/files/.hidden',
    '/files/%zz',
  ])('elsewhere is not reached by %s', async (path) => {
    const { status, text } = await get(path)
    expect(text).not.toMatch(/secret$|root:/)
    expect([400, 403, 404]).toContain(status)
  })
})

describe('every answer', () => {
  const paths = [
    '/',
    '/app.0123abcd.js',
    '/files/poster.txt',
    '/c/x',
    '/desk/',
    '/healthz',
    '/api/home.show',
    '/missing.js',
  ]
  it.each(paths)('to %s carries the headers that keep a page to itself', async (path) => {
    const { headers } = await get(path)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    })
    const policy = (headers['content-security-policy'] as string).split(';')
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'self'",
        "object-src 'none'",
        "frame-ancestors 'none'",
        "base-uri 'self'",
      ]),
    )
    expect(policy.join()).not.toMatch(/unsafe-eval|script-src[^,]*unsafe|\*|https?:/)
    expect(headers['x-powered-by']).toBeUndefined()
    expect(headers['access-control-allow-origin']).toBeUndefined()
  })

  it('to the page that the desk frames differs: its own origin may frame it, and it may ask nobody', async () => {
    const [framed, other] = [await get('/preview/'), await get('/')]
    expect(framed.status).toBe(200)
    expect(framed.text).toBe(other.text)
    expect(framed.headers).toMatchObject({ 'cache-control': 'no-cache', 'x-frame-options': 'SAMEORIGIN' })
    const policy = (headers: typeof framed.headers) =>
      (headers['content-security-policy'] as string).split(';')
    const differing = policy(framed.headers).filter((one) => !policy(other.headers).includes(one))
    expect(differing.sort()).toEqual(["connect-src 'none'", "frame-ancestors 'self'"])
  })

  it.each(['/preview', '/preview/x', '/preview/?x=1/../', '/preview/pages/preview/index', '/desk/preview/'])(
    'to %s is not framed unless it is that very page',
    async (path) => {
      const { headers } = await get(path)
      const isIt = path.startsWith('/preview/?')
      expect(headers['content-security-policy']).toContain(`frame-ancestors '${isIt ? 'self' : 'none'}'`)
    },
  )
})
