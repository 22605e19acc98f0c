import { sql } from 'kysely'
import type { Database } from '../../cloud/database/connect'

const PLACES =
  '兰溪 花溪 枫桥 梅川 杨柳 棠浦 武宁 曹杨 桐柏 梅岭 金沙 中宁 隆德 百禧 环浜 南岭 北杨 桂杨'.split(' ')
const PARTS = '一村 二村 三村 东片 西片 南门 北门 中心 街心 河边 车站 学校 桥头 新苑 花园 大楼'.split(' ')
const FACILITIES =
  '食堂 公园 药店 菜场 便利店 卫生站 幼儿园 图书室 健身点 步道 公厕 充电站 修补铺 理发店'.split(' ')
const DOINGS = '中国结 太极拳 剪纸 合唱 书法 手机课 量血压 理发 磨刀 义诊 包饺子 读书会 观影 编织 摄影'.split(
  ' ',
)
const NEWS = '加装电梯 垃圾分类 楼道清理 路灯修好 旧房改造 花坛种花 消防演练 邻里节 送清凉 体检'.split(' ')
const WORDS = '居民 社区 服务 今天 大家 一起 参加 活动 通知 时间 地点 街坊 楼组 志愿者 老人 孩子'.split(' ')

/** Rows of each kind; fifty thousand documents in all. */
const COUNTS = { office: 1_000, service: 1_000, facility: 20_000, activity: 18_000, article: 10_000 } as const
export const DOCUMENTS = Object.values(COUNTS).reduce((sum, count) => sum + count, 0)

/** The same numbers at every run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Fills the sources of the search with an invented 街道 of a size that none has. */
export async function buildSubdistrict(db: Database): Promise<void> {
  const next = numbers(7)
  const one = (from: readonly string[]): string => from[Math.floor(next() * from.length)] ?? ''
  const place = (): string => one(PLACES) + one(PARTS)
  const text = (): string => Array.from({ length: 24 }, () => one(WORDS)).join('')
  const rows = (count: number, row: (index: number) => object): string =>
    JSON.stringify(Array.from({ length: count }, (_, index) => row(index)))
  await sql`set statement_timeout = 0`.execute(db)
  await sql`
    insert into office (id, kind, name, short_name, address, position_verified, status, about, sort_order)
    select id, 'living-room', name, short_name, address, false, 'open', about, 1000 + number
    from jsonb_to_recordset(${rows(COUNTS.office, (number) => {
      const name = `${place()}${number}号`
      return {
        id: `bench-${number}`,
        name: `${name}百姓会客厅`,
        short_name: name,
        address: `${place()}${number}弄`,
        about: text(),
        number,
      }
    })}::jsonb) as made (id text, name text, short_name text, address text, about text, number integer)`.execute(
    db,
  )
  await sql`
    insert into service (id, name, also_called, description, sort_order)
    select id, name, array[word], description, 1000 + number
    from jsonb_to_recordset(${rows(COUNTS.service, (number) => ({
      id: `bench-${number}`,
      name: `${one(NEWS)}${one(DOINGS)}${number}`,
      word: `${one(PLACES)}${one(NEWS)}${number}`,
      description: text(),
      number,
    }))}::jsonb) as made (id text, name text, word text, description text, number integer)`.execute(db)
  await sql`
    insert into facility (id, kind_id, name, address, position_verified, step_free, ramp, accessible_toilet, sort_order)
    select id, 'pocket-park', name, address, false, 'unverified', 'unverified', 'unverified', 1000 + number
    from jsonb_to_recordset(${rows(COUNTS.facility, (number) => ({
      id: `bench-${number}`,
      name: `${place()}${one(FACILITIES)}${number}`,
      address: `${one(PLACES)}路 ${number} 号`,
      number,
    }))}::jsonb) as made (id text, name text, address text, number integer)`.execute(db)
  await sql`
    insert into activity (id, kind, status, origin, topic, title, place, about, sample, starts_at, ends_at,
      step_free, ramp, lift, accessible_toilet, hearing_loop, toilet, baby_room, drinking_water,
      compound_ids, neighbourhood_ids, questions)
    select id, 'open', 'published', 'staff', 'other', title, place, about, true, now() + number * interval '1 hour',
      now() + (number + 1) * interval '1 hour', 'unverified', 'unverified', 'unverified', 'unverified', 'unverified',
      'unverified', 'unverified', 'unverified', '{}', '{}', '[]'
    from jsonb_to_recordset(${rows(COUNTS.activity, (number) => ({
      id: `bench-${number}`,
      title: `${one(PLACES)}${one(DOINGS)}${one(DOINGS)}`,
      place: place(),
      about: text(),
      number,
    }))}::jsonb) as made (id text, title text, place text, about text, number integer)`.execute(db)
  await sql`
    insert into article (id, news_column, title, summary, published_on, source, blocks, body_text, word_ids)
    select id, 'reviews', title, title, current_date - number % 3000, 'bench', '[]', body, '{}'
    from jsonb_to_recordset(${rows(COUNTS.article, (number) => ({
      id: `bench-${number}`,
      title: `${place()}${one(NEWS)}${one(DOINGS)}`,
      body: text() + text(),
      number,
    }))}::jsonb) as made (id text, title text, body text, number integer)`.execute(db)
}

/** What people type while the answer already comes: beginnings too, common words, letters, slips. */
export const TYPED: readonly string[] = [
  ...PLACES,
  ...PARTS,
  ...FACILITIES,
  ...DOINGS,
  ...NEWS,
  ...PLACES.map((place, index) => `${place}${FACILITIES[index % FACILITIES.length] ?? ''}`),
  ...'l la lan lanx lanxi lxgy jzdt zgj taijiquan tjq shujika cuyang caoyan huaxiyicun hxyc meichuanlu'.split(
    ' ',
  ),
  ...'兰溪一村食糖 梅川路公圆 附近哪里有食堂 太极全 加装电体 武宁 食堂 百禧 理发 曹 村 没有这样的东西'.split(
    ' ',
  ),
]
