import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { createDispatch, type Dispatch } from '../../cloud/app/dispatch'
import { createWriteQueue, writeQueueFor } from '../../cloud/app/write-queue'
import { connect, connectionSettings } from '../../cloud/database/connect'
import { announcedHolidays } from '../../cloud/gateways/holiday-calendar'
import { wechatLoginWithout } from '../../cloud/gateways/wechat-login'
import { handlers } from '../../cloud/handlers'
import { figure, type Figure } from '../figure'
import { runCrowd } from '../support/crowd'
import { withBenchDatabase } from '../support/database'
import { median } from '../support/median'
import { quantile } from '../support/quantile'
import { admitMany } from '../support/residents'
import { plan } from './people'

/** As many connections as the server has. */
const POOL_SIZE = 12
/** Residents who want the held activity at the same moment: more than the pool has connections. */
const WAITING = 30
/** Calls of others in one round, a few at a time: shorter than those who wait have patience. */
const CALLS = 600
const HANDS = 4
const ROUNDS = 5

/** How long the calls of others take while one activity is held and thirty residents want it, against without. */
export async function measureHeld(): Promise<Figure[]> {
  return withBenchDatabase(async ({ db, url }) => {
    const openids = await admitMany(db, 'held', WAITING + CALLS)
    const [crowd, others] = [openids.slice(0, WAITING), openids.slice(WAITING)]
    const heldIds = await plan(db, 'held', ROUNDS, WAITING)
    const otherIds = await plan(db, 'other', ROUNDS * 2 + 1, CALLS)
    const pool = connect(url, { poolSize: POOL_SIZE, onIdleError: fail })
    const dispatch = createDispatch({
      db: pool,
      handlers,
      limits: { perResident: Infinity, perAddress: Infinity, windowSeconds: 60 },
      queue: createWriteQueue(writeQueueFor(POOL_SIZE)),
      gateways: { wechatLogin: wechatLoginWithout, holidays: announcedHolidays },
      onHandled: ({ error }) => {
        if (error instanceof Error) fail(error)
      },
    })
    const unrelated = async (activityId: string | undefined): Promise<number> => {
      const { times } = await runCrowd(others, HANDS, (openid) => ask(dispatch, openid, activityId ?? ''))
      return quantile(times, 0.99)
    }
    try {
      await unrelated(otherIds[0])
      const [ratios, apart]: [number[], number[]] = [[], []]
      for (let round = 0; round < ROUNDS; round += 1) {
        const without = await unrelated(otherIds[1 + round * 2])
        const held = heldIds[round] ?? ''
        const release = await hold(url, held)
        const waiting = crowd.map((openid) => register(dispatch, openid, held))
        const during = await unrelated(otherIds[2 + round * 2])
        await release()
        await Promise.all(waiting)
        ratios.push(during / without)
        apart.push(during)
      }
      return [
        figure('registration', 'unrelated calls while one activity is held: p99', median(apart), 'ms'),
        figure(
          'registration',
          'unrelated calls: p99 while one activity is held against without',
          median(ratios),
          '×',
          {
            most: 1.5,
          },
        ),
      ]
    } finally {
      await pool.destroy()
    }
  })
}

/** Somebody else's transaction has this activity's row, until the answer is called. */
async function hold(url: string, activityId: string): Promise<() => Promise<void>> {
  const client = new Client(connectionSettings(url))
  await client.connect()
  await client.query('begin')
  await client.query('set local idle_in_transaction_session_timeout = 0')
  await client.query('select from activity where id = $1 for update', [activityId])
  return async () => {
    await client.query('rollback')
    await client.end()
  }
}

/** A sign-up for another activity every third time, else what everybody reads first. */
async function ask(dispatch: Dispatch, openid: string, activityId: string): Promise<void> {
  const isWriter = Number(openid.split('-')[1]) % 3 === 0
  const reply = isWriter
    ? await register(dispatch, openid, activityId)
    : await dispatch({ endpoint: 'home.show', input: {}, token: null, openid, address: 'bench' })
  if (!reply.ok) throw new Error(`an unrelated call broke: ${JSON.stringify(reply)}`)
}

const register = (dispatch: Dispatch, openid: string, activityId: string) =>
  dispatch({
    endpoint: 'registration.register',
    input: { activityId, party: [null], requestId: randomUUID() },
    token: null,
    openid,
    address: 'bench',
  })

function fail(error: Error): never {
  throw error
}
