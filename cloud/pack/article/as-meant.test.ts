import * as fc from 'fast-check'
import { linesOf, type Block, type Line } from '../../../core/domain/news/article'
import { registerOf } from '../cells/register'
import type { Sheet } from '../cells/sheet'
import { cutArticle, cutPlain } from './cut-article'
import type { ArticleFile } from './files'

const UNREAD: Sheet<'编号' | '名称'> = { rows: [], readable: false }
const places = {
  office: registerOf(UNREAD, 'offices.csv', '会客厅'),
  activity: registerOf(UNREAD, 'activities.csv', '活动'),
  compound: registerOf(UNREAD, 'compounds.csv', '小区'),
}
const file = (name: string, size: ArticleFile['size']): [string, ArticleFile] => [
  name,
  { name, mediaType: '', bytes: new Uint8Array(), size },
]
const files = new Map([file('tree.jpg', { width: 1, height: 1 }), file('hours.pdf', null)])

function cut(text: string): { blocks: readonly Block[]; problems: string[] } {
  const problems: string[] = []
  const note = (line: number, reason: string) => problems.push(`${line} ${reason}`)
  return { blocks: cutArticle(text, { places, files, note }), problems }
}

/** Strong text in ‹›, links as {words→where}. */
const shownLine = (line: Line): string =>
  line
    .map(({ text, strong, to }) =>
      to ? `{${text}→${to.kind === 'web' ? to.address : to.id}}` : strong ? `‹${text}›` : text,
    )
    .join('')

function shown(block: Block): string {
  const lines = linesOf(block).map(shownLine)
  switch (block.kind) {
    case 'paragraph':
      return lines.join('')
    case 'heading':
      return `${'#'.repeat(block.level)} ${lines.join('')}`
    case 'list':
      return block.items
        .map(({ depth }, at) => `${block.ordered ? '№' : '·'}${depth === 1 ? '·' : ''}${lines[at] ?? ''}`)
        .join(' ')
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(shownLine).join('¦')).join(' / ')
    default:
      return `${block.kind}: ${lines.join(' / ')}`
  }
}

