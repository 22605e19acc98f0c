import { join, resolve } from 'node:path'
import { mkdir } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import type { Logger } from 'pino'
import { instant } from '../../core/kernel/shanghai-time'
import { createDispatch, DATABASE_LOST } from '../app/dispatch'
import { standardLimits } from '../app/limits'
import { countByMinute } from '../app/minute-count'
import { createWriteQueue, writeQueueFor } from '../app/write-queue'
import { ownerFinding, readUser } from '../database/grants'
import { OperatorError } from '../database/operator-error'
import { checkSessions } from '../database/role-settings'
import type { Gateways } from '../gateways'
import { announcedHolidays } from '../gateways/holiday-calendar'
import { picturesThrough } from '../gateways/picture-maker'
import { sealsFor, type Seals } from '../gateways/sealing/seals'
import { tableFilesThrough } from '../gateways/table-reader'
import { writeXlsx } from '../gateways/table-writer'
import { wechatLoginFor } from '../gateways/wechat-login'
import { wechatMessagesFor } from '../gateways/wechat-messages'
import { wechatCodesFor } from '../gateways/wechat/codes'
import { textCheckFor } from '../gateways/wechat/text-check'
import { handlers } from '../handlers'
import { openDatabase, reportFailure, type OpenDatabase } from '../setup/open-database'
import { prepareDatabase } from '../setup/prepare-database'
import { askClock, checkSetup, type Checked } from '../setup/check-setup'
import { checkFromPhone } from '../setup/from-phone'
import { readSettings, type Settings } from '../setup/settings'
import { refuseWeakSettings } from '../setup/strict-start'
import { readMode } from '../repositories/database-mode'
import { readOperationFigures } from '../repositories/operations'
import { missingYear } from '../services/calendar'
import { readSubdistrict } from '../repositories/directory'
import { playWorld } from './demo-world/play'
import { BEHIND_A_PROXY, createDrain } from './draining'
import { createHttpServer } from './http-server'
import { createLog, logHandled } from './log'
import { createMetrics, type Metrics } from './metrics'
import { buildOf, listenForMetrics } from './metrics-server'
import { poolState, type Database } from '../database/connect'
import { runJobs, type JobGateways, type JobReport } from '../jobs/run'

const POOL_SIZE = 12

async function main(): Promise<void> {
  const [option = '', from = '', address = '', ...rest] = process.argv.slice(2)
  if (option === '--check' && from === '')
    return report(await checkSetup(process.env, built), 'A start has everything that it needs.')
  if (option === '--check' && from === '--from-phone' && address !== '' && rest.length === 0)
    return report(
      await checkFromPhone(address),
      'A phone here reaches the server, and what people write comes through.',
    )
  if (option !== '')
    throw new OperatorError(
      'Use: node dist/server/main.cjs, with --check to look for problems only, or with --check --from-phone <https://…> to look from outside.',
    )
  const settings = readSettings(process.env)
  refuseWeakSettings(process.env, settings)
  const seals = sealsFor(process.env, settings.isDemo)
  const log = createLog(process.env['LOG_LEVEL'])
  const stopping = whenAskedToStop()
  const metrics = createMetrics()
  const lost = countByMinute((count) => log.warn({ count }, 'database connections broke'))
  const onLostConnection = (): void => {
    metrics.lostConnection()
    lost.add()
  }
  const database = await openDatabase(settings, {
    applicationName: 'living-room-server',
    poolSize: POOL_SIZE,
    onIdleError: () => onLostConnection(),
    onLost: (error) => {
      process.exitCode = reportFailure(error)
      stopping.begin()
    },
  })
  try {
    if (!settings.isDemo) await refuseOtherClock(database)
    const prepared = await database.beforehand((db) => prepareDatabase(db, settings, seals))
    const sessions = await checkSessions(database.db)
    const owner =
      settings.isDemo || settings.databaseUrl === null ? null : await database.beforehand(ownerSentence)
    for (const sentence of [...database.notices, ...prepared, ...sessions]) say(sentence)
    if (owner !== null) say(owner)
    await serve({ settings, database, seals, metrics, onLostConnection }, log, stopping.begun)
  } finally {
    await database.close()
  }
}

/** `--check`, here or from outside: everything that there is to say, at once; 1 where a start would be refused or something is missing. */
function report({ findings, notes }: Checked, allIsWell: string): void {
  for (const note of notes) say(`· ${note}`)
  for (const finding of findings) say(`✗ ${finding}`)
  say(findings.length === 0 ? `✓ ${allIsWell}` : `\n${findings.length} to put right.`)
  process.exitCode = findings.length === 0 ? 0 : 1
}

/** On a connection of its own: those of the pool are to begin after the role has its settings. */
async function refuseOtherClock(database: OpenDatabase): Promise<void> {
  const finding = await database.beforehand(askClock)
  if (finding !== null) throw new OperatorError(finding)
}

/** A deployment of one user goes on, and hears of it at each start. */
const ownerSentence = async (db: Database): Promise<string | null> => ownerFinding(await readUser(db))

/** What the server is made of. */
interface Parts {
  readonly settings: Settings
  readonly database: OpenDatabase
  readonly seals: Seals
  readonly metrics: Metrics
  readonly onLostConnection: () => void
}

