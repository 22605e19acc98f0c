import { OTHER_OFFICE, type TestApi } from '../../support/api/test-api'
import { admit, type Person } from '../../support/api/people'
import { runJobs } from '../../../cloud/jobs/run'
import { act, done, makeActivity, openHall, setNow } from '../../support/activities/activities'

let api: TestApi
let editor: Person
beforeEach(async () => {
  api = await openHall()
  editor = await admit(api.db, 'editor')
})
afterEach(() => api.close())

describe('stalls', () => {
  const MARKET = 'reed-market-20261128'
  const apply = (who: Person) =>
    act(api, 'stall.apply', who, { activityId: MARKET, kind: '手作', offer: '竹编小篮' })

  it('go to one applicant each, one each, and are free again when given back', async () => {
    const [one, other] = [await admit(api.db), await admit(api.db)]
    const first = await done<{ applicationId: string }>(apply(one))
    expect(await apply(one)).toEqual({ ok: false, refusal: 'already_applied' })
    const next = await done<{ applicationId: string }>(apply(other))
    const { stalls } = await done<{ stalls: { stallId: string; number: string; name: string | null }[] }>(
      api.call('stall.list', { activityId: MARKET }, { token: editor.token }),
    )
    expect(stalls.map(({ number }) => number)).toEqual(['A1', '1', '2', '10'])
    const stallId = stalls.find(({ number }) => number === '2')?.stallId
    const replies = await Promise.all(
      [first, next].map(({ applicationId }) => act(api, 'stall.assign', editor, { applicationId, stallId })),
    )
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(replies.find(({ ok }) => !ok)).toMatchObject({ refusal: 'stall_taken' })
    const [winner, loser] = replies[0]?.ok ? [{ ...first, who: one }, next] : [{ ...next, who: other }, first]
    expect(await api.call('activity.show', { activityId: MARKET })).toMatchObject({
      value: {
        stalls: expect.arrayContaining([
          expect.objectContaining({ number: '2', name: '竹编小篮' }),
        ]) as unknown,
      },
    })
    await done(act(api, 'stall.withdraw', winner.who, { applicationId: winner.applicationId }))
    await done(act(api, 'stall.assign', editor, { applicationId: loser.applicationId, stallId }))
    await done(act(api, 'stall.decline', editor, { applicationId: loser.applicationId }))
    const mine = await done(api.call('stall.mine', { activityId: MARKET }, { token: winner.who.token }))
    expect(mine).toMatchObject({ applications: [{ state: 'withdrawn', stallId: null }] })
  })

  it('are listed for the staff of the office alone', async () => {
    const other = await admit(api.db, 'office', OTHER_OFFICE)
    expect(await api.call('stall.list', { activityId: MARKET }, { token: other.token })).toEqual({
      ok: false,
      refusal: 'not_own_office',
    })
  })

  it('are not to be had where there are none', async () => {
    const activityId = await makeActivity(api.db)
    expect(await act(api, 'stall.apply', editor, { activityId, kind: '手作', offer: '竹编' })).toEqual({
      ok: false,
      refusal: 'no_stalls_here',
    })
  })
})

