import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createDispatch } from '../../cloud/app/dispatch'
import { standardLimits } from '../../cloud/app/limits'
import { announcedHolidays } from '../../cloud/gateways/holiday-calendar'
import { wechatLoginWithout } from '../../cloud/gateways/wechat-login'
import { handlers } from '../../cloud/handlers'
import { withBenchDatabase, type BenchDatabase } from '../support/database'
import { recordStatements } from '../support/record-statements'

const ROUNDS = 15

export interface ColdStarts {
  readonly ours: number[]
  readonly bare: number[]
}

/** Both tell, on a channel of its own, how many milliseconds after the start of their process the answer was there. */
const TELL = "require('node:fs').writeSync(3, String(performance.now())), process.exit()"
const CHANNEL = 3

/** Milliseconds from a new process to its first answer, one of ours and one bare in turn. */
export const measureColdStarts = (): Promise<ColdStarts> =>
  withBenchDatabase(async (database) => {
    await run(process.execPath, ['scripts/bundle.mjs', 'functions'])
    const folder = await mkdtemp(join(tmpdir(), 'caoyang-bench-cold-'))
    try {
      const ours = join(folder, 'ours.cjs')
      const bare = join(folder, 'bare.cjs')
      await writeFile(ours, ourScript())
      await writeFile(bare, await bareScript(database))
      return await alternate(ours, bare, database.url)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })

async function alternate(ours: string, bare: string, url: string): Promise<ColdStarts> {
  const times: ColdStarts = { ours: [], bare: [] }
  const start = async (script: string): Promise<number> => Number(await run(process.execPath, [script], url))
  // The first of each finds nothing in the disk cache.
  await start(ours)
  await start(bare)
  for (let round = 0; round < ROUNDS; round += 1) {
    times.ours.push(await start(ours))
    times.bare.push(await start(bare))
  }
  return times
}

const ourScript = (): string => `
  const { main } = require(${JSON.stringify(resolve('dist/functions/api/index.js'))})
  main({ name: 'home.show', input: {} }, {}).then((answer) => {
    if (!answer.ok) throw new Error(JSON.stringify(answer))
    JSON.stringify(answer)
    ${TELL}
  })`

/** As short as one would write it: the statements that home.show sends, with the same two connections. */
async function bareScript({ db }: BenchDatabase): Promise<string> {
  const dispatch = createDispatch({
    db,
    handlers,
    limits: standardLimits,
    gateways: { wechatLogin: wechatLoginWithout, holidays: announcedHolidays },
    onHandled: () => undefined,
  })
  const call = { endpoint: 'home.show', input: {}, token: null, openid: null, address: 'bare' }
  const [arrival, ...reads] = await recordStatements(() => dispatch(call))
  return `
    const { Pool } = require(${JSON.stringify(require.resolve('pg'))})
    const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 2 })
    const [arrival, ...reads] = ${JSON.stringify([arrival, ...reads])}
    const send = ({ text, values }) => pool.query(text, values)
    send(arrival)
      .then(() => Promise.all(reads.map(send)))
      .then((results) => {
        JSON.stringify(results.map(({ rows }) => rows))
        ${TELL}
      })`
}

/** What the program told. @throws Error with what it complained of when it failed */
async function run(program: string, args: readonly string[], databaseUrl?: string): Promise<string> {
  const child = spawn(program, args, {
    env: { PATH: process.env['PATH'], ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }) },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
  let told = ''
  let complaint = ''
  child.stdio[CHANNEL]?.on('data', (chunk: Buffer) => (told += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  const code = await new Promise<number | null>((settle) => child.once('close', settle))
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${complaint}`)
  return told
}
