import { resolve } from 'node:path'
import * as fc from 'fast-check'
import { anyCharacter } from '../../../tests/support/any-character'
import { linesOf, type Block } from '../../../core/domain/news/article'
import { registerOf } from '../cells/register'
import type { Sheet } from '../cells/sheet'
import type { Pack } from '../pack'
import { parsePack } from '../parse-pack'
import { readFolder } from '../read-folder'
import { cutArticle } from './cut-article'

const NOWHERE: Sheet<'编号' | '名称'> = { rows: [], readable: true }
const places = {
  office: registerOf(NOWHERE, 'offices.csv', '会客厅'),
  activity: registerOf(NOWHERE, 'activities.csv', '活动'),
  compound: registerOf(NOWHERE, 'compounds.csv', '小区'),
}

function cut(text: string): { blocks: readonly Block[]; problems: string[] } {
  const problems: string[] = []
  const note = (line: number, reason: string) => problems.push(`${line} ${reason}`)
  return { blocks: cutArticle(text, { places, files: new Map(), note }), problems }
}

const blocksOf = (text: string): readonly Block[] => {
  const { blocks, problems } = cut(text)
  expect(problems).toEqual([])
  return blocks
}

describe('an article in Markdown', () => {
  let pack: Pack
  beforeAll(async () => {
    const reading = parsePack(await readFolder(resolve(__dirname, '../../../tests/fixtures/pack')))
    if (!reading.ok) throw new Error('the fixture pack is not valid')
    pack = reading.pack
  })

  it('becomes blocks with everything that it can hold', () => {
    const blocks = pack.articles.find(({ id }) => id === 'new-room')?.blocks ?? []
    expect(blocks.map(({ kind }) => kind)).toEqual([
      'paragraph',
      'heading',
      'list',
      'quote',
      'drawing',
      'heading',
      'table',
      'photo',
      'paragraph',
      'file',
    ])
    expect(blocks[0]).toEqual({
      kind: 'paragraph',
      text: [
        { text: '梧桐里百姓会客厅', to: { kind: 'office', id: 'wutong-hall' } },
        { text: '搬到了沿街。' },
        { text: '百姓会客厅', word: 'living-room' },
        { text: '从此推门就进！您来' },
        { text: '坐坐', strong: true },
        { text: '吗？' },
      ],
    })
    expect(blocks[2]).toMatchObject({
      ordered: true,
      items: [{ depth: 0 }, { depth: 0 }, { depth: 1 }, { depth: 1 }],
    })
    expect(blocks[7]).toMatchObject({ caption: '梧桐树', width: 64, height: 40 })
    expect(JSON.stringify(blocks[8])).toContain('"id":"wutong-east"')
    expect(JSON.stringify(blocks[8])).toContain('"address":"https://www.example.gov.cn/yunxi?id=1"')
    const [photo, file] = [blocks[7], blocks[9]]
    const names = pack.articleFiles.map(({ name }) => name)
    expect(photo?.kind === 'photo' && names.includes(photo.file)).toBe(true)
    expect(file?.kind === 'file' && names.includes(file.file)).toBe(true)
  })

  it('explains each word where it stands first, by any of its names, and has a first sentence as its summary', () => {
    const article = pack.articles.find(({ id }) => id === 'lift-day')
    expect(article?.word_ids).toEqual(['lift-adding'])
    expect(article?.blocks[0]).toMatchObject({
      text: [{ text: '想装电梯的街坊，先和邻居商量。' }, { text: '加梯', word: 'lift-adding' }, {}],
    })
    expect(article?.summary).toBe('想装电梯的街坊，先和邻居商量。')
  })

  it('joins the lines of a paragraph, with a gap between words of letters only', () => {
    expect(blocksOf('梧桐里\n搬了')).toEqual([{ kind: 'paragraph', text: [{ text: '梧桐里搬了' }] }])
    expect(blocksOf('call\n12345')).toEqual([{ kind: 'paragraph', text: [{ text: 'call 12345' }] }])
  })

  it('takes a paragraph that is indented for a paragraph, not for code', () => {
    expect(blocksOf('    梧桐里')).toMatchObject([{ kind: 'paragraph', text: [{ text: '梧桐里' }] }])
  })
})

