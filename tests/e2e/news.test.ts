import { withoutBreaks } from '../../core/kernel/line-breaks'
import type { Page } from 'playwright-core'
import type { ShanghaiDay } from '../../core/kernel/shanghai-time'
import { violations } from '../support/browser/accessibility'
import { keyboardOf } from '../support/browser/keyboard'
import { readers } from '../support/browser/readers'

const reader = readers()
const ARTICLE = '/news/pages/article/index?id=new-room'

/** What the voice of the made-up browser does: it speaks, fails, or says nothing at all. */
type Voice = 'speaks' | 'speaks for ever' | 'is mute'

/** Chromium without a desktop has no voices: one that writes down what it says takes their place. */
const giveVoice = (page: Page, voice: Voice): Promise<unknown> =>
  page.addInitScript((kind) => {
    const said: string[] = []
    let current: { text: string; onerror?: (event: { error: string }) => void } | null = null
    const synthesis = {
      speaking: false,
      getVoices: () => [{ lang: 'zh-CN', localService: true, name: 'made-up' }],
      speak(utterance: { text: string; onstart?: () => void; onend?: () => void }) {
        current = utterance
        if (kind === 'is mute') return
        said.push(utterance.text)
        synthesis.speaking = true
        utterance.onstart?.()
        if (kind === 'speaks for ever') return
        queueMicrotask(() => {
          synthesis.speaking = false
          utterance.onend?.()
        })
      },
      cancel() {
        synthesis.speaking = false
        const cancelled = current
        current = null
        cancelled?.onerror?.({ error: 'canceled' })
      },
    }
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis })
    Object.assign(window, {
      said,
      SpeechSynthesisUtterance: class {
        constructor(readonly text: string) {}
      },
    })
  }, voice)

const said = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { said: string[] }).said)

describe('the list of news', () => {
  it('leads to an article and from there to a place of it, by real links', async () => {
    const { page, goto } = await reader.visit()
    await goto('/')
    await page.getByRole('link', { name: '看全部新闻' }).click()
    await page.getByRole('heading', { level: 1, name: '街道新闻' }).waitFor()
    const row = page.locator('.news-row', { hasText: '会客厅搬到沿街了' })
    expect(await row.getAttribute('href')).toBe(ARTICLE)
    await row.click()
    await page.getByRole('heading', { level: 1, name: '会客厅搬到沿街了' }).waitFor()
    await page.getByText('据云溪街道 2026-11-20 发布（虚构）').waitFor()
    await page.getByRole('link', { name: '梧桐里百姓会客厅，会客厅' }).click()
    await page.getByRole('heading', { level: 1, name: '梧桐里百姓会客厅' }).waitFor()
  })

  it('comes to its end by scrolling alone', async () => {
    await reader
      .backend()
      .api.db.insertInto('article')
      .values(
        Array.from({ length: 50 }, (_, at) => ({
          id: `old-${at}`,
          news_column: 'reviews' as const,
          title: `往事第 ${at} 件`,
          summary: '一句话',
          published_on:
            `2026-0${1 + Math.floor(at / 28)}-${String((at % 28) + 1).padStart(2, '0')}` as ShanghaiDay,
          source: '虚构',
          picture: null,
          blocks: JSON.stringify([]),
          body_text: '',
          word_ids: [],
        })),
      )
      .execute()
    const { page, goto } = await reader.visit()
    await goto('/news/pages/list/index')
    await page.getByText('往事第 49 件').waitFor()
    await page
      .getByRole('link', { name: /往事第/ })
      .first()
      .hover()
    await expectByScrolling(page, '就这些了')
    expect(await page.locator('.news-row').count()).toBe(53)
  })
})

/** Turns the wheel until the text is there. */
async function expectByScrolling(page: Page, text: string): Promise<void> {
  const wanted = page.getByText(text)
  while ((await wanted.count()) === 0) {
    await page.mouse.wheel(0, 2_000)
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
  }
}

