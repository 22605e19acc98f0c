import { readTable } from '../../../cloud/table-reader/read-table'
import { readStallGrid } from '../../../core/tables/stalls'
import { openHall, act, done, makeActivity } from '../../support/activities/activities'
import { openHttp, type HttpApi } from '../../support/api/http'
import { Pc, PUBLIC_ORIGIN } from '../../support/api/pc'
import { admit, type Person } from '../../support/api/people'
import { OWN_OFFICE, type TestApi } from '../../support/api/test-api'

const MARKET = 'reed-market-20261128'
const CONTACT = { called: '张三', phone: '13900000001', note: '=HYPERLINK("http://a.example")' }
const STALLS = [
  { number: '01', kind: '手作', name: '+中国结', hours: { from: 570, to: 660 }, ...CONTACT },
  { number: 'A3', kind: '小吃', name: null, hours: null, called: null, phone: null, note: null },
]

let api: TestApi
let http: HttpApi
let editor: Person
beforeAll(async () => {
  api = await openHall()
  http = await openHttp(api, { publicOrigin: PUBLIC_ORIGIN })
  editor = await admit(api.db, 'editor')
  await done(act(api, 'stall.savePlan', editor, { activityId: MARKET, version: 0, stalls: STALLS }))
})
afterAll(async () => {
  await http.close()
  await api.close()
})

async function exported(who: Person, more: object = {}) {
  const pc = new Pc(http)
  const { signInId, digits } = await pc.ask()
  await done(act(api, 'desk.confirmSignIn', who, { signInId, digits }))
  await pc.collect(signInId)
  const input = { activityId: MARKET, contacts: true, purpose: 'calls', document: null, ...more }
  return (await pc.call('stall.export', input)).body as {
    readonly ok: boolean
    readonly value: { readonly number: string; readonly fileName: string; readonly base64: string }
  }
}

/** As the reader of files that people bring sees it. */
function opened(base64: string) {
  const reading = readTable(Buffer.from(base64, 'base64'))
  if (!reading.ok) throw new Error(`not read: ${reading.refusal}`)
  const [sheet] = reading.value.sheets
  if (sheet === undefined) throw new Error('no sheet')
  return {
    notes: sheet.notes,
    rows: sheet.rows,
    lines: sheet.rows.map(({ cells }) => cells.map(({ text }) => text)),
  }
}

const logged = async () => {
  const acts = await api.db
    .selectFrom('staff_act')
    .select(['record_id', 'changed'])
    .where('endpoint', '=', 'stall.export')
    .orderBy('id', 'desc')
    .execute()
  return acts.map(({ record_id, changed }) => ({
    record_id,
    changed: changed as unknown as Record<string, unknown>,
  }))
}

it('is a table that reads back as the same stalls, every cell as text', async () => {
  const { value } = await exported(editor)
  expect(value.fileName).toBe(`摊位表-${value.number}.xlsx`)
  const { lines, rows, notes } = opened(value.base64)
  expect(notes).toEqual([])
  expect(lines[0]?.[0]).toContain(`编号 ${value.number}，`)
  expect(lines[0]?.[0]).toContain('用完请删')
  expect(lines.slice(1)).toEqual([
    ['摊位号', '类别', '内容', '时间', '摊主', '电话', '备注'],
    ['01', '手作', '+中国结', '9:30-11:00', '张三', '13900000001', '=HYPERLINK("http://a.example")'],
    ['A3', '小吃', '', '', '', '', ''].slice(0, lines[3]?.length),
  ])
  const table = readStallGrid(rows, '021')
  expect(
    table.rows.map(({ number, host, offer, phone }) => [number, host, offer, phone].map((c) => c.value)),
  ).toEqual([
    [['01'], '张三', '+中国结', '13900000001'],
    [['A3'], null, null, null],
  ])
})

it('comes in again without moving a stall on the plan', async () => {
  const market = await makeActivity(api.db, { kind: 'open', capacity: null })
  const second = await admit(api.db, 'editor')
  const placed = STALLS.map((stall, at) => ({ ...stall, position: { x: 0.25 + at / 2, y: 0.5 } }))
  await done(act(api, 'stall.savePlan', editor, { activityId: market, version: 0, stalls: placed }))
  await done(act(api, 'stall.publishPlan', second, { activityId: market, version: 1 }))
  const { value } = await exported(editor, { activityId: market, contacts: false })
  const { rows } = readStallGrid(opened(value.base64).rows, '021')
  const back = rows.map(({ number, offer }, at) => ({
    ...STALLS[at],
    number: number.value?.[0] ?? '',
    name: offer.value,
  }))
  expect(
    await done(act(api, 'stall.savePlan', editor, { activityId: market, version: 2, stalls: back })),
  ).toEqual({ version: 2, stalls: 2, isWaiting: false })
  expect(
    await api.db
      .selectFrom('stall')
      .select(['number', 'plan_x', 'plan_y'])
      .where('activity_id', '=', market)
      .orderBy('number')
      .execute(),
  ).toEqual([
    { number: '01', plan_x: 0.25, plan_y: 0.5 },
    { number: 'A3', plan_x: 0.75, plan_y: 0.5 },
  ])
})

it('is a row of the log: its number, for what, which columns, how many persons, never who', async () => {
  const { value } = await exported(editor, { purpose: 'superiors', document: '普街道〔2026〕8号' })
  const [last] = await logged()
  expect(last).toMatchObject({
    record_id: MARKET,
    changed: {
      number: value.number,
      stalls: 2,
      persons: 1,
      columns: '摊位号、类别、内容、时间、摊主、电话、备注',
      purpose: 'superiors',
      document: '普街道〔2026〕8号',
    },
  })
  expect(last?.changed['fingerprint']).toMatch(/^[0-9a-f]{16}$/)
  expect(JSON.stringify(last)).not.toMatch(/张三|13900000001/)
})

it('has no telephones where they were not asked for', async () => {
  const { value } = await exported(editor, { contacts: false })
  expect(JSON.stringify(opened(value.base64).lines)).not.toMatch(/张三|13900000001|HYPERLINK/)
  expect((await logged())[0]?.changed).toMatchObject({ persons: 0, columns: '摊位号、类别、内容、时间' })
})

it('is refused without the document that asks for it, and to whoever runs one office without leading it', async () => {
  expect(await exported(editor, { purpose: 'superiors' })).toMatchObject({ refusal: 'document_missing' })
  const office = await admit(api.db, 'office', OWN_OFFICE)
  expect(await exported(office)).toMatchObject({ ok: false, fault: 'forbidden' })
  const before = (await logged()).length
  await exported(office)
  expect(await logged()).toHaveLength(before)
})
