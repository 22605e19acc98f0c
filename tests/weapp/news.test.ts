import { sql } from 'kysely'
import { attribute } from '../support/mini-program/view/node'
import { linesOf } from '../support/mini-program/view/visible-text'
import { MOMENTS } from '../support/mini-program/wx/members/moments'
import { isStored, livingResidents } from '../support/mini-program/residents'
import type { MiniProgram } from '../support/mini-program/mini-program'

const residents = livingResidents()
const LIST = '/news/pages/list/index'
const ARTICLE = '/news/pages/article/index?id=new-room'

const titles = (app: MiniProgram): string[] =>
  app.all({ className: 'news-row' }).map((row) => linesOf(row)[0] ?? '')

/** Of the 30,000 bytes for a hundred rows, less a tenth. */
const PAGE_BYTES = 5_400

describe('the list of news', () => {
  it('is come to from home, newest first, and narrowed to a column', async () => {
    const app = await residents.open()
    expect(app.lines()).toContain('会客厅搬到沿街了')
    await app.tap('看全部新闻')
    await app.settled()
    expect(titles(app)).toEqual(['会客厅搬到沿街了', '加梯咨询这样问', '青石河清完了'])
    await app.tap('民生实事')
    await app.settled()
    expect(titles(app)).toEqual(['加梯咨询这样问'])
    await app.tap('人民意见')
    await app.settled()
    expect(app.lines()).toContain('这一栏还没有新闻')
    await app.tap('看全部新闻')
    await app.settled()
    expect(titles(app)).toHaveLength(3)
  })

  it('goes on by itself at its end, to the oldest, and then says that this was all', async () => {
    await addArticles(45)
    const app = await residents.open({ url: LIST })
    expect(titles(app)).toHaveLength(20)
    await app.reachEnd()
    await app.settled()
    expect(titles(app)).toHaveLength(40)
    const sent = app.record.setData.filter(({ route }) => LIST.endsWith(route)).map(({ bytes }) => bytes)
    expect(sent.at(-1)).toBeLessThan(PAGE_BYTES)
    expect(app.all({ role: 'link', className: 'news-row' })).toHaveLength(40)
    await app.tap('再看几条')
    await app.settled()
    expect(titles(app)).toHaveLength(48)
    expect(new Set(titles(app)).size).toBe(48)
    expect(app.lines()).toContain('就这些了')
    await app.reachEnd()
    await app.settled()
    expect(titles(app)).toHaveLength(48)
  })

  it('keeps what stands there when the network goes while one scrolls, and goes on when it is back', async () => {
    const phone = residents.phone()
    const app = await residents.open({ url: LIST, phone })
    const before = titles(app).length
    phone.network.goOffline()
    await app.reachEnd()
    await app.sees('更早的没有取到，先看到这里。连上网再试。')
    expect(titles(app)).toHaveLength(before)
    phone.network.goOnline()
    await app.tap('再看几条')
    await app.settled()
    expect(titles(app).length).toBeGreaterThan(before)
  })

  it('does not call it a missing network where the backend broke, and goes on once it is repaired', async () => {
    const { db } = residents.backend().api
    const app = await residents.open({ url: LIST })
    const before = titles(app).length
    await sql`alter table article rename to article_hidden`.execute(db)
    try {
      await app.reachEnd()
      await app.until('the fault is said', () => /请说编号 [0-9a-f]{8}。/.test(app.lines().join()))
    } finally {
      await sql`alter table article_hidden rename to article`.execute(db)
    }
    expect(app.lines().join()).not.toContain('连上网再试')
    expect(titles(app)).toHaveLength(before)
    await app.tap('再看几条')
    await app.settled()
    expect(titles(app).length).toBeGreaterThan(before)
  })
})

/** Articles of a day each, before those of the fixture pack. */
async function addArticles(count: number): Promise<void> {
  await residents
    .backend()
    .api.db.insertInto('article')
    .values(
      Array.from({ length: count }, (_, at) => ({
        id: `old-${at}`,
        news_column: 'reviews' as const,
        title: `往事第 ${at} 件`,
        summary: '一句话',
        published_on: `2026-0${1 + Math.floor(at / 28)}-${String((at % 28) + 1).padStart(2, '0')}` as never,
        source: '虚构',
        picture: null,
        blocks: JSON.stringify([]),
        body_text: '',
        word_ids: [],
      })),
    )
    .execute()
}

