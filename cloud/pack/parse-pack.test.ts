import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { decodeGraph } from '../../core/walkshed/binary/decode'
import type { Pack, PackFiles } from './pack'
import { FORMS, parsePack } from './parse-pack'
import { describeProblem } from './problem'
import { readFolder } from './read-folder'

let fixture: PackFiles
beforeAll(async () => {
  fixture = await readFolder(resolve(__dirname, '../../tests/fixtures/pack'))
})

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const textOf = (file: string): string => new TextDecoder().decode(fixture.get(file))

/** The fixture with one piece of text changed in one file; the text must be there, once. */
function changed(file: string, from: string, to: string): PackFiles {
  const parts = textOf(file).split(from)
  if (parts.length !== 2) throw new Error(`“${from}” is ${parts.length - 1} times in ${file}`)
  return new Map([...fixture, [file, utf8(parts.join(to))]])
}

const added = (file: string, text: string): PackFiles =>
  new Map([...fixture, [file, utf8((fixture.has(file) ? textOf(file) : '') + text)]])

function problemsOf(files: PackFiles): string[] {
  const reading = parsePack(files)
  return reading.ok ? [] : reading.problems.map(describeProblem)
}

function packOf(files: PackFiles): Pack {
  const reading = parsePack(files)
  if (!reading.ok) throw new Error(reading.problems.map(describeProblem).join('\n'))
  return reading.pack
}

describe('a good pack', () => {
  it('keeps the order of its rows, and hours in minutes of the day', () => {
    const pack = packOf(fixture)
    expect(pack.offices.map(({ id, sort_order }) => `${sort_order} ${id}`).slice(0, 3)).toEqual([
      '1 wutong-hall',
      '2 qingshi-hall',
      '3 wangyue-station',
    ])
    const tuesday = pack.hours.filter((row) => row.office_id === 'qingshi-hall' && row.weekday === 2)
    expect(tuesday.map((row) => [row.from_minute, row.to_minute])).toEqual([
      [540, 690],
      [780, 1020],
    ])
  })

  it('gives an office without hours a main zone whose hours are unknown', () => {
    expect(packOf(fixture).zones.filter((zone) => zone.office_id === 'yunqi-room')).toEqual([
      expect.objectContaining({ id: 'main', main: true, hours_known: false, always_open: false }),
    ])
  })

  it('finds what a cell refers to by id as well as by name', () => {
    const byName = changed('neighbourhoods.csv', 'wangyue-station', '望月湾居民区党群服务站')
    expect(packOf(byName)).toEqual(packOf(fixture))
  })

  it('reads the same when Excel saved it with a byte order mark and Windows line ends', () => {
    const saved = new Map(
      [...fixture].map(([file, bytes]) => [
        file,
        /\.(?:png|pdf)$/.test(file)
          ? bytes
          : utf8(`\ufeff${new TextDecoder().decode(bytes).replace(/\n/g, '\r\n')}`),
      ]),
    )
    expect(packOf(saved)).toEqual(packOf(fixture))
  })

  it.each([
    ['img_7.jpeg', 'IMG_7.JPEG'],
    ['img_7.jfif', 'img_7.jfif'],
  ])('takes a photo called %s, whichever way its name is typed', (typed, stored) => {
    const photo = Uint8Array.from([
      ...[0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 5, 0, 4, 1, 1, 0x11, 0, 0xff, 0xd9],
    ])
    const files = new Map([
      ...changed('news/new-room.md', '![梧桐树](tree.png)', `![梧桐树](${typed})`),
      [`news/${stored}`, photo] as const,
    ])
    const { articles, articleFiles } = packOf(files)
    const shown = articles.flatMap(({ blocks }) => blocks).find(({ kind }) => kind === 'photo')
    expect(shown).toMatchObject({
      width: 4,
      height: 5,
      file: expect.stringMatching(/^[0-9a-f]{16}\.jpg$/) as string,
    })
    expect(articleFiles.find(({ name }) => name.endsWith('.jpg'))).toMatchObject({ media_type: 'image/jpeg' })
  })

  it('takes a text out of the formula that keeps a spreadsheet from rewriting it', () => {
    const files = changed('stalls.csv', 'reed-market,10,小吃', 'reed-market,="010",小吃')
    expect(packOf(files).stalls.map(({ number }) => number)).toContain('010')
  })

  it('takes an empty access cell for 未核实, never for 有', () => {
    const files = changed('entrances.csv', '是,有,没有,没有,未核实,95', '是,,没有,没有,,95')
    expect(packOf(files).entrances[0]).toMatchObject({ ramp: 'unverified', hearing_loop: 'unverified' })
  })

  it('builds the streets from what is drawn, and takes imported ones instead where they are there', () => {
    const drawn = packOf(fixture).streets
    expect(drawn).toMatchObject({ version: expect.stringMatching(/^[0-9a-f]{16}$/) as string })
    const form = Uint8Array.from(Buffer.from(drawn?.form.slice(2) ?? '', 'hex'))
    expect(decodeGraph(form.buffer)).toMatchObject({
      ok: true,
      value: { sketch: true, source: '虚构的云溪街道' },
    })
    const withoutSketch = [...fixture].filter(([file]) => file !== 'streets.geojson')
    expect(packOf(new Map(withoutSketch)).streets).toBeNull()
    expect(packOf(new Map([...withoutSketch, ['streets.graph', form]])).streets).toEqual(drawn)
  })

  it('puts the longer texts to their offices, trimmed', () => {
    const files = added('about/reed-room.md', '\n\n芦苇岸边。\n\n\n\n冬天关门。\n\n')
    expect(packOf(files).offices.find(({ id }) => id === 'reed-room')?.about).toBe('芦苇岸边。\n\n冬天关门。')
  })
})

