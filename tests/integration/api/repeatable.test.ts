import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Reply } from '../../../cloud/app/dispatch'
import type { Handler } from '../../../cloud/app/handler'
import { handlers } from '../../../cloud/handlers'
import { runJobs } from '../../../cloud/jobs/run'
import { openApi, OWN_OFFICE, type TestApi } from '../../support/api/test-api'
import { admit, type Person } from '../../support/api/people'

const START = '2026-11-22T01:00:00.000Z'

/** Counts its runs, and does what `next` says before it goes on as the real one does. */
function countingHandler() {
  let runs = 0
  const before: (() => void)[] = []
  const handler: Handler<'me.chooseCompound'> = async (input, context) => {
    runs += 1
    const answer = await handlers['me.chooseCompound'](input, context)
    before.shift()?.()
    return answer
  }
  return {
    handler,
    runs: () => runs,
    failNext: (error: Error) =>
      before.push(() => {
        throw error
      }),
  }
}

let api: TestApi
let resident: Person
const counting = countingHandler()
beforeAll(async () => {
  api = await openApi({ frozenAt: START, handlers: { 'me.chooseCompound': counting.handler } })
})
afterAll(() => api.close())
beforeEach(async () => {
  await api.call('demo.setNow', { instant: START })
  resident = await admit(api.db)
})

const choose = (compoundId: string | null, requestId: string, who = resident): Promise<Reply> =>
  api.call('me.chooseCompound', { compoundId, requestId }, { token: who.token })

const chosen = async (who = resident): Promise<unknown> =>
  (
    await api.db
      .selectFrom('resident')
      .select('compound_id')
      .where('id', '=', who.residentId)
      .executeTakeFirst()
  )?.compound_id

const kept = async (): Promise<number> =>
  (await sql<{ n: number }>`select count(*) as n from request`.execute(api.db)).rows[0]?.n ?? -1

const reused = {
  ok: false,
  fault: 'invalid_input',
  issues: [{ path: 'requestId', message: expect.stringContaining('different input') as string }],
}

describe('the same request id', () => {
  it('gets the first answer again and does nothing again, though the world has moved on', async () => {
    const requestId = randomUUID()
    const first = await choose('wutong-east', requestId)
    await choose('moon-bay-one', randomUUID())
    expect(await choose('wutong-east', requestId)).toEqual(first)
    expect(await chosen()).toBe('moon-bay-one')
  })

  it('is the same in capitals', async () => {
    const requestId = randomUUID()
    const runs = counting.runs()
    await choose('wutong-east', requestId)
    await choose('wutong-east', requestId.toUpperCase())
    expect(counting.runs() - runs).toBe(1)
  })

  it('sent twenty times at once has one effect and one answer', async () => {
    const requestId = randomUUID()
    const runs = counting.runs()
    const replies = await Promise.all(Array.from({ length: 20 }, () => choose('wutong-east', requestId)))
    expect(counting.runs() - runs).toBe(1)
    for (const reply of replies) expect(reply).toEqual({ ok: true, value: { compoundId: 'wutong-east' } })
  })

  it('with another input is refused by name, and changes nothing', async () => {
    const requestId = randomUUID()
    await choose('wutong-east', requestId)
    expect(await choose('moon-bay-one', requestId)).toEqual(reused)
    expect(await choose(null, requestId)).toEqual(reused)
    expect(await chosen()).toBe('wutong-east')
  })

  it('with two inputs at once lets one of them be, and refuses the other', async () => {
    const requestId = randomUUID()
    const replies = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        choose(index % 2 === 0 ? 'wutong-east' : 'moon-bay-one', requestId),
      ),
    )
    const compoundId = await chosen()
    const accepted = replies.filter((reply) => reply.ok)
    expect(accepted).toHaveLength(5)
    for (const reply of accepted) expect(reply).toEqual({ ok: true, value: { compoundId } })
    for (const reply of replies.filter(({ ok }) => !ok)) expect(reply).toEqual(reused)
  })

  it('of another person is another request', async () => {
    const other = await admit(api.db)
    const requestId = randomUUID()
    await choose('wutong-east', requestId)
    expect(await choose('moon-bay-one', requestId, other)).toEqual({
      ok: true,
      value: { compoundId: 'moon-bay-one' },
    })
    expect([await chosen(), await chosen(other)]).toEqual(['wutong-east', 'moon-bay-one'])
  })

  it('at another endpoint is another request', async () => {
    const requestId = randomUUID()
    await choose('wutong-east', requestId)
    const erasure = await api.call('me.requestErasure', { requestId }, { token: resident.token })
    expect(erasure).toMatchObject({ ok: true })
    expect(await api.call('me.cancelErasure', { requestId }, { token: resident.token })).toMatchObject({
      ok: true,
    })
  })

  it('is known through every session of the same person', async () => {
    const requestId = randomUUID()
    const runs = counting.runs()
    await choose('wutong-east', requestId)
    await api.call('me.chooseCompound', { compoundId: 'wutong-east', requestId }, { openid: resident.openid })
    expect(counting.runs() - runs).toBe(1)
  })
})