/** What is written, and each block that residents read. */
const READ: readonly (readonly [written: string, ...blocks: string[]])[] = [
  // Signs of arithmetic, of hidden names and of notes stay.
  ['自助区7*24小时开放，人工5*8小时接待', '自助区7*24小时开放，人工5*8小时接待'],
  ['门90*210，窗60*90', '门90*210，窗60*90'],
  ['3人*2天*5元', '3人*2天*5元'],
  ['单价*2*数量', '单价*2*数量'],
  ['5 * 3 = 15，2**3 = 8，4×6', '5 * 3 = 15，2**3 = 8，4×6'],
  ['王*明、李*红', '王*明、李*红'],
  ['138****0000', '138****0000'],
  ['*以现场为准', '*以现场为准'],
  ['票价 10 元*\n*老人半价', '票价 10 元*', '*老人半价'],
  ['票价 10 元*\n* 老人半价', '票价 10 元*', '* 老人半价'],
  ['写信到 bai_xi_men@example.cn', '写信到 bai_xi_men@example.cn'],
  ['看 https://a.cn/a_b_c*d*e，谢谢', '看 https://a.cn/a_b_c*d*e，谢谢'],
  ['姓名：______ 电话：______', '姓名：______ 电话：______'],
  ['____年__月', '____年__月'],
  ['8:00~11:30~14:00', '8:00~11:30~14:00'],
  ['8:00~~11:30', '8:00~11:30'],
  ['来呀~~快', '来呀~~快'],
  ['10元|8元', '10元|8元'],
  ['>60岁免费', '>60岁免费'],
  ['＞60岁免费', '＞60岁免费'],
  ['-5℃到3℃', '-5℃到3℃'],
  ['- 5℃到3℃', '- 5℃到3℃'],
  ['+86 138 0000 0000', '+86 138 0000 0000'],
  ['3<5，A&B，周一\\周三', '3<5，A&B，周一\\周三'],
  ['“引号”和‘单引号’，"直的"', '“引号”和‘单引号’，"直的"'],
  ['见[1][2]', '见[1][2]'],
  ['#3 号楼，##', '#3 号楼，##'],
  ['#百禧市集# 开市', '#百禧市集# 开市'],
  ['3.7 集合', '3.7 集合'],
  ['2026. 3. 7 开始', '2026. 3. 7 开始'],
  ['7\\*24，\\# 不是标题，\\_', '7*24，# 不是标题，_'],
  ['\\# 不是标题', '# 不是标题'],
  // Bold text beside Chinese signs.
  ['**报名时间：**3月7日', '‹报名时间：›3月7日'],
  ['报名**时间**：周六', '报名‹时间›：周六'],
  ['请看“**须知**”，带**（身份证）**来', '请看“‹须知›”，带‹（身份证）›来'],
  ['***要紧***', '‹要紧›'],
  ['** 报名 **3月7日', '‹报名›3月7日'],
  ['＊＊报名：＊＊3月7日', '‹报名：›3月7日'],
  ['**[金梅园](会客厅:jin)**开门', '{金梅园→jin}开门'],
  // Headings.
  ['##几点开饭', '## 几点开饭'],
  ['＃＃ 几点开饭', '## 几点开饭'],
  ['＃＃＃几点', '### 几点'],
  ['##\u3000几点 ##', '## 几点'],
  ['## 学 C#', '## 学 C#'],
  ['\ufeff\u3000\u3000## 几点', '## 几点'],
  // Links and pictures in the brackets of a Chinese keyboard.
  ['[金梅园]（会客厅:jin）来', '{金梅园→jin}来'],
  ['【金梅园】（会客厅：jin）', '{金梅园→jin}'],
  ['[金梅园] (会客厅: jin )', '{金梅园→jin}'],
  ['［市集］（活动：春 YOUNG 市集）', '{市集→春 YOUNG 市集}'],
  ['来吧![金梅园](会客厅:jin)', '来吧!{金梅园→jin}'],
  ['来吧！[金梅园](会客厅:jin)', '来吧！{金梅园→jin}'],
  ['[网页](https：//a.cn/x)', '{网页→https://a.cn/x}'],
  ['[通知]（见下）', '[通知]（见下）'],
  ['看图\n！[一棵树]（tree.jpg）\n好看', '看图', 'photo: 一棵树', '好看'],
  ['看表\n[时间表](hours.pdf)', '看表', 'file: 时间表'],
  // Lists.
  ['1.甲\n2.乙', '№甲 №乙'],
  ['1、甲\n2、乙\n3、丙', '№甲 №乙 №丙'],
  ['要带：\n1）甲\n2）乙', '要带：', '№甲 №乙'],
  ['3. 甲\n4. 乙', '3. 甲', '4. 乙'],
  ['1. 甲\n\n![图](画/市集)\n\n2. 乙', '№甲', 'drawing: 图', '2. 乙'],
  ['1. 甲\n3. 丙', '1. 甲', '3. 丙'],
  ['1. 甲\n1. 乙', '№甲 №乙'],
  ['- 甲\n  1. 乙\n  2. 丙', '·甲 ··1. 乙 ··2. 丙'],
  ['1. 甲\n  - 乙\n2. 丙', '№甲 №·乙 №丙'],
  ['\u3000- 甲\n\u3000\u3000\u3000- 乙', '·甲 ··乙'],
  ['-甲\n-乙', '·甲 ·乙'],
  ['－甲\n－乙', '·甲 ·乙'],
  ['•\t甲\n•\t乙', '·甲 ·乙'],
  ['\uf0b7甲\n\uf0b7乙', '·甲 ·乙'],
  ['- 甲\n- 乙\n详情请打12345', '·甲 ·乙', '详情请打12345'],
  ['１.甲\n２.乙', '№甲 №乙'],
  ['1。甲\n2。乙', '№甲 №乙'],
  ['１。甲\n２。乙\n３。丙', '№甲 №乙 №丙'],
  ['限额 2 场共\n20。请早来', '限额 2 场共20。请早来'],
  ['１、甲\n２、乙', '№甲 №乙'],
  ['1，甲\n2，乙', '№甲 №乙'],
  ['1. 甲\n2.乙\n3. 丙', '№甲 №乙 №丙'],
  ['・甲\n・乙', '·甲 ·乙'],
  ['—甲\n—乙', '·甲 ·乙'],
  ['– 甲\n– 乙', '·甲 ·乙'],
  ['＊ 甲\n＊ 乙', '·甲 ·乙'],
  ['票价 10 元＊\n＊老人半价', '票价 10 元＊', '＊老人半价'],
  ['－5℃\n－3℃', '－5℃－3℃'],
  ['一.甲\n二.乙', '一.甲', '二.乙'],
  ['A. 甲\nB. 乙', 'A. 甲', 'B. 乙'],
  ['⒈甲\n⒉乙', '⒈甲', '⒉乙'],
  ['☑甲\n☑乙', '☑甲', '☑乙'],
  ['🎉甲\n🎁乙', '🎉甲', '🎁乙'],
  ['每次1,200元', '每次1,200元'],
  ['学C++和C++11', '学C++和C++11'],
  ['按*123*456#', '按*123*456#'],
  ['①甲\n②乙', '①甲', '②乙'],
  ['（一）甲\n（二）乙', '（一）甲', '（二）乙'],
  ['12.6周日 体验\n12.13周日 茶会', '12.6周日 体验', '12.13周日 茶会'],
  // Quotes and tables.
  ['> 门开着\n请进', 'quote: 门开着', '请进'],
  ['＞ 门开着', 'quote: 门开着'],
  ['｜哪天｜几点｜\n｜－－｜——｜\n｜周一｜9:00｜', '哪天¦几点 / 周一¦9:00'],
  ['|哪天|几点|\n|---|---|\n|周一|10元\\|8元|\n以上供参考', '哪天¦几点 / 周一¦10元|8元', '以上供参考'],
  ['│哪天│几点│\n│--│--│\n│周一│9:00│', '哪天¦几点 / 周一¦9:00'],
  // Lines that end, and lines that were wrapped.
  ['地址：兰溪路\n电话：12345', '地址：兰溪路', '电话：12345'],
  ['**地点：**百禧公园\n**时间：**周六', '‹地点：›百禧公园', '‹时间：›周六'],
  ['\u3000\u3000开门了\n\u3000\u3000欢迎', '开门了', '欢迎'],
  ['开门了。  \n欢迎', '开门了。', '欢迎'],
  ['今天开\n门了', '今天开门了'],
  ['甲\t乙', '甲 乙'],
]

