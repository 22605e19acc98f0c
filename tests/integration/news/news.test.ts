import type { Output } from '../../../core/contract'
import type { ArticleShown, NewsListed } from '../../../core/contract/news'
import type { ShanghaiDay } from '../../../core/kernel/shanghai-time'
import type { TestApi } from '../../support/api/test-api'
import { done, openHall, setNow } from '../../support/activities/activities'

let api: TestApi
beforeAll(async () => {
  api = await openHall()
})
afterAll(() => api.close())

const list = (input: object = {}) =>
  done<NewsListed>(api.call('news.list', { column: null, after: null, ...input }))
const show = (articleId: string) => api.call('news.show', { articleId })

describe('the list of news', () => {
  it('is newest first, for anybody, and knows nothing of what is to come', async () => {
    const { articles, next } = await list()
    expect(articles.map(({ id }) => id)).toEqual(['new-room', 'lift-day', 'river-cleaned'])
    expect(articles[0]).toEqual({
      id: 'new-room',
      column: 'self-governance',
      title: '会客厅搬到沿街了',
      publishedOn: '2026-11-20',
      picture: 'office',
    })
    expect(next).toBeNull()
  })

  it('has one column where one is asked for', async () => {
    expect((await list({ column: 'livelihood' })).articles.map(({ id }) => id)).toEqual(['lift-day'])
    expect((await list({ column: 'opinions' })).articles).toEqual([])
  })

  it('shows an article from the first instant of its day in Shanghai', async () => {
    await setNow(api, '2026-12-31T15:59:59.999Z')
    expect((await show('spring-plan')).ok).toBe(false)
    await setNow(api, '2026-12-31T16:00:00.000Z')
    expect((await show('spring-plan')).ok).toBe(true)
    expect((await list()).articles[0]?.id).toBe('spring-plan')
    await setNow(api, '2026-11-22T01:00:00.000Z')
  })
})

describe('a long list of news', () => {
  const DAYS = 30
  beforeAll(async () => {
    await api.db
      .insertInto('article')
      .values(
        Array.from({ length: 90 }, (_, at) => ({
          id: `row-${String(at).padStart(2, '0')}`,
          news_column: 'reviews' as const,
          title: `第 ${at} 条`,
          summary: '一句话',
          // Three to a day, so that a page ends in the middle of one.
          published_on: `2026-10-${String((at % DAYS) + 1).padStart(2, '0')}` as ShanghaiDay,
          source: '虚构',
          picture: null,
          blocks: JSON.stringify([]),
          body_text: '',
          word_ids: [],
        })),
      )
      .execute()
  })

  it('is read to its end page by page: each article once, in one order', async () => {
    const seen: string[] = []
    let after: NewsListed['next'] = null
    for (let page = 0; page < 10; page += 1) {
      const answer: NewsListed = await list({ column: 'reviews', after })
      expect(answer.articles.length).toBeLessThanOrEqual(20)
      seen.push(...answer.articles.map(({ publishedOn, id }) => `${publishedOn} ${id}`))
      after = answer.next
      if (after === null) break
    }
    expect(seen).toHaveLength(90)
    expect(seen).toEqual([...new Set(seen)].sort().reverse())
  })

  it('loses and repeats nothing when something newer appears between two pages', async () => {
    const first = await list({ column: 'reviews' })
    await api.db
      .updateTable('article')
      .set({ published_on: '2026-11-01' as never })
      .where('id', '=', 'row-00')
      .execute()
    const second = await list({ column: 'reviews', after: first.next })
    const ids = [...first.articles, ...second.articles].map(({ id }) => id)
    expect(new Set(ids).size).toBe(40)
    expect(ids).not.toContain('row-00')
  })
})

describe('an article', () => {
  it('is read without signing in, with the words it explains and links that lead somewhere', async () => {
    const { article } = await done<ArticleShown>(show('new-room'))
    expect(article).toMatchObject({ source: '据云溪街道 2026-11-20 发布（虚构）', summary: '路过就看得见。' })
    expect(article.words.map(({ name }) => name)).toEqual(['百姓会客厅'])
    // The weekly market is meant by its series: the next Saturday is the one to go to.
    expect(JSON.stringify(article.blocks)).toContain('"id":"reed-market-20261128"')
  })

  it('leads to the last date of a series that is over, and nowhere where the activity is gone', async () => {
    await setNow(api, '2027-12-01T01:00:00.000Z')
    const late = await done<ArticleShown>(show('new-room'))
    expect(JSON.stringify(late.article.blocks)).toMatch(/"id":"reed-market-20\d{6}"/)
    await setNow(api, '2026-11-22T01:00:00.000Z')
    await api.db
      .updateTable('activity')
      .set({ status: 'draft' })
      .where('series_id', '=', 'reed-market')
      .execute()
    const { article } = await done<ArticleShown>(show('new-room'))
    expect(JSON.stringify(article.blocks)).toContain('芦岸市集')
    expect(JSON.stringify(article.blocks)).not.toContain('reed-market')
  })

  it('that nobody wrote is refused', async () => {
    expect(await show('nobody')).toEqual({ ok: false, refusal: 'article_not_found' })
  })
})

describe('words and files', () => {
  it('has every explained word in the order of the pack, each with a source', async () => {
    const { words } = await done<Output<'news.words'>>(api.call('news.words', {}))
    expect(words.map(({ name }) => name)).toEqual(['百姓会客厅', '加梯', '微网格'])
    expect(words.every(({ source }) => source !== '')).toBe(true)
  })

  it('gives a photograph by its content, and nothing by another name', async () => {
    const { article } = await done<ArticleShown>(show('new-room'))
    const photo = article.blocks.find(({ kind }) => kind === 'photo')
    if (photo?.kind !== 'photo') throw new Error('the fixture has no photograph')
    const { mediaType, content } = await done<Output<'news.file'>>(
      api.call('news.file', { name: photo.file }),
    )
    expect(mediaType).toBe('image/png')
    expect(Buffer.from(content, 'base64').subarray(1, 4).toString()).toBe('PNG')
    expect(await api.call('news.file', { name: '0000000000000000.png' })).toMatchObject({
      refusal: 'file_not_found',
    })
    expect(await api.call('news.file', { name: '../pack.md' })).toMatchObject({ fault: 'invalid_input' })
  })
})
