import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { createDispatch } from '../../../cloud/app/dispatch'
import { createWriteQueue, writeQueueFor } from '../../../cloud/app/write-queue'
import { connect, type Database } from '../../../cloud/database/connect'
import { announcedHolidays } from '../../../cloud/gateways/holiday-calendar'
import { wechatLoginWithout } from '../../../cloud/gateways/wechat-login'
import { handlers } from '../../../cloud/handlers'
import { openDatabase, type OpenDatabase } from '../../../cloud/setup/open-database'
import { COMPOUND, keySealOfTests, NO_LIMITS, type TestApi } from '../../support/api/test-api'
import { openHttp, type HttpApi } from '../../support/api/http'
import { admit, type Person } from '../../support/api/people'
import { withoutTime } from '../../support/api/without-time'
import { makeActivity, openHall, seatsOf } from '../../support/activities/activities'

/** As many connections as the server has. */
const POOL_SIZE = 12
const REGISTRATIONS = 30
const PATIENCE_MS = 50_000

let api: TestApi
let database: OpenDatabase
let http: HttpApi
let patientDb: Database
/** The same with more patience: on a busy machine a call takes its time without having been held up by another. */
let patient: HttpApi
beforeAll(async () => {
  api = await openHall()
  database = await openDatabase(
    { databaseUrl: api.databaseUrl, dataDir: '', mayEmbed: false },
    { applicationName: 'held', poolSize: POOL_SIZE, onIdleError: fail, onLost: fail },
  )
  const limits = writeQueueFor(POOL_SIZE)
  patientDb = connect(api.databaseUrl, {
    poolSize: POOL_SIZE,
    patienceMs: PATIENCE_MS,
    onIdleError: fail,
  })
  const open = (db: Database, more: object) =>
    openHttp(
      { ...api, dispatch: dispatchWith(db, createWriteQueue({ ...limits, ...more })) },
      { ping: () => database.ping() },
    )
  http = await open(database.db, {})
  patient = await open(patientDb, { patienceMs: PATIENCE_MS })
})
afterAll(async () => {
  await patient.close()
  await patientDb.destroy()
  await http.close()
  await database.close()
  await api.close()
})

const dispatchWith = (db: Database, queue?: ReturnType<typeof createWriteQueue>) =>
  createDispatch({
    db,
    handlers,
    limits: NO_LIMITS,
    ...(queue === undefined ? {} : { queue }),
    gateways: { wechatLogin: wechatLoginWithout, holidays: announcedHolidays, keySeal: keySealOfTests },
    onHandled: (handled) => api.handled.push(handled),
  })

/** What happens while somebody else's transaction has this activity's row. */
async function whileHeld<Value>(activityId: string, act: () => Promise<Value>): Promise<Value> {
  const client = new Client({ connectionString: api.databaseUrl })
  await client.connect()
  await client.query('begin')
  await client.query('set local idle_in_transaction_session_timeout = 0')
  await client.query('select from activity where id = $1 for update', [activityId])
  try {
    return await act()
  } finally {
    await client.query('rollback')
    await client.end()
  }
}

const registering = (at: HttpApi, { token }: Person, activityId: string) =>
  at.post('registration.register', { activityId, party: [null], requestId: randomUUID() }, token)

const people = (count: number): Promise<Person[]> =>
  Promise.all(Array.from({ length: count }, () => admit(api.db)))

/** Twenty-eight calls that have nothing to do with the held activity; gives their statuses. */
async function unrelated(other: string): Promise<number[]> {
  const [first = fail(new Error('nobody')), ...rest] = await people(9)
  const calls = [
    ...Array.from({ length: 9 }, () => patient.post('home.show', {}, first.token)),
    ...rest.map((who) => registering(patient, who, other)),
    ...rest.map(({ token }) =>
      patient.post('me.chooseCompound', { compoundId: COMPOUND, requestId: randomUUID() }, token),
    ),
    ...Array.from({ length: 3 }, async () => {
      const { statusCode } = await patient.server.inject('/healthz')
      return { status: statusCode, body: { ok: statusCode === 200 } }
    }),
  ]
  const answers = await Promise.all(calls)
  expect(answers).toHaveLength(28)
  expect(answers.filter(({ body }) => body['ok'] !== true)).toEqual([])
  return answers.map(({ status }) => status)
}

it('one activity that is held lets every other call through, and who waits for it is served afterwards', async () => {
  const [held, other] = [
    await makeActivity(api.db, { capacity: 10 }),
    await makeActivity(api.db, { capacity: 20 }),
  ]
  const crowd = await people(REGISTRATIONS)
  const waiting = await whileHeld(held, async () => {
    const begun = crowd.map((who) => registering(patient, who, held))
    expect(new Set(await unrelated(other))).toEqual(new Set([200]))
    return begun
  })
  const answers = await Promise.all(waiting)
  expect(answers.filter(({ body }) => body['ok'] !== true)).toEqual([])
  const { counter, recount } = await seatsOf(api.db, held)
  expect(counter).toBe(recount)
})

it('who waits for too long is told to come again, and when', async () => {
  const held = await makeActivity(api.db)
  const crowd = await people(6)
  const answers = await whileHeld(held, () => Promise.all(crowd.map((who) => registering(http, who, held))))
  for (const { status, body, headers } of answers) {
    expect([status, body['fault'], headers['retry-after']]).toEqual([503, 'overloaded', '5'])
  }
})

it('in a function nobody waits: who meets the lock is told at once', async () => {
  const held = await makeActivity(api.db)
  const [{ token } = fail(new Error('nobody'))] = await people(1)
  const answer = await whileHeld(held, () =>
    dispatchWith(database.db)({
      endpoint: 'registration.register',
      input: { activityId: held, party: [null], requestId: randomUUID() },
      token,
      openid: null,
      address: 'cloud-function',
    }),
  )
  expect(withoutTime(answer)).toEqual({ ok: false, fault: 'overloaded', retryAfterSeconds: 5 })
})

it('a pool without a free connection is an overload, not a fault of ours', async () => {
  const release: (() => void)[] = []
  const taken = Array.from({ length: POOL_SIZE }, () =>
    database.db.connection().execute(() => new Promise<void>((settle) => release.push(settle))),
  )
  const answer = await http.post('home.show', {})
  for (const free of release) free()
  await Promise.all(taken)
  expect([answer.status, answer.body['fault']]).toEqual([503, 'overloaded'])
})

function fail(error: Error): never {
  throw error
}