describe('an article that means harm, or slipped, is named by its line', () => {
  it.each([
    ['[点我](javascript:alert(1))', '1 “javascript:alert(1)”不能作链接'],
    ['[点我](JaVaScRiPt:alert(1))', '1 “JaVaScRiPt:alert(1)”不能作链接'],
    ['[点我](data:text/html;base64,PHNjcmlwdD4=)', '1 “data:text/html'],
    ['[点我](vbscript:x)', '1 “vbscript:x”不能作链接'],
    ['[点我](file:///etc/passwd)', '1 “file:///etc/passwd”不能作链接'],
    ['[点我](http://a.cn)', '1 “http://a.cn”不能作链接'],
    ['[点我](//a.cn)', '1 “//a.cn”不能作链接'],
    ['[点我](/office/pages/office/index?id=x)', '1 “/office/pages'],
    ['[点我](https://user:pass@a.cn/)', '1 “https://user:pass@a.cn/”不能作链接'],
    ['[点我](https://аpple.com/)', '1 “https://аpple.com/”不能作链接'],
    ['[点我](https://127.0.0.1/)', '1 “https://127.0.0.1/”不能作链接'],
    ['[点我](weixin://dl/business)', '1 “weixin://dl/business”不能作链接'],
    [`[点我](https://a.cn/${'x'.repeat(300)})`, '1 “https://a.cn/xxx'],
    ['好\n\n[金梅](会客厅:nobody)', '3 没有叫“nobody”的会客厅'],
    ['[x](constructor:y)', '1 “constructor:y”不能作链接'],
    ['好\n<script>alert(1)</script>', '2 不能用“<…>”这样的网页代码'],
    ['<img src=x onerror=alert(1)>', '1 不能用“<…>”这样的网页代码'],
    ['<!-- 藏着 -->', '1 不能用“<…>”这样的网页代码'],
    ['<style>*{display:none}', '1 不能用“<…>”这样的网页代码'],
    ['&#x202e;倒着', '1 不能用“&…;”这样的网页代码'],
    ['会\u0000客厅', '1 这一行里有乱码'],
    ['会\ud800客厅', '1 这一行里有乱码'],
    ['```\n代码\n```', '1 不能用“`”'],
    ['# 大标题', '1 小标题只用“##”和“###”'],
    ['字\n\n---\n\n字', '3 不能画分隔线'],
    ['>> 引用里引用', '1 引用里不能再引用'],
    ['> - 列表', '1 这里只能写文字'],
    ['- 一\n  - 二\n    - 三', '3 列表最多两层'],
    ['- 一\n\n  又一段', '3 列表的一项只能写一段'],
    ['看图 ![图](画/市集) 好看', '1 图片要单独成一段'],
    ['![](画/市集)', '1 图片要有一句说明'],
    ['![图](画/老虎)', '1 “老虎”看不懂'],
    ['![图](https://a.cn/x.png)', '1 没有图片“https://a.cn/x.png”'],
    ['![图](data:image/svg+xml,<svg onload=alert(1)>)', '1 不能用“<…>”'],
    ['![图](../../offices.csv)', '1 没有图片“../../offices.csv”'],
    ['[文件](../../package.pdf)', '1 “../../package.pdf”不能作链接'],
    ['[a]: https://a.cn\n\n[a][a]', '1 链接请写成'],
    [`|${'列|'.repeat(7)}\n|${'-|'.repeat(7)}\n|${'字|'.repeat(7)}`, '3 表格有 7 列'],
    ['', '1 正文是空的'],
    ['字'.repeat(10_001), '1 写了 10001 个字，最多 10000 个'],
    ['字\n\n'.repeat(151), '1 有 151 段，最多 150 段'],
  ])('%j', (text, problem) => {
    expect(cut(text).problems).toContainEqual(expect.stringContaining(problem))
  })

  it.each([
    ['quotes in quotes', '>'.repeat(5_000) + ' 深'],
    ['lists in lists', Array.from({ length: 90 }, (_, depth) => `${' '.repeat(depth * 2)}- 深`).join('\n')],
  ])('%s without end are refused, not swallowed', (_, text) => {
    expect(cut(text).problems.length).toBeGreaterThan(0)
  })

  it.each([
    ['brackets', '['.repeat(5_000) + ']('.repeat(2_000)],
    ['stars', '*a_'.repeat(3_000)],
    ['table bars', `|${'a|'.repeat(2_000)}\n|${'-|'.repeat(2_000)}`],
  ])('%s without end come to an end', (_, text) => {
    expect(cut(text)).toBeDefined()
  })

  it('whatever is written, only blocks of the app come out, with links that were judged', () => {
    const sign = fc.oneof(
      fc.constantFrom(
        '#',
        '*',
        '[',
        ']',
        '(',
        ')',
        '!',
        '>',
        '-',
        '|',
        '\n',
        '\n\n',
        ' ',
        '<b>',
        'javascript:',
        '字',
      ),
      fc.string({ unit: anyCharacter, maxLength: 3 }),
    )
    const text = fc.array(sign, { maxLength: 80 }).map((signs) => signs.join(''))
    fc.assert(
      fc.property(text, (markdown) => {
        const { blocks, problems } = cut(markdown)
        if (problems.length > 0) return
        for (const span of blocks.flatMap(linesOf).flat()) {
          expect(span.text).not.toMatch(/<[a-z]/i)
          expect(span.to === undefined || span.to.kind === 'web').toBe(true)
          if (span.to?.kind === 'web') expect(span.to.address).toMatch(/^https:\/\//)
        }
      }),
      { numRuns: 500 },
    )
  })
})
