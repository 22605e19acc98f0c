import { migrateAsOwner } from '../database/migrate'
import { joinDatabase, reportFailure, type OpenDatabase } from '../setup/open-database'
import { readSettings, type Settings } from '../setup/settings'
import { readMode } from '../repositories/database-mode'
import { readPackFolder, refuseSamples } from './load-folder'
import { sampleFinding } from './samples'
import { lastHash, loadPack, previewPack } from './loading/load-pack'
import { exportPack, writeFolder } from './writing/export-pack'

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`)
const warn = (error: Error): void => void process.stderr.write(`${error.message}\n`)

const USE = [
  'Use: node dist/pack/main.cjs                    what loading the data pack would change; a database without one gets it',
  '     node dist/pack/main.cjs --apply            loads it',
  '     node dist/pack/main.cjs --check            looks for problems only',
  '     node dist/pack/main.cjs --export <folder>  writes what is in the database as a data pack',
].join('\n')

/** `npm run pack:load` and `npm run pack:export`, beside a running server or without one. */
async function main(): Promise<number> {
  const settings = readSettings(process.env)
  const [option = '', folder, ...rest] = process.argv.slice(2)
  const isKnown = option === '--export' ? folder !== undefined : folder === undefined
  if (!isKnown || rest.length > 0 || !['', '--apply', '--check', '--export'].includes(option)) {
    process.stderr.write(`${USE}\n`)
    return 2
  }
  return folder === undefined ? load(settings, option) : save(settings, folder)
}

async function load(settings: Settings, option: string): Promise<number> {
  const pack = await readPackFolder(settings.dataPack)
  say(
    `数据包 ${settings.dataPack} 没有问题：${pack.offices.length} 处会客厅和服务点，${pack.compounds.length} 个小区`,
  )
  if (option === '--check') {
    const samples = settings.isDemo ? null : sampleFinding(pack, settings.dataPack)
    if (samples !== null) say(samples)
    return 0
  }
  return withDatabase(settings, async ({ db, beforehand }) => {
    await beforehand(migrateAsOwner)
    if ((await readMode(db))?.isDemo !== true) refuseSamples(pack, settings.dataPack)
    if (option === '--apply' || (await lastHash(db)) === null) {
      const { unchanged } = await loadPack(db, pack, { report: say })
      say(unchanged ? '和上次读入的一样，什么也没有改' : '已读入')
      return 0
    }
    const sentences = await previewPack(db, pack)
    if (sentences.length === 0) say('数据库里的和数据包一样')
    else {
      say('读入以后会是这样（还没有写入）：')
      for (const sentence of sentences) say(sentence)
      say('确认以后加上 --apply 再运行一次')
    }
    return 0
  })
}

const save = (settings: Settings, folder: string): Promise<number> =>
  withDatabase(settings, async ({ db, beforehand }) => {
    await beforehand(migrateAsOwner)
    const { files, losses } = await exportPack(db)
    await writeFolder(folder, files)
    say(`已写到 ${folder}：${files.size} 个文件`)
    for (const sentence of losses) say(sentence)
    return losses.length === 0 ? 0 : 1
  })

async function withDatabase(
  settings: Settings,
  work: (database: OpenDatabase) => Promise<number>,
): Promise<number> {
  const database = await joinDatabase(settings, {
    applicationName: 'living-room-pack',
    poolSize: 1,
    onIdleError: warn,
    onLost: warn,
  })
  try {
    for (const notice of database.notices) say(notice)
    return await work(database)
  } finally {
    await database.close()
  }
}

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    process.exitCode = reportFailure(error)
  },
)
