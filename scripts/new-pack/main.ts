import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { parsePack } from '../../cloud/pack/parse-pack'
import { describeProblem } from '../../cloud/pack/problem'
import { newPack, type PackAnswers } from './new-pack'

/** Flag → what is asked where it is missing. */
const QUESTIONS = {
  name: '街道或镇的全名',
  kind: '街道还是镇',
  app: '小程序的名称',
  organiser: '主办单位',
  hotline: '市民热线的号码',
  guideline: '生活圈照哪份导则（当地没有，就写要照的那一份）',
  west: '西边界经度（WGS-84）',
  east: '东边界经度',
  south: '南边界纬度',
  north: '北边界纬度',
  neighbourhoods: '居民区，用顿号隔开',
  offices: '会客厅，用顿号隔开',
} as const
type Flag = keyof typeof QUESTIONS
const FLAGS = Object.keys(QUESTIONS) as readonly Flag[]

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`)
const refuse = (sentence: string): number => {
  process.stderr.write(`${sentence}\n`)
  return 1
}

/** `npm run pack:new -- <folder name> [--name … --kind 镇 …]`: begins a data pack; what no flag says is asked. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: Object.fromEntries(FLAGS.map((flag) => [flag, { type: 'string' as const }])),
  })
  const [folderName = '', ...more] = positionals
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(folderName) || more.length > 0)
    return refuse(`Use: npm run pack:new -- <name> ${FLAGS.map((flag) => `[--${flag} …]`).join(' ')}`)
  const folder = join('data', folderName)
  if (existsSync(folder)) return refuse(`${folder} 已经有了，没有动它。请换一个名字。`)
  const said = await answersTo(values as Partial<Record<Flag, string>>)
  const kind = said.kind
  if (kind !== '街道' && kind !== '镇') return refuse('类别只能是“街道”或“镇”。')
  const answers: PackAnswers = {
    ...said,
    kind,
    appName: said.app,
    neighbourhoods: listed(said.neighbourhoods),
    offices: listed(said.offices),
  }
  const files = newPack(answers, kindsOf(readFileSync(join('data', 'caoyang', 'facility-kinds.csv'), 'utf8')))
  const read = parsePack(new Map([...files].map(([file, text]) => [file, Buffer.from(text)])))
  if (!read.ok)
    return refuse(['还不能这样开始，什么也没有写：', ...read.problems.map(describeProblem)].join('\n'))
  mkdirSync(folder, { recursive: true })
  for (const [file, text] of files) writeFileSync(join(folder, file), `\uFEFF${text}`)
  say(
    `${folder} 写好了，检查通过。下一步照 docs/data-pack.md 填各张表；看一眼：DATA_PACK=${folder} npm start`,
  )
  return 0
}

async function answersTo(given: Partial<Record<Flag, string>>): Promise<Record<Flag, string>> {
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  const answers: Partial<Record<Flag, string>> = {}
  for (const flag of FLAGS)
    answers[flag] = (given[flag] ?? (await lines.question(`${QUESTIONS[flag]}：`))).trim()
  lines.close()
  return answers as Record<Flag, string>
}

const listed = (text: string): readonly string[] =>
  text
    .split(/[、，,;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** Kinds of the life circle are the same everywhere; how many minutes each may take is the guideline's. */
function kindsOf(text: string): readonly Readonly<Record<string, string>>[] {
  const [head = '', ...rows] = text
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
  const columns = head.split(',')
  return rows.map((row) =>
    Object.fromEntries(row.split(',').map((value, index) => [columns[index] ?? '', value])),
  )
}

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    process.exitCode = 1
  },
)
