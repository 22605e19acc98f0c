import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Database } from '../../database/connect'
import { OperatorError } from '../../database/operator-error'
import type { Pack, PackFiles } from '../pack'
import { parsePack } from '../parse-pack'
import { describeProblem } from '../problem'
import { asItIs, escaped, type Writing } from './article-text'
import { readRows } from './read-rows'
import { aboutFile, articleFile, writeFiles } from './written-pack'

export interface Export {
  readonly files: PackFiles
  /** A Chinese sentence for each thing that the tables cannot say, or would not be loaded with. */
  readonly losses: readonly string[]
}

/** What is in the database as the files of a pack, read once more as a proof. */
export async function exportPack(db: Database): Promise<Export> {
  const pack = await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((tx) => readRows(tx))
  const files = writeFiles(pack, chooseWriting(pack))
  const reading = parsePack(files)
  return {
    files,
    losses: reading.ok ? lossesOf(pack, reading.pack) : reading.problems.map(describeProblem),
  }
}

/** Backslashes only in texts that would be read as something else without them. */
function chooseWriting(pack: Pack): (file: string) => Writing {
  const reading = parsePack(writeFiles(pack))
  const wrong = new Set<string>()
  if (!reading.ok) for (const { file } of reading.problems) wrong.add(file)
  else {
    const texts = textsOf(reading.pack)
    for (const [file, text] of textsOf(pack)) if (texts.get(file) !== text) wrong.add(file)
  }
  return (file) => (wrong.has(file) ? escaped : asItIs)
}

const textsOf = ({ offices, articles }: Pack): ReadonlyMap<string, string> =>
  new Map([
    ...offices.map(({ id, about }) => [aboutFile(id), about ?? ''] as const),
    ...articles.map(({ id, blocks }) => [articleFile(id), JSON.stringify(canonical(blocks))] as const),
  ])

/** What came back otherwise than it was, by table and row. */
function lossesOf(pack: Pack, again: Pack): readonly string[] {
  return (Object.keys(pack) as (keyof Pack)[]).flatMap((table) => {
    const rows = pack[table]
    if (!Array.isArray(rows))
      return JSON.stringify(rows) === JSON.stringify(again[table]) ? [] : ['街道图不一样']
    const there = new Set((again[table] as readonly object[]).map(textOf))
    return (rows as readonly object[])
      .filter((row) => !there.has(textOf(row)))
      .map((row) => `${TABLE_WORDS[table]}：${nameOf(row)}，数据包的表格里写不全`)
  })
}

const TABLE_WORDS: Readonly<Record<keyof Pack, string>> = {
  settings: '设置',
  neighbourhoods: '居民区',
  compounds: '小区',
  services: '服务',
  offices: '会客厅',
  officeServices: '会客厅的服务',
  zones: '区域',
  hours: '开放时间',
  exceptions: '某一天的时间',
  entrances: '出入口',
  activities: '活动',
  stalls: '摊位',
  facilityKinds: '生活圈种类',
  facilities: '设施',
  articles: '新闻',
  articleFiles: '新闻的文件',
  words: '解释的词',
  notices: '紧急通知',
  streets: '街道图',
}

function nameOf(row: object): string {
  const { id, name, title, office_id, activity_id, number, key } = row as Record<string, string | undefined>
  return [title ?? name ?? key, office_id ?? activity_id, id ?? number].filter((part) => part).join(' ')
}

/** The place in a table is no content: only the order counts. */
const textOf = ({ sort_order: _order, ...row }: { sort_order?: number }): string =>
  JSON.stringify(canonical(row))

/** With the names of each object in one order. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, part]) => [name, canonical(part)]),
  )
}

/** @throws OperatorError when something lies in the folder: an old file among new ones would be read with them. */
export async function writeFolder(folder: string, files: PackFiles): Promise<void> {
  await mkdir(folder, { recursive: true })
  if ((await readdir(folder)).length > 0)
    throw new OperatorError(`The folder ${folder} is not empty: name one that is empty or not there yet.`)
  for (const [file, bytes] of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), bytes)
  }
}
