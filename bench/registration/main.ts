import { figure, type Figure } from '../figure'
import { withBenchDatabase, type BenchDatabase } from '../support/database'
import { median } from '../support/median'
import { openDispatch, recordAttempts, replayBare, runCrowd, type Run } from '../support/crowd'
import { quantile } from '../support/quantile'
import { admitMany } from '../support/residents'
import { faults, forget, plan, registerThrough, type Attempt } from './people'
import { measureHeld } from './held'
import { measurePromotion } from './promotion'
import { measureScale } from './scale'

const GROUP = 'registration'
/** Phones that act at the same moment. */
const CONNECTIONS = 50
/** Attempts of one round of the comparison, of which each side does several. */
const ATTEMPTS = 600
const ROUNDS = 5
/** Attempts over all rounds in which nothing may be oversold; REGISTRATION_ATTEMPTS makes it shorter. */
const LONG_RUN = Number(process.env['REGISTRATION_ATTEMPTS'] ?? 100_000)

/** The group `registration`: sign-ups against bare node-postgres, others while one activity is held, growth with the number of registrations, promotion. */
export async function measure(): Promise<Figure[]> {
  const contended = await withBenchDatabase(async (database) => {
    const openids = await admitMany(database.db, 'hot', ATTEMPTS)
    return [
      ...(await compare(database, 'hot activity', openids, await plan(database.db, 'hot', 1, ATTEMPTS / 2))),
      ...(await compare(
        database,
        '200 activities at once',
        openids,
        await plan(database.db, 'many', 200, 2),
      )),
      ...(await longRun(database, openids)),
    ]
  })
  return [...contended, ...(await measureHeld()), ...(await measureScale()), measurePromotion()]
}

/** Ours and bare take turns in one run; both start from an empty activity each time. */
async function compare(
  { db, url }: BenchDatabase,
  name: string,
  openids: readonly string[],
  activityIds: readonly string[],
): Promise<Figure[]> {
  const attempts = openids.map((openid, index): Attempt => ({
    openid,
    activityId: activityIds[index % activityIds.length] ?? '',
  }))
  const ours = () => throughDispatch(url, attempts)
  const ratios: number[] = []
  const [ourTimes, bareTimes]: [number[], number[]] = [[], []]
  const rates: number[] = []
  const spoken = await recordAttempts(ours)
  for (let round = 0; round < ROUNDS; round += 1) {
    await forget(db, activityIds)
    const least = await replayBare(url, CONNECTIONS, spoken)
    await forget(db, activityIds)
    const whole = await ours()
    ratios.push(whole.rate / least.rate)
    rates.push(whole.rate)
    ourTimes.push(...whole.times)
    bareTimes.push(...least.times)
  }
  return [
    figure(GROUP, `${name}: sign-ups a second, ${CONNECTIONS} connections`, Math.round(median(rates)), '/s'),
    figure(GROUP, `${name}: rate against bare pg`, median(ratios), '×', { least: 0.7 }),
    figure(GROUP, `${name}: p99 against bare pg`, quantile(ourTimes, 0.99) / quantile(bareTimes, 0.99), '×', {
      most: 1.5,
    }),
  ]
}

async function throughDispatch(url: string, attempts: readonly Attempt[]): Promise<Run> {
  const { dispatch, close } = await openDispatch(url, CONNECTIONS)
  try {
    return await runCrowd(attempts, CONNECTIONS, registerThrough(dispatch))
  } finally {
    await close()
  }
}

async function longRun({ db, url }: BenchDatabase, openids: readonly string[]): Promise<Figure[]> {
  const rounds = Math.ceil(LONG_RUN / openids.length)
  const activityIds = await plan(db, 'long', rounds, openids.length / 2)
  const { dispatch, close } = await openDispatch(url, CONNECTIONS)
  try {
    for (const activityId of activityIds) {
      await runCrowd(
        openids.map((openid) => ({ openid, activityId })),
        CONNECTIONS,
        registerThrough(dispatch),
      )
    }
  } finally {
    await close()
  }
  const { oversold, outOfOrder } = await faults(db, activityIds)
  const attempts = rounds * openids.length
  return [
    figure(GROUP, `oversold in ${attempts} attempts`, oversold, '', { most: 0 }),
    figure(GROUP, `out of order in ${attempts} attempts`, outOfOrder, '', { most: 0 }),
  ]
}
