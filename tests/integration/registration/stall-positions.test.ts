import { act, done, makeActivity, openHall } from '../../support/activities/activities'
import { admit, type Person } from '../../support/api/people'
import type { TestApi } from '../../support/api/test-api'

let api: TestApi
let editor: Person
let second: Person
let market: string
beforeEach(async () => {
  api = await openHall()
  editor = await admit(api.db, 'editor')
  second = await admit(api.db, 'editor')
  market = await makeActivity(api.db, { kind: 'open', capacity: null, title: '虚构集市', place: '芦荻路' })
})
afterEach(() => api.close())

interface Position {
  readonly x: number
  readonly y: number
}
interface Placed {
  readonly number: string
  readonly position: Position | null
}

const row = (number: string, position?: Position | null) => ({
  number,
  kind: '手作',
  name: `第 ${number} 家`,
  hours: null,
  called: null,
  phone: null,
  note: null,
  ...(position === undefined ? {} : { position }),
})
const save = (who: Person, version: number, stalls: readonly object[]) =>
  act(api, 'stall.savePlan', who, { activityId: market, version, stalls })
const publish = (version: number) =>
  done(act(api, 'stall.publishPlan', second, { activityId: market, version }))
const planOf = () =>
  done<{ version: number; place: string; stalls: readonly Placed[]; isWaiting: boolean }>(
    api.call('stall.plan', { activityId: market }, { token: editor.token }),
  )
const seen = async (): Promise<readonly [string, Position | null][]> => {
  const { stalls } = await done<{ stalls: readonly Placed[] }>(
    api.call('activity.show', { activityId: market }),
  )
  return stalls.map(({ number, position }) => [number, position])
}
const HERE = { x: 0.25, y: 0.5 }
const THERE = { x: 0.75, y: 0.125 }

describe('where stalls stand on the plan', () => {
  it('is seen by residents when a second person has published it, and not before', async () => {
    await done(save(editor, 0, [row('1'), row('2')]))
    await publish(1)
    await done(save(editor, 2, [row('1', HERE), row('2', null)]))
    expect(await planOf()).toMatchObject({
      place: '芦荻路',
      isWaiting: true,
      stalls: [{ position: HERE }, { position: null }],
    })
    expect(await seen()).toEqual([
      ['1', null],
      ['2', null],
    ])
    expect(await act(api, 'stall.publishPlan', editor, { activityId: market, version: 3 })).toMatchObject({
      refusal: 'second_person_needed',
    })
    await publish(3)
    expect(await seen()).toEqual([
      ['1', HERE],
      ['2', null],
    ])
  })

  it('goes with a stall that gets another number, and goes when the stall does', async () => {
    await done(save(editor, 0, [row('1', HERE), row('2', THERE)]))
    await publish(1)
    await done(save(editor, 2, [row('2', HERE), row('3', THERE)]))
    await publish(3)
    expect(await seen()).toEqual([
      ['2', HERE],
      ['3', THERE],
    ])
    await done(save(editor, 4, [row('3', THERE)]))
    await publish(5)
    expect(await seen()).toEqual([['3', THERE]])
    await done(save(editor, 6, [row('3', null)]))
    await publish(7)
    expect(await seen()).toEqual([['3', null]])
  })

  it('stays where it was for a page of the desk that knows of no positions, also while it waits', async () => {
    await done(save(editor, 0, [row('01', HERE), row('2')]))
    await done(save(editor, 1, [row('1'), row('2'), row('3')]))
    expect((await planOf()).stalls).toMatchObject([
      { number: '1', position: HERE },
      { number: '2', position: null },
      { number: '3', position: null },
    ])
    await publish(2)
    await done(save(editor, 3, [row('1'), row('2')]))
    expect((await planOf()).stalls[0]).toMatchObject({ position: HERE })
  })

  it('is null in a draft that waited before there were positions', async () => {
    await done(save(editor, 0, [row('1', HERE)]))
    const { proposed } = await api.db.selectFrom('stall_plan').select('proposed').executeTakeFirstOrThrow()
    const old = proposed?.map(({ position: _, ...stall }) => stall)
    await api.db
      .updateTable('stall_plan')
      .set({ proposed: JSON.stringify(old) })
      .execute()
    expect((await planOf()).stalls).toMatchObject([{ number: '1', position: null }])
    await publish(1)
    expect(await seen()).toEqual([['1', null]])
  })

  it('is a change of the plan: of two people who move at once one is told', async () => {
    await done(save(editor, 0, [row('1', HERE)]))
    expect(await done(save(editor, 1, [row('1', HERE)]))).toMatchObject({ version: 1 })
    const answers = await Promise.all([
      save(editor, 1, [row('1', THERE)]),
      save(second, 1, [row('1', { x: 0.9, y: 0.9 })]),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: 'plan_changed', detail: { version: 2 } })
  })

  it('is inside the picture, to a thousandth of it, or refused', async () => {
    expect(await save(editor, 0, [row('1', { x: 1.01, y: 0 })])).toMatchObject({ fault: 'invalid_input' })
    expect(await save(editor, 0, [row('1', { x: 0.5, y: -0.1 })])).toMatchObject({ fault: 'invalid_input' })
    await done(save(editor, 0, [row('1', { x: 0.33333, y: 1 })]))
    expect((await planOf()).stalls[0]).toMatchObject({ position: { x: 0.333, y: 1 } })
  })
})