async function serve(parts: Parts, log: Logger, stop: Promise<void>): Promise<void> {
  const { settings, database, seals, metrics } = parts
  const { db } = database
  const files = resolve(settings.dataDir, 'files')
  await mkdir(files, { recursive: true })
  const checkText = textCheckFor(settings.wechat)
  const drain = createDrain()
  const gateways = {
    wechatLogin: wechatLoginFor(settings),
    holidays: announcedHolidays,
    phoneSeal: seals.phoneSeal,
    keySeal: seals.keySeal,
    checkText,
    drawCode: wechatCodesFor(settings.wechat),
    wechatAppId: settings.wechat?.appId ?? null,
    readTableFile: tableFilesThrough(join(built, 'table-reader', 'main.cjs')),
    writeTableFile: writeXlsx,
    makePicture: picturesThrough(join(built, 'picture-maker', 'main.cjs')),
  }
  const outside = { sendMessage: wechatMessagesFor(settings.wechat), checkText }
  if (settings.demoWorld) await playMonth(db, gateways, outside)
  const server = await createHttpServer({
    dispatch: createDispatch({
      db,
      handlers,
      limits: standardLimits,
      queue: createWriteQueue(writeQueueFor(POOL_SIZE)),
      gateways,
      onHandled: (handled) => {
        metrics.observe(handled)
        if (handled.outcome === DATABASE_LOST) parts.onLostConnection()
        logHandled(log, handled)
      },
    }),
    metrics,
    metricsElsewhere: settings.metrics !== null,
    log,
    folders: { h5: join(built, 'h5'), desk: join(built, 'desk'), files },
    ping: () => database.ping(),
    subdistrict: () => readSubdistrict(db),
    wechatAppId: settings.wechat?.appId ?? null,
    trustProxy: settings.trustProxy,
    publicOrigin: settings.publicOrigin,
    isDemo: settings.isDemo,
    drain,
  })
  metrics.watch({
    pool: () => poolState(db),
    figures: () => readOperationFigures(database.probe),
    missingYear: () => missingYearNow(database.probe),
    build: await buildOf(__filename),
  })
  const metricsServer = await listenForMetrics(settings, metrics, log)
  await server.listen({ host: settings.host, port: settings.port }).catch((error: NodeJS.ErrnoException) => {
    throw listenRefusal(error, settings)
  })
  const warnOfHolidays = onceADay(async () => {
    const year = await missingYearNow(database.probe)
    if (year !== null)
      log.warn({ year }, 'public holidays are missing: staff enter them on the desk (设置 → 节假日)')
  }, log)
  const timer = startJobTimer(
    db,
    outside,
    (reports) => {
      metrics.observeJobs(reports)
      logJobs(log, reports)
      void warnOfHolidays()
    },
    log,
  )
  void warnOfHolidays()
  printAddress(settings, server.server.address() as AddressInfo)
  await stop
  endInTime(log)
  const out = settings.trustProxy ? drain.begin(BEHIND_A_PROXY) : Promise.resolve()
  await Promise.all([timer.stop(), out.then(() => server.close())])
  metricsServer?.close()
}

/** On the one clock; `null` where nothing is missing. */
async function missingYearNow(db: Database): Promise<number | null> {
  const mode = await readMode(db)
  return mode === null ? null : missingYear({ db, gateways: { holidays: announcedHolidays } }, mode.now)
}

const DAY_MS = 86_400_000

/** Gives what does it at the first call and at the first one of each day after. */
function onceADay(act: () => Promise<void>, log: Logger): () => Promise<void> {
  let last = -Infinity
  return async () => {
    if (performance.now() - last < DAY_MS) return
    last = performance.now()
    await act().catch((error: unknown) => log.error({ err: error }, 'holidays could not be looked at'))
  }
}

/** So that no list of a demonstration is empty; nobody listens meanwhile. */
async function playMonth(db: Database, gateways: Gateways, outside: JobGateways): Promise<void> {
  const dispatch = createDispatch({
    db,
    handlers,
    limits: { perResident: Infinity, perAddress: Infinity, windowSeconds: 60 },
    gateways,
    onHandled: () => undefined,
  })
  const now = instant(Date.now())
  const { days } = await playWorld({ db, dispatch, runJobs: () => runJobs(db, outside), now })
  if (days > 0) say(`  Played ${days} made-up days (DEMO_WORLD=0 leaves them out).`)
}

/** From the signal to stop to the end, whatever is still running. */
const STOP_WITHIN_MS = 10_000

/** A piece of work that does not come to an end is cut off: its transaction rolls back, and jobs begin it anew. */
function endInTime(log: Logger): void {
  const overdue = setTimeout(() => {
    log.warn({ withinMs: STOP_WITHIN_MS }, 'not everything had ended in time and was cut off')
    process.exit()
  }, STOP_WITHIN_MS)
  overdue.unref()
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

function printAddress({ isDemo }: Settings, { address, port }: AddressInfo): void {
  const origin = `http://${address.includes(':') ? `[${address}]` : address}:${port}`
  say(`\n  The server is ready${isDemo ? ' (demo mode: invented people, this machine only)' : ''}\n`)
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

const EVERY_MS = 60_000

/** Runs the jobs each minute, as the timer of the cloud function does; never two rounds at once. */
function startJobTimer(
  db: Database,
  outside: JobGateways,
  onRound: (reports: readonly JobReport[]) => void,
  log: Logger,
): { stop(): Promise<void> } {
  const stopping = new AbortController()
  let round = Promise.resolve()
  let busy = false
  const timer = setInterval(() => {
    if (busy) return
    busy = true
    round = runJobs(db, { ...outside, stopping: stopping.signal })
      .then(onRound, (error: unknown) => log.error({ err: error }, 'jobs could not run'))
      .finally(() => {
        busy = false
      })
  }, EVERY_MS)
  return {
    stop: async () => {
      clearInterval(timer)
      stopping.abort()
      await round
    },
  }
}

function logJobs(log: Logger, reports: readonly JobReport[]): void {
  for (const { name, done, error } of reports) {
    if (error !== undefined) log.error({ job: name, err: error }, 'job failed')
    else if (done > 0) log.info({ job: name, done }, 'job')
  }
}
