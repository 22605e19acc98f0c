import { figure, type Figure } from '../figure'
import { openDispatch, recordAttempts, replayBare, runCrowd, type Run } from '../support/crowd'
import { withBenchDatabase, type BenchDatabase } from '../support/database'
import { median } from '../support/median'
import { admitMany } from '../support/residents'
import { confirmThrough, countRows, openAt, openClasses, seat, sendHome, type Tap } from './hall'

/** Phones that tap at the same moment. */
const CONNECTIONS = 50
const GUESTS = 600
const ROUNDS = 5
/** Of the rate of the same statements over bare node-postgres. */
const LEAST_SHARE = 0.7

/** The tap at the door, with dispatch and all, beside its own statements and nothing around them. */
export async function measureConfirm(): Promise<Figure[]> {
  return [
    ...(await withBenchDatabase((database) => compare(database, 'one class', 1))),
    ...(await withBenchDatabase((database) => compare(database, '200 classes', 200))),
    ...(await withBenchDatabase((database) => compare(database, 'a visit only', 0))),
  ]
}

/** Ours and bare take turns; both begin with everybody still expected. */
async function compare(database: BenchDatabase, name: string, classes: number): Promise<Figure[]> {
  const { db, url } = database
  const openids = await admitMany(db, 'guest', GUESTS)
  if (classes > 0) await seat(db, openids, await openClasses(db, 'class', classes, GUESTS))
  const taps = await openAt(db, openids)
  const expected = { visits: GUESTS, heads: classes > 0 ? GUESTS : 0, attended: classes > 0 ? GUESTS : 0 }
  const checked = async (run: Promise<Run>): Promise<Run> => {
    const done = await run
    const rows = await countRows(db)
    if (JSON.stringify(rows) !== JSON.stringify(expected))
      throw new Error(`not all came: ${JSON.stringify(rows)}`)
    await sendHome(db)
    return done
  }
  const spoken = await recordAttempts(() => throughDispatch(url, taps))
  await sendHome(db)
  const [ours, bare]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push((await checked(replayBare(url, CONNECTIONS, spoken))).rate)
    ours.push((await checked(throughDispatch(url, taps))).rate)
  }
  const shares = ours.map((rate, round) => rate / (bare[round] ?? Number.NaN))
  const statements = median(spoken.map(({ transaction }) => transaction.length + 1))
  return [
    figure(
      'check-in',
      `confirm, ${name}: taps a second, ${CONNECTIONS} connections`,
      Math.round(median(ours)),
      '/s',
    ),
    figure('check-in', `confirm, ${name}: statements of one tap`, statements, ''),
    figure('check-in', `confirm, ${name}: share of the bare rate`, median(shares), '×', {
      least: LEAST_SHARE,
    }),
  ]
}

async function throughDispatch(url: string, taps: readonly Tap[]): Promise<Run> {
  const { dispatch, close } = await openDispatch(url, CONNECTIONS)
  try {
    return await runCrowd(taps, CONNECTIONS, confirmThrough(dispatch))
  } finally {
    await close()
  }
}