/** file | text in the fixture | what the editor makes of it | where the problem is named | what it says */
const MISTAKES = `
settings.csv | 30, | 三十, | settings.csv 第 10 行「值」 | “三十”要填 5 到 120 之间的整数
settings.csv | 市民热线,12345 | 热线,12345 | settings.csv 第 7 行「项目」 | 没有“热线”这一项；可以有的项目是
settings.csv | 市民热线,12345 | 市民热线, | settings.csv 第 7 行「值」 | 不能空着
settings.csv | 120.1400 | 120.0900 | settings.csv 第 12 行「值」 | 围不成一个街道
settings.csv | 30.2300 | 30.9 | settings.csv 第 14 行「值」 | 围不成一个街道
neighbourhoods.csv | qingshiqiao, | 青石桥, | neighbourhoods.csv 第 3 行「编号」 | “青石桥”不能作编号
neighbourhoods.csv | 云栖坪,, | 云栖坪,old-wutong-hall, | neighbourhoods.csv 第 5 行「会客厅」 | “old-wutong-hall”已搬迁或已关闭
neighbourhoods.csv | wangyue-station | wangyue-statio | neighbourhoods.csv 第 4 行「会客厅」 | （是不是“wangyue-station”？）
compounds.csv | 芦岸花园,青石桥 | 芦岸花园,青石乔 | compounds.csv 第 6 行「居民区」 | 没有叫“青石乔”的居民区（是不是“青石桥”？）；居民区名单见 neighbourhoods.csv
compounds.csv | 芦岸花园,青石桥 | 芦岸花园, | compounds.csv 第 6 行「归属已核实」 | 没有居民区，不能填“是”
compounds.csv | reed-bank | moon-bay-two | compounds.csv 第 8 行「编号」 | “moon-bay-two”和第 6 行重复了
compounds.csv | 望月湾二村 | 望月湾一村 | compounds.csv 第 8 行「名称」 | “望月湾一村”和第 7 行重复了
compounds.csv | 120.1275,30.2088 | 30.2088,120.1275 | compounds.csv 第 6 行「经度」 | “30.2088”超出了 settings.csv 定的范围（120.1 到 120.14）
compounds.csv | 120.1275,30.2088 | ,30.2088 | compounds.csv 第 6 行「经度」 | 经度和纬度要么都填，要么都空着
compounds.csv | 云栖坪,是,,,否 | 云栖坪,是,,,是 | compounds.csv 第 9 行「位置已核实」 | 没有经纬度，不能填“是”
compounds.csv | 云栖坪,是,,,否,,,云溪街道 2026 年小区名册（虚构），位置待核实 | 云栖坪,是,,,否,,, | compounds.csv 第 9 行「来源」 | 不能空着
services.csv | 敬老卡办理,敬老卡 | 居住证办理,敬老卡 | services.csv 第 5 行「名称」 | “居住证办理”和第 4 行重复了
offices.csv | wutong-hall,梧桐里百姓会客厅,梧桐里,会客厅 | wutong-hall,梧桐里百姓会客厅,梧桐里,客厅 | offices.csv 第 2 行「类型」 | “客厅”看不懂，请填“会客厅”、“党群服务站”、“活动室”、“服务中心”之一
offices.csv | qingshi-hall,青石桥百姓会客厅 | wutong-hall,青石桥百姓会客厅 | offices.csv 第 3 行「编号」 | “wutong-hall”和第 2 行重复了
offices.csv | 0571-55550103 | 0571-5555 | offices.csv 第 4 行「电话」 | “0571-5555”不像电话号码
offices.csv | 社区食堂、人民调解,现场 | 社区食唐、人民调解,现场 | offices.csv 第 4 行「服务」 | 没有叫“社区食唐”的服务（是不是“社区食堂”？）；服务名单见 services.csv
offices.csv | 2026-10-14 | 2026-10-34 | offices.csv 第 6 行「核实日期」 | “2026-10-34”这一天在日历上没有
offices.csv | 云溪骑手驿站,骑手驿站 | 云溪骑手驿站, | offices.csv 第 7 行「简称」 | 不能空着
offices.csv | 已关闭,, | 停业,, | offices.csv 第 10 行「状态」 | “停业”看不懂，请填“开放”、“已搬迁”、“已关闭”之一
offices.csv | 0571-55550105,开放, | 0571-55550105,开放,reed-room | offices.csv 第 6 行「接替处」 | 状态是“开放”，就不该有接替处“reed-room”
offices.csv | 已搬迁,old-wutong-hall | 已搬迁,old-wutong | offices.csv 第 9 行「接替处」 | 没有叫“old-wutong”的会客厅或服务点
offices.csv | 已搬迁,old-wutong-hall | 已搬迁,first-wutong-room | offices.csv 第 9 行「接替处」 | 转了一圈又回到这里（first-wutong-room → first-wutong-room）
hours.csv | riders-lounge,main,驿站,是 | riders-lounge,main,驿站,否 | hours.csv 第 8 行「主区域」 | “riders-lounge”没有主区域
hours.csv | 食堂,否 | 食堂,是 | hours.csv 第 6 行「主区域」 | “wangyue-station”在第 5 行已有主区域
hours.csv | 是,是,是,,,,,,, | 是,是,是,,9:00-10:00,,,,, | hours.csv 第 8 行「周二」 | “全天24小时”填了“是”，这里就要空着，现在写着“9:00-10:00”
hours.csv | 9:00-12:00,休息 | ,休息 | hours.csv 第 7 行「周六」 | 空着：不开门请写“休息”
hours.csv | 13:00-16:00 | 11:00-16:00 | hours.csv 第 4 行「周五」 | 从早到晚写，而且不能重叠
hours.csv | wutong-hall,self-service | wutong-hall,main | hours.csv 第 3 行「区域编号」 | “main”和第 2 行重复了
hours.csv | yunxi-centre | yunxi-center | hours.csv 第 7 行「会客厅」 | 没有叫“yunxi-center”的会客厅或服务点
hours-exceptions.csv | station,canteen | station,kitchen | hours-exceptions.csv 第 4 行「区域编号」 | “wangyue-station”没有编号“kitchen”的区域；hours.csv 里有“main”、“canteen”
hours-exceptions.csv | 2026-12-31 | 2026-11-25 | hours-exceptions.csv 第 3 行「日期」 | “2026-11-25”这一天和第 2 行重复了
hours-exceptions.csv | 9:00-12:00 |  | hours-exceptions.csv 第 3 行「时间」 | 不能空着
entrances.csv | 是,没有,有,有,没有,110,2026-10-14 | 是,没有,有,有,没有,110, | entrances.csv 第 7 行「核实日期」 | 就要写哪天核实的
entrances.csv | 是,没有,有,有 | 有,没有,有,有 | entrances.csv 第 7 行「无台阶」 | “有”看不懂，请填“是”、“否”、“未核实”之一
entrances.csv | lane-door | street-door | entrances.csv 第 3 行「编号」 | “street-door”和第 2 行重复了
facility-kinds.csv | 公厕,厕 | 公厕,厕所 | facility-kinds.csv 第 5 行「字」 | “厕所”要填一个汉字
facility-kinds.csv | 卫,宜养,5 | 卫,宜康,5 | facility-kinds.csv 第 10 行「五宜」 | “宜康”看不懂，请填“宜居”、“宜业”、“宜游”、“宜学”、“宜养”之一
facility-kinds.csv | 卫,宜养,5 | 卫,宜养,0 | facility-kinds.csv 第 10 行「目标分钟」 | “0”要填 1 到 60 之间的整数
facilities.csv | 梧桐菜场,菜场 | 梧桐菜场,菜厂 | facilities.csv 第 2 行「种类」 | 没有叫“菜厂”的种类（是不是“菜场”？）；种类名单见 facility-kinds.csv
facilities.csv | 120.1255,30.2099 | 120.1255, | facilities.csv 第 3 行「纬度」 | 经度和纬度要么都填，要么都空着
facilities.csv | 0571-55550204 | 5555 | facilities.csv 第 7 行「电话」 | “5555”不像电话号码
facilities.csv | wutong-market | wutong-hall | facilities.csv 第 2 行「编号」 | offices.csv 里已经有编号“wutong-hall”
facilities.csv | 否,没有,没有,现场核对（虚构）,2026-10-14 | 否,没有,没有,现场核对（虚构）, | facilities.csv 第 6 行「核实日期」 | 就要写哪天核实的
facilities.csv | 图书学习点,,,,否 | 图书学习点,,,,是 | facilities.csv 第 10 行「位置已核实」 | 没有经纬度，不能填“是”
news.csv | lift-day,加梯 | new-room,加梯 | news.csv 第 3 行「编号」 | “new-room”和第 2 行重复了
news.csv | river-cleaned, | river-dirty, | news.csv 第 4 行「编号」 | 正文在 news/river-dirty.md，可是没有这个文件
news.csv | 青石河清完了,生活圈 | 青石河清完了,生活 | news.csv 第 4 行「栏目」 | “生活”看不懂，请填“自治家园”
news.csv | 2026-11-18,据 | 2026-11-31,据 | news.csv 第 3 行「日期」 | “2026-11-31”这一天在日历上没有
news.csv | 据云溪街道 2026-11-10 发布（虚构） |  | news.csv 第 4 行「来源」 | 不能空着
news.csv | ,电梯, | ,飞机, | news.csv 第 3 行「图」 | “飞机”看不懂，请填“门面”
news/new-room.md | 会客厅:wutong-hall | 会客厅:wutong-hal | news/new-room.md 第 1 行 | 没有叫“wutong-hal”的会客厅或服务点（是不是“wutong-hall”？）
news/new-room.md | 活动:reed-market | 活动：芦岸集市 | news/new-room.md 第 23 行 | 没有叫“芦岸集市”的活动
notices.csv | 2026-11-25 18:00 | 2026-11-25 06:00 | notices.csv 第 2 行「结束」 | 要晚于开始
notices.csv | 2026-11-25 18:00 | 晚上 | notices.csv 第 2 行「结束」 | “晚上”不是时刻
notices.csv | 2026-11-25 18:00 | 2026-11-25 25:00 | notices.csv 第 2 行「结束」 | 里的钟点不对
words.csv | 微网格,,把 | 加梯,,把 | words.csv 第 4 行「名称」 | “加梯”和第 3 行重复了
words.csv | 分成几小片。,虚构 | 分成几小片。, | words.csv 第 4 行「来源」 | 不能空着
stalls.csv | reed-market,10,小吃 | reed-market,10月1日,小吃 | stalls.csv 第 4 行「摊位号」 | “10月1日”像是被表格改成了日期，原来大概是 10-1
stalls.csv | reed-market,10,小吃 | reed-market,2-Jan,小吃 | stalls.csv 第 4 行「摊位号」 | “2-Jan”像是被表格改成了日期，原来大概是 1-2
stalls.csv | reed-market,10,小吃 | reed-market,46082,小吃 | stalls.csv 第 4 行「摊位号」 | “46082”像是被表格改成了日期，原来大概是 3-1
stalls.csv | reed-market,10,小吃 | reed-market,０２,小吃 | stalls.csv 第 4 行「摊位号」 | “０２”和第 3 行重复了
stalls.csv | reed-market,10,小吃 | reed-market,一号,小吃 | stalls.csv 第 4 行「摊位号」 | “一号”和第 2 行重复了
stalls.csv | 虚构米糕 | #NAME? | stalls.csv 第 4 行「名称」 | “#NAME?”是表格里公式出的错
activities.csv | 0571-55550110,是 | 5.71E+11,是 | activities.csv 第 2 行「服务台电话」 | “5.71E+11”被表格改成了科学计数
activities.csv | 2099-06-06 | 72842 | activities.csv 第 5 行「日期」 | “72842”是表格里日期的内部数字，原来大概是 2099-06-06
activities.csv | 虚构的课程。 | **虚构**的课程。 | activities.csv 第 4 行「介绍」 | “**虚构**”这样的符号居民会照原样看到
activities.csv | 虚构的课程。 | ＊＊虚构＊＊的课程。 | activities.csv 第 4 行「介绍」 | “＊＊虚构＊＊”这样的符号居民会照原样看到
activities.csv | 虚构的课程。 | 在【厅】（会客厅：wutong-hall）。 | activities.csv 第 4 行「介绍」 | “【厅】（会客厅：wutong-hall）”这样的符号居民会照原样看到
activities.csv | 虚构的课程。 | __虚构__ 的课程。 | activities.csv 第 4 行「介绍」 | “__虚构__”这样的符号居民会照原样看到
activities.csv | 虚构的课程。 | ~~虚构~~的课程。 | activities.csv 第 4 行「介绍」 | “~~虚构~~”这样的符号居民会照原样看到
stalls.csv | reed-market,10,小吃 | reed-market,3/1/2026,小吃 | stalls.csv 第 4 行「摊位号」 | “3/1/2026”像是被表格改成了日期，原来大概是 3-1
stalls.csv | reed-market,10,小吃 | reed-market,2026-03-01T00:00:00.000Z,小吃 | stalls.csv 第 4 行「摊位号」 | 像是被表格改成了日期，原来大概是 3-1
hours-exceptions.csv | 休息,全员培训 | ####,全员培训 | hours-exceptions.csv 第 2 行「时间」 | “####”是列太窄时显示的样子
entrances.csv | ,78, | ,0.78, | entrances.csv 第 3 行「门宽厘米」 | “0.78”要填 40 到 500 之间的整数
`
  .trim()
  .split('\n')
  .map((line) => line.split(' | ') as [file: string, from: string, to: string, place: string, reason: string])