describe('what an editor wrote is read as meant', () => {
  it.each(READ)('%j', (written, ...blocks) => {
    const { blocks: read, problems } = cut(written.replace(/^\ufeff/, ''))
    expect(problems).toEqual([])
    expect(read.map(shown)).toEqual(blocks)
  })
})

describe('whatever signs stand between them', () => {
  // No list of the app begins with 5 or 7, so that these are never numbers which it counts itself.
  const WORDS = /[57A字]/g
  const sign = fc.constantFrom(
    ...[
      '5',
      '7',
      'A',
      '字',
      ' ',
      '\n',
      '\n\n',
      '\t',
      '\u3000',
      '*',
      '**',
      '_',
      '__',
      '#',
      '##',
      '＃',
      '-',
      '- ',
    ],
    ...[
      '+',
      '>',
      '> ',
      '＞',
      '.',
      '. ',
      '、',
      ')',
      '|',
      '｜',
      '|---|',
      '~',
      '~~',
      '[',
      ']',
      '(',
      ')',
      '！',
      '!',
    ],
    ...['（', '）', '：', '，', '。', '\\', '＊＊', '•', '①'],
  )

  it('words and numbers reach residents whole and in order, or the line is named', () => {
    fc.assert(
      fc.property(
        fc.array(sign, { maxLength: 25 }).map((signs) => signs.join('')),
        (written) => {
          const { blocks, problems } = cut(written)
          if (problems.length > 0) return
          const read = blocks.map(shown).join('\n')
          expect(read.match(WORDS)).toEqual(written.match(WORDS))
        },
      ),
      { numRuns: 2_000 },
    )
  })
})

