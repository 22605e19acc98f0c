import { parseArgs } from 'node:util'
import { openApi } from '../support/api/test-api'
import { startTestPostgres, stopTestPostgres } from '../support/database/test-postgres'
import { fuzz, type FuzzReport } from './fuzz'

/** `npm run fuzz -- [--calls 50000] [--seed N] [--minutes 20]`: nothing breaks inside, and what must hold holds. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      calls: { type: 'string', default: '50000' },
      seed: { type: 'string', default: String(Date.now() % 1e6) },
      minutes: { type: 'string', default: '20' },
    },
  })
  const [calls, seed, minutes] = [Number(values.calls), Number(values.seed), Number(values.minutes)]
  if (![calls, seed, minutes].every((one) => Number.isInteger(one) && one >= 0) || calls === 0) {
    process.stderr.write('Use: npm run fuzz -- [--calls 50000] [--seed 1] [--minutes 20]\n')
    return 2
  }
  say(`seed ${seed}`)
  await startTestPostgres()
  try {
    const api = await openApi()
    try {
      const report = await fuzz(api, { calls, seed, until: performance.now() + minutes * 60_000 })
      print(report, calls, seed)
      return report.called < calls || report.breaches.length > 0 ? 1 : 0
    } finally {
      await api.close()
    }
  } finally {
    await stopTestPostgres()
  }
}

function print({ called, answers, neverAccepted, breaches }: FuzzReport, calls: number, seed: number): void {
  const rows = [...answers].sort()
  const width = Math.max(...rows.map(([name]) => name.length))
  for (const [name, count] of rows) say(`${name.padEnd(width)}  ${String(count).padStart(8)}`)
  if (neverAccepted.length > 0) say(`never accepted anything: ${neverAccepted.join(', ')}`)
  for (const breach of breaches) say(`✗ ${breach}`)
  if (called < calls) say(`✗ ${called} of ${calls} calls: the time was over`)
  say(
    breaches.length > 0
      ? `✗ ${breaches.length} kinds of breach in ${called} calls (seed ${seed})`
      : `✓ ${called} calls, nothing broke inside and everything that must hold holds (seed ${seed})`,
  )
}

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`)

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    process.exitCode = 1
  },
)
