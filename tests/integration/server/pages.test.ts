import { mkdir, writeFile } from 'node:fs/promises'
import { request, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { openHouse, type House } from '../../support/api/house'
import { openHttp, type HttpHouse } from '../../support/api/http'

let house: House
let http: HttpHouse
let port: number
beforeAll(async () => {
  house = await openHouse()
  http = await openHttp(house)
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
  await house.close()
})

interface Page {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

/** Sends the path as it is written: a client that tidies it up would hide what is tested. */
const get = (path: string, method = 'GET'): Promise<Page> =>
  new Promise((settle, fail) => {
    const sent = request({ port, host: '127.0.0.1', path, method }, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => (text += chunk.toString()))
      response.on('end', () => settle({ status: response.statusCode ?? 0, headers: response.headers, text }))
    })
    sent.on('error', fail)
    sent.end()
  })

describe('the H5 edition', () => {
  it.each(['/', '/office/wutong-hall', '/pages/home/index?id=1', '/a/b/c', '/me/'])(
    'answers %s with its one page',
    async (path) => {
      const { status, headers, text } = await get(path)
      expect({ status, text }).toEqual({ status: 200, text: '<!doctype html><title>H5</title>' })
      expect(headers['content-type']).toMatch(/^text\/html/)
      expect(headers['cache-control']).toBe('no-cache')
    },
  )

  it('is found by HEAD as by GET', async () => {
    expect(await get('/office/wutong-hall', 'HEAD')).toMatchObject({ status: 200, text: '' })
  })

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
      for (const words of ['扫一扫', '不收费', '12345', 'lang="zh-CN"']) expect(text).toContain(words)
      expect(text).not.toMatch(/<script|token-of-a-poster/)
    },
  )
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
    expect([200, 400, 403, 404]).toContain(status)
    if (status === 200) expect(text).toContain('<title>H5</title>')
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
})
