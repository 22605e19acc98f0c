import { migrateAsOwner } from '../database/migrate'
import { joinDatabase, reportFailure } from '../setup/open-database'
import { readSettings } from '../setup/settings'
import { readMode } from '../repositories/database-mode'
import { readPackFolder, refuseSamples } from './load-folder'
import { sampleFinding } from './samples'
import { loadPack } from './loading/load-pack'

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`)
const warn = (error: Error): void => void process.stderr.write(`${error.message}\n`)

/** `npm run pack:load`: checks the data pack and loads it, beside a running server or without one. With `-- --check` it only checks. */
async function main(): Promise<number> {
  const settings = readSettings(process.env)
  const option = process.argv.slice(2).join(' ')
  if (option !== '' && option !== '--check') {
    process.stderr.write('Use: node dist/pack/main.cjs, or with --check to look for problems only.\n')
    return 2
  }
  const pack = await readPackFolder(settings.dataPack)
  say(
    `数据包 ${settings.dataPack} 没有问题：${pack.offices.length} 处会客厅和服务点，${pack.compounds.length} 个小区`,
  )
  if (option === '--check') {
    const samples = settings.isDemo ? null : sampleFinding(pack, settings.dataPack)
    if (samples !== null) say(samples)
    return 0
  }
  const database = await joinDatabase(settings, {
    applicationName: 'living-room-pack',
    poolSize: 1,
    onIdleError: warn,
    onLost: warn,
  })
  try {
    for (const notice of database.notices) say(notice)
    await database.beforehand(migrateAsOwner)
    if ((await readMode(database.db))?.isDemo !== true) refuseSamples(pack, settings.dataPack)
    const { unchanged } = await loadPack(database.db, pack, { report: say })
    say(unchanged ? '和上次读入的一样，什么也没有改' : '已读入')
    return 0
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