describe('an article', () => {
  it('shows its photograph and gives its file, both by their content', async () => {
    const { page, goto } = await reader.visit()
    await goto(ARTICLE)
    const photo = page.getByRole('img', { name: '梧桐树' })
    await photo.scrollIntoViewIfNeeded()
    await page.waitForFunction(
      () => (document.querySelector('img.photo') as HTMLImageElement).naturalWidth === 64,
    )
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: /开放时间表/ }).click()
    expect((await download).suggestedFilename()).toBe('开放时间表.pdf')
  })

  it('explains a word to who has only keys and ears, and gives the focus back', async () => {
    const { page, goto } = await reader.visit()
    await goto(ARTICLE)
    await keyboardOf(page).press(/^百姓会客厅，看解释$/)
    const sheet = page.getByRole('dialog', { name: '百姓会客厅' })
    await sheet.getByText('居民区沿街的服务点，推门进来就行。').waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'detached' })
    expect(withoutBreaks(await page.evaluate(() => document.activeElement?.textContent ?? ''))).toBe(
      '百姓会客厅',
    )
  })

  it('shows the whole address of another site before it is opened, without saying from where', async () => {
    const { page, context, goto } = await reader.visit()
    await context.route('https://www.example.gov.cn/**', (route) => route.fulfill({ body: 'elsewhere' }))
    await goto(ARTICLE)
    await page.getByRole('button', { name: '市里的网页' }).click()
    await page.getByRole('dialog').getByText('https://www.example.gov.cn/yunxi?id=1').waitFor()
    const opened = context.waitForEvent('page')
    await page.getByRole('button', { name: '在浏览器打开' }).click()
    expect((await opened).url()).toBe('https://www.example.gov.cn/yunxi?id=1')
    expect(await (await opened).evaluate(() => [document.referrer, window.opener === null])).toEqual([
      '',
      true,
    ])
  })

  it('says that it is not there, and what else there is', async () => {
    const { page, goto } = await reader.visit()
    await goto('/news/pages/article/index?id=nobody')
    await page.getByText('没有找到这篇新闻，可能撤下了。请看看别的新闻。').waitFor()
    await page.getByRole('link', { name: '看别的新闻' }).waitFor()
  })
})

describe('an article read aloud in a browser', () => {
  const open = async (voice: Voice) => {
    const visit = await reader.visit()
    await giveVoice(visit.page, voice)
    await visit.goto(ARTICLE)
    return visit
  }

  it('is heard from its title to its end, and then the button is back', async () => {
    const { page } = await open('speaks')
    await page.getByRole('button', { name: '读给我听' }).click()
    await page.waitForFunction(() => (window as unknown as { said: string[] }).said.length > 10)
    for (
      let step = 0;
      step < 40 && (await page.getByRole('button', { name: '读给我听' }).count()) === 0;
      step += 1
    )
      await page.clock.runFor(50)
    await page.getByRole('button', { name: '读给我听' }).waitFor()
    const sentences = await said(page)
    expect(sentences.slice(0, 3)).toEqual([
      '会客厅搬到沿街了。',
      '梧桐里百姓会客厅搬到了沿街。',
      '百姓会客厅从此推门就进！',
    ])
    expect(new Set(sentences).size).toBe(sentences.length)
  })

  it('pauses and goes on with the sentence that was read, which stands out and is in view', async () => {
    const { page } = await open('speaks for ever')
    await page.getByRole('button', { name: '读给我听' }).click()
    await page.locator('.sentence--now', { hasText: '会客厅搬到沿街了' }).waitFor()
    await page.getByRole('button', { name: '暂停' }).click()
    await page.getByRole('button', { name: '接着读' }).click()
    await page.getByRole('button', { name: '暂停' }).waitFor()
    await page.waitForFunction(() => (window as unknown as { said: string[] }).said.length === 2)
    expect(await said(page)).toEqual(['会客厅搬到沿街了。', '会客厅搬到沿街了。'])
    expect(await violations(page)).toEqual([])
  })

  it('falls silent when one goes on to another page', async () => {
    const { page } = await open('speaks for ever')
    await page.getByRole('button', { name: '读给我听' }).click()
    await page.locator('.sentence--now').waitFor()
    await page.getByRole('link', { name: '看别的新闻' }).click()
    await page.getByRole('heading', { level: 1, name: '街道新闻' }).waitFor()
    expect(await page.evaluate(() => window.speechSynthesis.speaking)).toBe(false)
  })

  it('says so where the browser has no Chinese voice', async () => {
    const { page } = await open('is mute')
    await page.getByRole('button', { name: '读给我听' }).click()
    await page.clock.runFor(6_000)
    await page.getByText('这部手机没有中文的声音，读不出来。可以把字放大了看。').waitFor()
  })
})

describe('an urgent notice', () => {
  it('stands on the first screen until its end, also when nobody asks the backend any more', async () => {
    const { api } = reader.backend()
    await api.db
      .insertInto('notice')
      .values({
        id: 'water',
        origin: 'staff',
        title: '今晚停水',
        body: '梧桐路 22 点停水。',
        from_at: new Date('2026-11-24T00:00:00Z'),
        until_at: new Date('2026-11-24T02:30:00Z'),
        withdrawn_at: null,
      })
      .execute()
    const { page, goto } = await reader.visit()
    await goto('/')
    await page.getByRole('alert').getByText('今晚停水').waitFor()
    await page.getByText('到今天 10:30 为止').waitFor()
    await page.clock.fastForward('29:00')
    expect(await page.getByText('今晚停水').count()).toBe(1)
    await page.clock.fastForward('02:00')
    await page.getByText('今晚停水').waitFor({ state: 'detached' })
  })
})