describe('the plan of a market', () => {
  const MARKET = 'reed-market-20261128'
  interface Plan {
    readonly version: number
    readonly stalls: readonly {
      readonly number: string
      readonly name: string | null
      readonly phone: string | null
      readonly isHeld: boolean
    }[]
    readonly published: readonly { readonly number: string; readonly name: string | null }[]
    readonly isWaiting: boolean
    readonly mayPublish: string
  }
  const planOf = (who: Person) =>
    done<Plan>(api.call('stall.plan', { activityId: MARKET }, { token: who.token }))
  const row = (number: string, more: object = {}) => ({
    number,
    kind: '手作',
    name: `第 ${number} 家`,
    hours: null,
    called: null,
    phone: null,
    note: null,
    ...more,
  })
  const save = (who: Person, version: number, stalls: readonly object[]) =>
    act(api, 'stall.savePlan', who, { activityId: MARKET, version, stalls })
  const publish = (who: Person, version: number) =>
    act(api, 'stall.publishPlan', who, { activityId: MARKET, version })
  const thirty = Array.from({ length: 30 }, (_, at) => row(String(at + 1)))
  const shown = async () =>
    (await done<{ stalls: Plan['published'] }>(api.call('activity.show', { activityId: MARKET }))).stalls

  it('is saved whole or not at all: 第 17 行 has the number of another', async () => {
    const wrong = thirty.map((stall, at) => (at === 16 ? row('012') : stall))
    expect(await save(editor, 0, wrong)).toMatchObject({
      refusal: 'stall_number_twice',
      detail: { row: 17, number: '012' },
    })
    expect(await planOf(editor)).toMatchObject({ version: 0, isWaiting: false })
    expect(await done(save(editor, 0, thirty))).toEqual({ version: 1, stalls: 30, isWaiting: true })
  })

  it('is seen by residents when a second account has published it', async () => {
    const before = await shown()
    await done(save(editor, 0, thirty))
    expect(await shown()).toEqual(before)
    const second = await admit(api.db, 'editor')
    expect(await planOf(editor)).toMatchObject({ mayPublish: 'second_person_needed', isWaiting: true })
    expect(await publish(editor, 1)).toMatchObject({ refusal: 'second_person_needed' })
    expect(await planOf(second)).toMatchObject({ mayPublish: 'yes' })
    expect(await done(publish(second, 1))).toEqual({ version: 2, stalls: 30, isAlone: false })
    expect((await shown()).map(({ number }) => number)).toEqual(thirty.map(({ number }) => number))
    expect(await publish(second, 2)).toMatchObject({ refusal: 'plan_not_waiting' })
  })

  it('is published by whoever is the only one that may, and says so', async () => {
    await done(save(editor, 0, thirty))
    expect(await planOf(editor)).toMatchObject({ mayPublish: 'alone' })
    expect(await done(publish(editor, 1))).toMatchObject({ isAlone: true })
  })

  it('says the same twice without a change, and whoever saves over somebody is told', async () => {
    await done(save(editor, 0, thirty))
    expect(await done(save(editor, 1, thirty))).toMatchObject({ version: 1 })
    const answers = await Promise.all(
      ['甲', '乙', '丙', '丁', '戊'].map((name) => save(editor, 1, [row('1', { name }), ...thirty.slice(1)])),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      refusal: 'plan_changed',
      detail: { version: 2, called: '王芳' },
    })
  })

  it('keeps whom to ring for staff alone, sealed, until 30 days after the market', async () => {
    await done(save(editor, 0, [row('1', { called: '张三', phone: '139 0000 0001', note: '电源' })]))
    await done(publish(editor, 1))
    expect((await planOf(editor)).stalls[0]).toMatchObject({ called: '张三', phone: '13900000001' })
    expect(JSON.stringify(await shown())).not.toMatch(/张三|13900000001|电源/)
    const kept = await api.db.selectFrom('stall_contact').selectAll().execute()
    expect(JSON.stringify(kept)).not.toContain('13900000001')
    await setNow(api, '2026-12-27T12:00:00Z')
    await runJobs(api.served)
    expect(await api.db.selectFrom('stall_contact').select('id').execute()).toHaveLength(1)
    await setNow(api, '2026-12-29T12:00:00Z')
    await runJobs(api.served)
    expect(await api.db.selectFrom('stall_contact').select('id').execute()).toHaveLength(0)
  })

  it('leaves the stall of an applicant to the applicant, whatever was planned meanwhile', async () => {
    const applicant = await admit(api.db)
    const { applicationId } = await done<{ applicationId: string }>(
      act(api, 'stall.apply', applicant, { activityId: MARKET, kind: '手作', offer: '竹编小篮' }),
    )
    const listed = await done<{ stalls: { stallId: string; number: string }[] }>(
      api.call('stall.list', { activityId: MARKET }, { token: editor.token }),
    )
    const stallId = listed.stalls.find(({ number }) => number === '2')?.stallId
    await done(act(api, 'stall.assign', editor, { applicationId, stallId }))
    expect(await save(editor, 0, [row('1')])).toMatchObject({ refusal: 'stall_in_use' })
    await done(save(editor, 0, [row('1'), row('2', { name: '别人' })]))
    expect((await planOf(editor)).stalls.find(({ number }) => number === '2')).toMatchObject({
      name: '竹编小篮',
      isHeld: true,
    })
    await done(act(api, 'stall.withdraw', applicant, { applicationId }))
    await done(publish(editor, 1))
    expect((await shown()).map(({ number, name }) => [number, name])).toEqual([
      ['1', '第 1 家'],
      ['2', null],
    ])
  })

  it('may exchange numbers, and is copied to a later market', async () => {
    await done(save(editor, 0, [row('1', { name: '甲' }), row('2', { name: '乙' })]))
    await done(publish(editor, 1))
    await done(save(editor, 2, [row('2', { name: '甲' }), row('1', { name: '乙' })]))
    await done(publish(editor, 3))
    expect((await shown()).map(({ number, name }) => [number, name])).toEqual([
      ['1', '乙'],
      ['2', '甲'],
    ])
    const later = await makeActivity(api.db, {
      starts_at: new Date('2027-01-09T01:00:00Z'),
      ends_at: new Date('2027-01-09T03:00:00Z'),
    })
    const earlier = await done<{ markets: { activityId: string; stalls: number }[] }>(
      api.call('stall.earlier', { activityId: later }, { token: editor.token }),
    )
    expect(earlier.markets.find(({ activityId }) => activityId === MARKET)).toMatchObject({ stalls: 2 })
  })

  it('is not for the staff of another office', async () => {
    const other = await admit(api.db, 'office', OTHER_OFFICE)
    expect(await save(other, 0, thirty)).toEqual({ ok: false, refusal: 'not_own_office' })
    expect(await api.call('stall.plan', { activityId: MARKET }, { token: other.token })).toEqual({
      ok: false,
      refusal: 'not_own_office',
    })
  })
})