describe('what is remembered', () => {
  it('is a refusal too: the compound that was not there stays refused under that id', async () => {
    const requestId = randomUUID()
    const refused = { ok: false, refusal: 'compound_not_found' }
    expect(await choose('not-built-yet', requestId)).toEqual(refused)
    await sql`insert into compound (id, name, neighbourhood_id, neighbourhood_verified, position_verified, sort_order)
      select 'not-built-yet', '新造的', id, false, false, 99 from neighbourhood limit 1`.execute(api.db)
    expect(await choose('not-built-yet', requestId)).toEqual(refused)
    expect(await choose('not-built-yet', randomUUID())).toMatchObject({ ok: true })
  })

  it('is not a call that was turned away', async () => {
    const before = await kept()
    const requestId = randomUUID()
    const input = { officeId: OWN_OFFICE, day: '2026-12-01', intervals: [], note: null, requestId }
    expect(await api.call('office.setHoursOn', input, { token: resident.token })).toMatchObject({
      fault: 'forbidden',
    })
    expect(
      await api.call('me.chooseCompound', { compoundId: 7, requestId }, { token: resident.token }),
    ).toMatchObject({
      fault: 'invalid_input',
    })
    expect(await kept()).toBe(before)
  })

  it('is not a call that broke: the id is free and nothing of it stays', async () => {
    const requestId = randomUUID()
    counting.failNext(new Error('the lights went out'))
    expect(await choose('wutong-east', requestId)).toEqual({
      ok: false,
      fault: 'internal',
      trace: expect.any(String),
    })
    expect(await chosen()).toBeNull()
    expect(await choose('moon-bay-one', requestId)).toMatchObject({ ok: true })
    expect(await chosen()).toBe('moon-bay-one')
  })

  it('is not a call of staff whose post may not, refused only by the records', async () => {
    const staff = await admit(api.db, 'scanner')
    const before = await kept()
    const input = {
      officeId: OWN_OFFICE,
      day: '2026-12-01',
      intervals: [],
      note: null,
      requestId: randomUUID(),
    }
    expect(await api.call('office.setHoursOn', input, { token: staff.token })).toMatchObject({
      fault: 'forbidden',
    })
    expect(await kept()).toBe(before)
  })

  it('stays seven days to the millisecond, and is forgotten by the jobs then', async () => {
    const requestId = randomUUID()
    const runs = counting.runs()
    await choose('wutong-east', requestId)
    const jobsAt = async (instant: string) => {
      await api.call('demo.setNow', { instant })
      await runJobs(api.served)
      await choose('wutong-east', requestId)
      return counting.runs() - runs
    }
    expect(await jobsAt('2026-11-29T01:00:00.000Z')).toBe(1)
    expect(await jobsAt('2026-11-29T01:00:00.001Z')).toBe(2)
  })
})