describe('what may be two things is named, with its line and the way out', () => {
  it.each([
    ['好\n\n长*宽*高', '3 “*宽*”：要紧的字请写成“**宽**”；要的是乘号请写“×”，要的是星号请写“\\*”'],
    ['*注意*：明天休息', '1 “*注意*”：要紧的字请写成“**注意**”'],
    ['*报名时间：*3月7日', '1 “*报名时间：*”：要紧的字请写成“**报名时间：**”'],
    ['＊要紧＊', '1 “*要紧*”：要紧的字请写成“**要紧**”'],
    ['__要紧__', '1 “__要紧__”：要紧的字请写成“**要紧**”；要的是横线请写“\\_”'],
    ['共__位，其中老人__位', '1 “__位，其中老人__”'],
    ['好\n王**、李**', '2 “王**、李**”：“**”没有成对'],
    ['**报名**时间**', '1 “时间**”：“**”没有成对'],
    ['报名时间：** 3月7日', '1 “报名时间：** 3月7日”：“**”没有成对'],
    ['#几点开饭', '1 小标题请写成“## 几点开饭”；要的是“#”这个符号，请写“\\#”'],
    ['##', '1 小标题是空的'],
    ['-您好', '1 一条一条请写成“- ”，“-”后面空一格；要的是这个符号，请写“\\-”'],
    ['- [ ] 交表', '1 不能画打勾的方框'],
    ['|甲|乙|\n|1|2|', '1 这几行像是表格：第一行写列名，第二行写“|---|---|”'],
    ['|甲|', '1 这一行像是表格'],
    ['|甲|乙|\n|---|---|\n|1|2|3|', '3 表格的这一行有 3 格，第一行有 2 格'],
    ['|甲|乙|\n|---|\n|1|2|', '2 表格的这一行有 1 格，第一行有 2 格'],
    ['哪天\t几点\n周一\t9:00', '1 这几行像是从表格里贴来的'],
    ['看[金梅园](会客厅:jin', '1 “看[金梅园](会客厅:jin”：链接请写成'],
    ['看[金梅园]会客厅:jin', '1 “看[金梅园]会客厅:jin”：链接请写成'],
    ['「金梅园」（会客厅:jin）', '1 “「金梅园」（会客厅:jin）”：链接请写成'],
    ['（金梅园）[会客厅:jin]', '1 “（金梅园）[会客厅:jin]”：链接请写成'],
    ['[金梅园]：（会客厅:jin）', '1 “[金梅园]：（会客厅:jin”：链接请写成'],
    ['[金梅园]\n(会客厅:jin)', '2 “(会客厅:jin)”：链接请写成'],
    ['【图片：tree.jpg】', '1 “【图片：tree.j”：图片和文件请写成'],
    ['│甲│乙│\n│1│2│', '1 这几行像是表格'],
    ['┌──┬──┐', '1 不能用线条画表格'],
    ['++要紧++', '1 不能用“++”'],
    ['[toc]', '1 不能放目录'],
    ['::: tip', '1 不能用“:::”'],
    ['[](会客厅:jin)', '1 链接要有字'],
    ['[网页](https://a.cn "标题")', '1 “https://a.cn "标题"”不能作链接'],
    ['~~旧时间~~', '1 不能用“~~”画删除线'],
    ['==要紧==', '1 不能用“==”'],
    ['标题\n===', '2 不能画分隔线'],
    ['————', '1 不能画分隔线'],
    ['[b]要紧[/b]', '1 不能用“[/…]”这样的论坛代码'],
    ['甲\\n乙', '1 “\\n”“\\t”是别的程序的换行代码'],
    ['见[^1]', '1 链接请写成'],
    ['一<br>二', '1 不能用“<…>”这样的网页代码；要写“小于”，请用全角的“＜”'],
    ['门\uf0a7开', '1 这一行里有乱码'],
    ['门\ufdd0开', '1 这一行里有乱码'],
  ])('%j', (written, problem) => {
    expect(cut(written).problems).toContainEqual(expect.stringContaining(problem))
  })
})

describe('a text of paragraphs alone', () => {
  function plain(text: string): { paragraphs: readonly string[]; problems: string[] } {
    const problems: string[] = []
    return { paragraphs: cutPlain(text, (line, reason) => problems.push(`${line} ${reason}`)), problems }
  }

  it.each([
    ['自助区7*24小时，人工5*8小时', ['自助区7*24小时，人工5*8小时']],
    ['1.甲\n2. 乙', ['1.甲', '2. 乙']],
    ['1.甲\n2.乙\n3.丙', ['1.甲', '2.乙', '3.丙']],
    ['要带：\n1。甲\n2。乙', ['要带：', '1。甲', '2。乙']],
    ['•甲\n•乙', ['•甲', '•乙']],
    ['芦苇岸边。\n\n\n\n冬天关门。', ['芦苇岸边。', '冬天关门。']],
    ['7\\*24', ['7*24']],
  ])('keeps what was typed: %j', (text, paragraphs) =>
    expect(plain(text)).toEqual({ paragraphs, problems: [] }),
  )

  it.each([
    ['##几点', '1 只能写文字和空行，不能用“#”这样的排版符号'],
    ['**要紧：**明天', '1 只能写文字和空行，不能用“**”这样的排版符号'],
    ['好\n\n- 甲\n- 乙', '3 只能写文字和空行，不能用“-”这样的排版符号'],
    ['> 引', '1 只能写文字和空行，不能用“>”这样的排版符号'],
    ['|甲|乙|\n|--|--|\n|1|2|', '1 只能写文字和空行，不能用“|”这样的排版符号'],
    ['[金梅园]（会客厅:jin）', '1 只能写文字和空行，不能用“[…](…)”这样的排版符号'],
    ['![图](画/市集)', '1 只能写文字和空行，不能用“![…](…)”这样的排版符号'],
    ['*注意*：', '1 “*注意*”：'],
    ['<b>好</b>', '1 不能用“<…>”'],
  ])('names markup: %j', (text, problem) =>
    expect(plain(text).problems).toEqual([expect.stringContaining(problem)]),
  )
})
