import type { ArticleShown } from '../../../core/contract/news'
import { openApi, type TestApi } from '../../support/api/test-api'
import { openHttp, type HttpApi } from '../../support/api/http'
import { done } from '../../support/activities/activities'

let api: TestApi
let http: HttpApi
beforeAll(async () => {
  api = await openApi()
  http = await openHttp(api)
})
afterAll(async () => {
  await http.close()
  await api.close()
})

const get = (name: string) => http.server.inject({ method: 'GET', url: `/files/news/${name}` })

/** The photograph and the file of the fixture's richest article. */
async function names(): Promise<{ photo: string; file: string }> {
  const shown = api.call('news.show', { articleId: 'new-room' })
  const { article } = await done<ArticleShown>(shown)
  const named = article.blocks.flatMap((block) =>
    block.kind === 'photo' || block.kind === 'file' ? [block.file] : [],
  )
  return { photo: named[0] ?? '', file: named[1] ?? '' }
}

describe('photographs and files for browsers', () => {
  it('are sent as what they are, and may be kept for ever', async () => {
    const { photo } = await names()
    const answer = await get(photo)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    })
    expect(answer.headers['content-disposition']).toBeUndefined()
    expect(answer.rawPayload.subarray(1, 4).toString()).toBe('PNG')
  })

  it('are saved and not opened, where they are no pictures', async () => {
    const { file } = await names()
    const answer = await get(file)
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment',
    })
    expect(answer.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  })

  it.each(['0000000000000000.png', 'new-room.md', '..%2f..%2fpackage.json', 'x', '%00'])(
    'nothing is there by the name %s',
    async (name) => {
      expect((await get(name)).statusCode).toBe(404)
    },
  )
})
