import type { MiniProgram } from '../support/mini-program/mini-program'
import { livingResidents } from '../support/mini-program/residents'
import { textOf } from '../support/mini-program/view/visible-text'

const residents = livingResidents()
const ARTICLE = '/news/pages/article/index?id=new-room'

const spoken = (app: MiniProgram): string[] =>
  app.record.calls.flatMap(({ api, options }) =>
    api === 'textToSpeech' ? [(options as { content: string }).content] : [],
  )
const played = (app: MiniProgram): string[] =>
  app.record.calls.flatMap(({ api, options }) =>
    api === 'play' ? [decodeURIComponent((options as { src: string }).src).slice(22, -4)] : [],
  )
const shown = (app: MiniProgram): string[] =>
  app.all({ className: 'sentence--now' }).map((node) => textOf(node))

/** Sounds so long that none ends while the test looks. */
const patient = () => residents.phone({ soundMs: 3_600_000 })

describe('an article read aloud by 同声传译', () => {
  it('is heard from its title to its end, each sentence once, and then the button is back', async () => {
    const app = await residents.open({ url: ARTICLE, way: 'request' })
    await app.tap('读给我听')
    await app.until('all was read', () => app.all('读给我听').length > 0 && played(app).length > 5)
    expect(played(app).slice(0, 4)).toEqual([
      '会客厅搬到沿街了。',
      '梧桐里百姓会客厅搬到了沿街。',
      '百姓会客厅从此推门就进！',
      '您来坐坐吗？',
    ])
    expect(played(app)).toContain('哪一天：周日；几点：休息')
    expect(new Set(played(app)).size).toBe(played(app).length)
    expect(spoken(app)).toEqual(played(app))
  })

  it('shows what is read, asks for the next sentence ahead, and is heard in spite of the mute switch', async () => {
    const app = await residents.open({ url: ARTICLE, way: 'request', phone: patient() })
    await app.tap('读给我听')
    await app.until('it plays', () => played(app).length === 1)
    expect(shown(app)).toEqual(['会客厅搬到沿街了'])
    expect(spoken(app)).toHaveLength(2)
    expect(app.record.calls).toContainEqual({
      api: 'setInnerAudioOption',
      options: { obeyMuteSwitch: false },
    })
  })

  it('pauses, goes on with the same sentence, and stops', async () => {
    const app = await residents.open({ url: ARTICLE, way: 'request', phone: patient() })
    await app.tap('读给我听')
    await app.until('it plays', () => played(app).length === 1)
    await app.tap('暂停')
    expect(app.record.calls.at(-1)).toMatchObject({ api: 'silenced' })
    await app.tap('接着读')
    await app.until('it plays again', () => played(app).length === 2)
    expect(played(app)).toEqual(['会客厅搬到沿街了。', '会客厅搬到沿街了。'])
    await app.tap('不听了')
    expect(shown(app)).toEqual([])
    await app.sees('读给我听')
  })

  it('falls silent when the page is left, and waits there', async () => {
    const app = await residents.open({ url: ARTICLE, way: 'request', phone: patient() })
    await app.tap('读给我听')
    await app.until('it plays', () => played(app).length === 1)
    await app.leaveAndReturn()
    expect(app.record.calls.map(({ api }) => api)).toContain('silenced')
    await app.sees('接着读')
  })

  it('says so when the network goes, and goes on when it is back', async () => {
    const phone = patient()
    const app = await residents.open({ url: ARTICLE, way: 'request', phone })
    phone.network.goOffline()
    await app.tap('读给我听')
    await app.sees('声音没有取到。请看看网络，再点“接着读”。')
    phone.network.goOnline()
    await app.tap('接着读')
    await app.until('it plays', () => played(app).length === 1)
  })

  it('stays within what the plugin takes, however long a sentence is', async () => {
    await residents
      .backend()
      .api.db.insertInto('article')
      .values({
        id: 'endless',
        news_column: 'reviews',
        title: '没有句号',
        summary: '一句话',
        published_on: '2026-11-01' as never,
        source: '虚构',
        picture: null,
        blocks: JSON.stringify([{ kind: 'paragraph', text: [{ text: '长'.repeat(1_500) }] }]),
        body_text: '',
        word_ids: [],
      })
      .execute()
    const app = await residents.open({ url: '/news/pages/article/index?id=endless', way: 'request' })
    await app.tap('读给我听')
    await app.until('all was read', () => app.all('读给我听').length > 0 && played(app).length > 1)
    expect(played(app).slice(1).join('')).toBe('长'.repeat(1_500))
  })

  it('reads the page of an office and of an activity as well', async () => {
    const office = await residents.open({ url: '/office/pages/office/index?id=wutong-hall', way: 'request' })
    await office.tap('读给我听')
    await office.until('it plays', () => played(office).length > 2)
    expect(played(office)[0]).toBe('梧桐里百姓会客厅。')
    const activity = await residents.open({
      url: '/activity/pages/activity/index?id=paper-cutting',
      way: 'request',
    })
    await activity.tap('读给我听')
    await activity.until('it plays', () => played(activity).length > 2)
    expect(played(activity)[0]).toBe('剪纸课。')
  })
})