describe('each kind of mistake is named with its file, row, column and value', () => {
  it.each(MISTAKES)('%s: %s → %s', (file, from, to, place, reason) => {
    const problems = problemsOf(changed(file, from, to))
    const named = problems.filter((problem) => problem.startsWith(`${place}：`))
    expect(named).toEqual([expect.stringContaining(reason)])
  })

  it.each([
    ['about/nobody.md', '谁也不是', 'about/nobody.md：文件名要用 offices.csv 里的编号，那里没有编号“nobody”'],
    [
      'about/reed-room.md',
      '好\n\n## 标题',
      'about/reed-room.md 第 3 行：只能写文字和空行，不能用“#”这样的排版符号',
    ],
    [
      'about/reed-room.md',
      '看[这里](http://a.cn)',
      'about/reed-room.md 第 1 行：只能写文字和空行，不能用“[…](…)”这样的排版符号',
    ],
    ['about/reed-room.md', '字'.repeat(2001), 'about/reed-room.md：写了 2001 个字，最多 2000 个'],
    ['news/nobody.md', '谁也不看', 'news/nobody.md：文件名要用 news.csv 里的编号，那里没有编号“nobody”'],
    ['news/virus.pdf', 'MZ', 'news/virus.pdf：内容和名字不符，不是一个 .pdf 文件；请用做它的软件再存一次'],
    ['news/IMG_1.HEIC', 'x', expect.stringContaining('news/IMG_1.HEIC：这是苹果手机的照片格式')],
    [
      'news/a.webp',
      'x',
      expect.stringContaining('news/a.webp：这种图片不是每部手机都打得开；请在手机或电脑上'),
    ],
    ['news/a.jpg', 'GIF89a', 'news/a.jpg：内容和名字不符，这其实是 GIF 动图；请另存成 .jpg'],
    ['news/a.jpg', '0000ftypheic', expect.stringContaining('这其实是苹果手机的 HEIC 照片；请另存成 .jpg')],
    ['news/名单.xls', 'x', expect.stringContaining('请在 Excel 或 WPS 里另存为 .xlsx')],
    ['news/通知.doc', 'x', expect.stringContaining('请另存为 .docx，或者另存为 PDF')],
    ['news/canteens.txt', 'x', expect.stringContaining('请把“.txt”改成“.md”')],
    ['news/a.mp4', 'x', expect.stringContaining('视频和录音放不进消息')],
    ['tree.jpg', 'x', 'tree.jpg：图片要放在 news 文件夹里，.jpg 或 .png，由一篇新闻用到它'],
    ['offices (1).csv', 'x', expect.stringContaining('看着是 offices.csv 的副本或改了名')],
    ['offices - 副本.csv', 'x', expect.stringContaining('看着是 offices.csv 的副本或改了名')],
    ['Offices.CSV', 'x', expect.stringContaining('看着是 offices.csv 的副本或改了名')],
    ['旧/hours.csv', 'x', expect.stringContaining('看着是 hours.csv 的副本或改了名')],
    ['hours.xls', 'x', expect.stringContaining('请另存为“CSV UTF-8（逗号分隔）”')],
    ['about/nobody.md', 'x', expect.stringContaining('那里没有编号“nobody”')],
    ['news/page.html', '<b>', expect.stringContaining('news/page.html：网页放不进消息')],
    ['news/page.css', 'b', expect.stringContaining('news/page.css：新闻里只能放 .md 的正文')],
    ['news/名册.ofd', 'x', expect.stringContaining('请另存为 PDF')],
    ['news/名单.csv', 'x', expect.stringContaining('新闻里的表格直接写在正文里')],
    ['news/a.jpg.crdownload', 'x', expect.stringContaining('像是没有下载完或留作备份的文件')],
    ['offices.csv.bak', 'x', expect.stringContaining('像是没有下载完或留作备份的文件')],
    ['about/reed-room.docx', 'x', expect.stringContaining('存成 about/编号.md')],
    ['streets.geojson', ']', expect.stringContaining('streets.geojson：不是 GeoJSON')],
    ['streets-overlay.geojson', '{}', expect.stringContaining('streets-overlay.geojson：地图画得不对')],
    ['streets.graph', 'nonsense', 'streets.graph：这个文件坏了，或不是导入街道时写出的；请重新导入'],
    ['offices.xlsx', 'PK', expect.stringContaining('offices.xlsx：这是表格工作簿')],
    ['office.csv', '编号', expect.stringContaining('office.csv：数据包里没有这个文件的位置')],
    [
      'about/deep/reed-room.md',
      '深',
      expect.stringContaining('about/deep/reed-room.md：数据包里没有这个文件的位置'),
    ],
  ])('a stray or wrong text %s', (file, text, problem) => {
    expect(problemsOf(added(file, text))).toEqual([problem])
  })

  describe('an activity on a day on which its office is closed', () => {
    const CLASS = '云溪社区综合服务中心,yunxi-centre,2026-11-27,14:00-16:00,,20'
    const classOf = (office: string, days: string, more = '') =>
      changed('activities.csv', CLASS, `某处,${office},${days},20${more}`)
    const withColumns = (without: string, takesPlace: string, days: string, office = 'wutong-hall') => {
      const lines = new TextDecoder().decode(classOf(office, days).get('activities.csv')).split('\n')
      const more = lines.map((line, at) => {
        if (line === '') return line
        return at === 0
          ? `${line},不办的日子,休息日照办`
          : `${line},${at === 3 ? `${without},${takesPlace}` : ','}`
      })
      return new Map([...fixture, ['activities.csv', utf8(more.join('\n'))]])
    }

    it('is named with every such day, a weekly one and one by itself', () => {
      expect(problemsOf(classOf('wutong-hall', '2026-09-23,14:00-16:00,2026-12-02'))).toEqual([
        'activities.csv 第 4 行「日期」：会客厅那天休息：2026-10-07（国庆节）、2026-11-25（全员培训）。不办，就写进“不办的日子”；照办，就在“休息日照办”填“是”',
      ])
      expect(problemsOf(classOf('wutong-hall', '2026-10-01,14:00-16:00,'))).toEqual([
        'activities.csv 第 4 行「日期」：会客厅那天休息：2026-10-01（国庆节）。照办，就在“休息日照办”填“是”',
      ])
    })

    it('counts hours that were set for the day, not only whole days', () => {
      expect(problemsOf(classOf('wutong-hall', '2026-12-31,9:30-11:00,'))).toEqual([])
      expect(problemsOf(classOf('wutong-hall', '2026-12-31,14:00-16:00,'))).toEqual([
        expect.stringContaining('2026-12-31（年末盘点）'),
      ])
    })

    it('is left out where the pack says so, without a shift of the others', () => {
      const files = withColumns('2026-10-07、2026-11-25', '', '2026-09-30,14:00-16:00,2026-12-02')
      const days = packOf(files).activities.flatMap(({ id, series_day: day }) =>
        id.startsWith('paper-cutting') ? [day] : [],
      )
      expect(days).toHaveLength(8)
      expect(days).not.toContain('2026-10-07')
      expect(days).not.toContain('2026-11-25')
      expect(days).toContain('2026-12-02')
    })

    it('takes place where the pack says so', () => {
      const files = withColumns('', '是', '2026-09-30,14:00-16:00,2026-12-02')
      expect(packOf(files).activities.some(({ series_day: day }) => day === '2026-10-07')).toBe(true)
    })

    it.each([
      ['2026-10-02', '2026-09-30,14:00-16:00,2026-12-02', '“2026-10-02”不是这一串活动里的日子'],
      ['10月7日', '2026-09-30,14:00-16:00,2026-12-02', '“10月7日”不是日期'],
      ['2026-10-07', '2026-10-07,14:00-16:00,', '只有每周一次的活动才有'],
      ['2026-11-04', '2026-11-04,14:00-16:00,2026-11-05', '每一场都不办了'],
    ])('says what is wrong with the days left out: %s', (without, days, reason) => {
      expect(problemsOf(withColumns(without, '是', days))).toEqual([
        expect.stringMatching(new RegExp(`^activities.csv 第 4 行「不办的日子」：.*${reason}`)),
      ])
    })

    it('is nobody’s slip where the office keeps its hours on holidays', () => {
      expect(problemsOf(classOf('riders-lounge', '2026-10-01,14:00-16:00,'))).toEqual([])
    })
  })

  it('names both ends of a circle of successors', () => {
    const files = changed('offices.csv', '已搬迁,wutong-hall', '已搬迁,first-wutong-room')
    expect(problemsOf(files)).toEqual([
      expect.stringMatching(
        /^offices.csv 第 8 行「接替处」：.*（old-wutong-hall → first-wutong-room → old-wutong-hall）/,
      ),
      expect.stringMatching(
        /^offices.csv 第 9 行「接替处」：.*（first-wutong-room → old-wutong-hall → first-wutong-room）/,
      ),
    ])
  })

  it('names every file that is missing', () => {
    const problems = problemsOf(new Map())
    expect(problems).toHaveLength(15)
    expect(problems[1]).toMatch(
      /^compounds.csv：数据包里缺这个文件；没有内容也要有它，第一行写列名：编号、名称、居民区/,
    )
  })

  it('wants at least one neighbourhood and one office', () => {
    const files = new Map([...fixture, ['offices.csv', utf8(textOf('offices.csv').split('\n')[0]!)]])
    expect(problemsOf(files)).toContain('offices.csv：除了列名一行也没有，至少要有一个会客厅或服务点')
  })

  it('says all of them at once, in the order of files and rows', () => {
    const files = new Map([
      ...changed('offices.csv', '0571-55550103', '无'),
      ['hours.csv', utf8(textOf('hours.csv').replace('13:00-16:00', '下午'))],
      ['compounds.csv', utf8(textOf('compounds.csv').replace('芦岸花园,青石桥', '芦岸花园,东湖'))],
    ])
    expect(problemsOf(files).map((problem) => problem.split('：')[0])).toEqual([
      'compounds.csv 第 6 行「居民区」',
      'hours.csv 第 4 行「周五」',
      'offices.csv 第 4 行「电话」',
    ])
  })

  it('does not blame other sheets for one that cannot be read', () => {
    const files = new Map([...fixture, ['offices.csv', utf8(textOf('offices.csv').replace('简称', '简写'))]])
    expect(problemsOf(files)).toEqual([
      expect.stringContaining('offices.csv 第 1 行「简写」：不认识这一列'),
      'offices.csv 第 1 行「简称」：缺这一列',
    ])
    const withoutHours = new Map([...fixture].filter(([file]) => file !== 'hours.csv'))
    expect(problemsOf(withoutHours)).toEqual([expect.stringContaining('hours.csv：数据包里缺这个文件')])
  })
})

describe('the page about the data pack', () => {
  const page = readFileSync(resolve(__dirname, '../../docs/data-pack.md'), 'utf8')
  const chapterOf = (file: string): string =>
    page.split('\n## ').find((chapter) => chapter.split('\n', 1)[0]?.includes(file)) ?? ''

  it.each(FORMS)('tells the editor what to fill into every column of $file', ({ file, columns }) => {
    const rows = [...chapterOf(file).matchAll(/^\| ([^|]+) \|/gm)].map(([, cell]) => cell ?? '')
    const explained = new Set(
      rows.join('、').replace('周一 … 周日', '周一、周二、周三、周四、周五、周六、周日').split('、'),
    )
    expect(columns.filter((column) => !explained.has(column))).toEqual([])
  })
})