describe('an article', () => {
  it('shows its source, its table row by row, and leads to the places it names', async () => {
    const app = await residents.open({ url: ARTICLE })
    const lines = app.lines().join('\n')
    expect(lines).toContain('据云溪街道 2026-11-20 发布（虚构）')
    expect(lines).toContain('周一到周六')
    expect(lines).toContain('9:00–20:00')
    await app.tap({ role: 'link', label: '芦岸市集，活动' })
    expect(app.route()).toBe('activity/pages/activity/index')
    await app.back()
    await app.tap({ role: 'link', label: '梧桐里百姓会客厅' })
    expect(app.route()).toBe('office/pages/office/index')
  })

  it('explains a word where it stands, and closes again', async () => {
    const app = await residents.open({ url: ARTICLE })
    await app.tap({ role: 'button', label: '百姓会客厅，看解释' })
    await app.sees('居民区沿街的服务点，推门进来就行。')
    await app.tap({ role: 'button', text: '知道了' })
    expect(app.all('居民区沿街的服务点，推门进来就行。')).toEqual([])
  })

  it('shows the whole address of another site and never opens it', async () => {
    const app = await residents.open({ url: ARTICLE })
    await app.tap({ role: 'button', label: '市里的网页' })
    await app.sees('https://www.example.gov.cn/yunxi?id=1')
    expect(app.route()).toBe('news/pages/article/index')
  })

  it('opens an article of a 公众号 in WeChat, and shows its address where WeChat does not', async () => {
    await residents
      .backend()
      .api.db.insertInto('article')
      .values({
        id: 'told-elsewhere',
        news_column: 'reviews' as const,
        title: '别处也写了',
        summary: '一句话',
        published_on: '2026-11-01' as never,
        source: '虚构',
        picture: null,
        blocks: JSON.stringify([
          {
            kind: 'paragraph',
            text: [{ text: '原来的文章', to: { kind: 'web', address: 'https://mp.weixin.qq.com/s/told' } }],
          },
        ]),
        body_text: '',
        word_ids: [],
      })
      .execute()
    const url = '/news/pages/article/index?id=told-elsewhere'
    const app = await residents.open({ url })
    await app.tap({ role: 'button', label: '原来的文章' })
    await app.tap('打开这篇公众号文章')
    const opened = app.record.calls.filter(({ api }) => api === 'openOfficialAccountArticle')
    expect(opened).toMatchObject([{ options: { url: 'https://mp.weixin.qq.com/s/told' } }])

    const other = await residents.open({ url, phone: residents.phone({ opensArticles: 'refuses' }) })
    await other.tap({ role: 'button', label: '原来的文章' })
    await other.tap('打开这篇公众号文章')
    await other.sees('长按网址复制，再到浏览器里打开。')
    await other.back()
    expect([other.route(), other.all('长按网址复制，再到浏览器里打开。')]).toEqual([
      'news/pages/article/index',
      [],
    ])
  })

  it('writes its photograph onto the phone and shows it, and opens its file in WeChat’s own reader', async () => {
    const app = await residents.open({ url: ARTICLE })
    const images = app.all({ className: 'photo__picture' })
    expect(images.map((node) => attribute(node, 'src'))).toEqual([
      expect.stringMatching(/^http:\/\/usr\/.+\.png$/),
    ])
    await app.tap('开放时间表')
    await app.until('the file is open', () => app.record.calls.some(({ api }) => api === 'openDocument'))
  })

  it('is forwarded with its title, and to Moments with its id', async () => {
    const app = await residents.open({ url: ARTICLE })
    expect(await app.share()).toEqual({ title: '会客厅搬到沿街了', path: ARTICLE })
    expect(await app.shareToMoments()).toEqual({ title: '会客厅搬到沿街了', query: 'id=new-room' })
  })

  it('reads inside Moments: nobody is signed in, and nothing leads away', async () => {
    const app = await residents.open({ url: ARTICLE, scene: MOMENTS })
    expect(app.lines()).toContain('会客厅搬到沿街了')
    expect(app.record.sent.map(({ body }) => body).join()).not.toContain('session.signIn')
    expect(app.all({ role: 'link' })).toEqual([])
    await app.tap({ role: 'button', label: '百姓会客厅，看解释' })
    await app.sees('居民区沿街的服务点，推门进来就行。')
    expect(app.route()).toBe('news/pages/article/index')
  })

  it('that was read once is read again without a network', async () => {
    const phone = residents.phone()
    const before = await residents.open({ phone, url: ARTICLE })
    await before.until('the article is stored', () => isStored(phone, 'news.show'))
    await before.close()
    phone.network.goOffline()
    const app = residents.start({ phone, url: ARTICLE })
    await app.sees('会客厅搬到沿街了')
  })

  it('that is not there says so, and leads to the others', async () => {
    const app = await residents.open({ url: '/news/pages/article/index?id=nobody' })
    expect(app.lines()).toContain('没有找到这篇新闻，可能撤下了。请看看别的新闻。')
    await app.tap('看别的新闻')
    expect(app.route()).toBe('news/pages/list/index')
  })

  it('has no button to be read aloud where this build has no voice', async () => {
    const app = await residents.open({ url: ARTICLE })
    expect(app.all('读给我听')).toEqual([])
  })
})
