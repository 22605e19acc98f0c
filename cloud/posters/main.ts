import { OperatorError } from '../database/operator-error'
import { checkSessions } from '../database/role-settings'
import { wechatCodesFor } from '../gateways/wechat/codes'
import { readMode } from '../repositories/database-mode'
import { joinDatabase, reportFailure } from '../setup/open-database'
import { readSettings, type Settings } from '../setup/settings'
import { makePosters } from './make-posters'
import { readOptions, type PosterOptions } from './options'

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`)
const warn = (error: Error): void => void process.stderr.write(`${error.message}\n`)

/** `npm run posters`: printable sheets with the codes of offices or of an activity, beside a running server or without one. */
async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2))
  const settings = readSettings(process.env)
  const database = await joinDatabase(settings, {
    applicationName: 'living-room-posters',
    poolSize: 1,
    onIdleError: warn,
    onLost: warn,
  })
  try {
    for (const sentence of await checkSessions(database.db)) process.stderr.write(`${sentence}\n`)
    const mode = await readMode(database.db)
    if (mode === null)
      throw new OperatorError('The database has not been set up: start the server once, then print posters.')
    const { files, without } = await makePosters(
      {
        db: database.db,
        now: mode.now,
        drawCode: wechatCodesFor(settings.wechat),
        host: hostOf(options, settings, mode.isDemo),
      },
      options,
    )
    for (const file of files) say(file)
    say(`${files.length} 张写好了。用浏览器打开，选“打印”，纸张 ${options.size}，缩放 100%。`)
    for (const line of without) process.stderr.write(`没有小程序码：${line}。这张先放了普通二维码。\n`)
    return without.length === 0 ? 0 : 1
  } finally {
    await database.close()
  }
}

/** A code on paper leads to this host for years: only a demonstration may guess it. */
function hostOf(options: PosterOptions, { host, port }: Settings, isDemo: boolean): string {
  if (options.host !== null) return options.host
  if (isDemo) return `${host}:${port}`
  throw new OperatorError('Say which host serves the codes: --host caoyang.example.cn')
}

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    process.exitCode = reportFailure(error)
  },
)
