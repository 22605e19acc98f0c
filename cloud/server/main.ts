import { join, resolve } from 'node:path'
import { mkdir } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import type { Logger } from 'pino'
import { createDispatch } from '../app/dispatch'
import { standardLimits } from '../app/limits'
import { OperatorError } from '../database/operator-error'
import { announcedHolidays } from '../gateways/holiday-calendar'
import { sealsFor, type Seals } from '../gateways/sealing/seals'
import { wechatLoginWith, wechatLoginWithout } from '../gateways/wechat-login'
import { wechatMessagesFor } from '../gateways/wechat-messages'
import { wechatCodesFor } from '../gateways/wechat/codes'
import { textCheckFor } from '../gateways/wechat/text-check'
import { handlers } from '../handlers'
import { openDatabase, reportFailure, type OpenDatabase } from '../setup/open-database'
import { prepareDatabase } from '../setup/prepare-database'
import { readSettings, type Settings } from '../setup/settings'
import { createHttpServer } from './http-server'
import { startJobTimer } from './job-timer'
import { createLog, logHandled } from './log'
import { createMetrics } from './metrics'

const POOL_SIZE = 12

async function main(): Promise<void> {
  const settings = readSettings(process.env)
  const seals = sealsFor(process.env, settings.isDemo)
  const log = createLog(process.env['LOG_LEVEL'])
  const stopping = whenAskedToStop()
  const database = await openDatabase(settings, {
    applicationName: 'living-room-server',
    poolSize: POOL_SIZE,
    onIdleError: (error) => log.warn({ err: error }, 'an idle database connection broke'),
    onLost: (error) => {
      process.exitCode = reportFailure(error)
      stopping.begin()
    },
  })
  try {
    const prepared = await prepareDatabase(database.db, settings, seals)
    for (const sentence of [...database.notices, ...prepared]) say(sentence)
    await serve({ settings, database, seals }, log, stopping.begun)
  } finally {
    await database.close()
  }
}

/** What the server is made of. */
interface Parts {
  readonly settings: Settings
  readonly database: OpenDatabase
  readonly seals: Seals
}

async function serve({ settings, database, seals }: Parts, log: Logger, stop: Promise<void>): Promise<void> {
  const { db } = database
  const metrics = createMetrics()
  const files = resolve(settings.dataDir, 'files')
  await mkdir(files, { recursive: true })
  const checkText = textCheckFor(settings.wechat)
  const server = await createHttpServer({
    dispatch: createDispatch({
      db,
      handlers,
      limits: standardLimits,
      gateways: {
        wechatLogin: settings.wechat === null ? wechatLoginWithout : wechatLoginWith(settings.wechat),
        holidays: announcedHolidays,
        phoneSeal: seals.phoneSeal,
        keySeal: seals.keySeal,
        checkText,
        drawCode: wechatCodesFor(settings.wechat),
      },
      onHandled: (handled) => {
        metrics.observe(handled)
        logHandled(log, handled)
      },
    }),
    metrics,
    log,
    folders: { h5: join(built, 'h5'), desk: join(built, 'desk'), files },
    ping: () => database.ping(),
    trustProxy: settings.trustProxy,
    isDemo: settings.isDemo,
  })
  await server.listen({ host: settings.host, port: settings.port }).catch((error: NodeJS.ErrnoException) => {
    throw listenRefusal(error, settings)
  })
  const timer = startJobTimer(db, { sendMessage: wechatMessagesFor(settings.wechat), checkText }, log)
  announce(settings, server.server.address() as AddressInfo)
  await stop
  await timer.stop()
  await server.close()
}

/** `dist/server/main.cjs` stands beside `dist/h5` and `dist/desk`. */
const built = resolve(__dirname, '..')

function listenRefusal(error: NodeJS.ErrnoException, { host, port }: Settings): Error {
  if (error.code === 'EADDRINUSE') {
    return new OperatorError(
      `Port ${port} is in use by another program: stop that one, or choose another port, for example PORT=${port + 1} npm start.`,
    )
  }
  if (error.code === 'EACCES') {
    return new OperatorError(
      `You may not listen on port ${port}: choose one above 1023, for example PORT=8787 npm start.`,
    )
  }
  return error.code === 'EADDRNOTAVAIL'
    ? new OperatorError(`HOST ${host} is no address of this machine.`)
    : error
}

function announce({ isDemo }: Settings, { address, port }: AddressInfo): void {
  const origin = `http://${address.includes(':') ? `[${address}]` : address}:${port}`
  say(`\n  曹杨百姓会客厅 is ready${isDemo ? ' (demo mode: invented people, this machine only)' : ''}\n`)
  say(`  Residents' pages   ${origin}/`)
  say(`  Staff desk         ${origin}/desk/`)
  say(`  Wall screen        ${origin}/screen/\n`)
  say('  Ctrl-C stops everything.\n')
}

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`)

function whenAskedToStop(): { begun: Promise<void>; begin: () => void } {
  let begin = (): void => undefined
  const begun = new Promise<void>((resolveBegun) => {
    begin = resolveBegun
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, begin)
  return { begun, begin }
}

main().catch((error: unknown) => {
  process.exitCode = reportFailure(error)
})
