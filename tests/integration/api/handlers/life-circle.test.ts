import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { fakeTextCheck } from '../../../../cloud/gateways/wechat/text-check-fake'
import { wechatMessagesWithout } from '../../../../cloud/gateways/wechat-messages'
import { runJobs } from '../../../../cloud/jobs/run'
import { loadPack } from '../../../../cloud/pack/loading/load-pack'
import { readPackFolder } from '../../../../cloud/pack/load-folder'
import type { Output } from '../../../../core/contract'
import { decodeGraph } from '../../../../core/walkshed/binary/decode'
import { openApi, PACK_FOLDER, type TestApi } from '../../../support/api/test-api'
import { admit } from '../../../support/api/people'
import { tracesOf } from '../../../support/api/rows/traces'

let api: TestApi
let fake = fakeTextCheck()
beforeEach(async () => {
  fake = fakeTextCheck()
  api = await openApi({
    frozenAt: '2026-11-22T01:00:00.000Z',
    checkText: (text) => fake.check(text),
  })
})
afterEach(() => api.close())

type Circle = Output<'lifeCircle.show'>

async function show(streets: string | null, places: string | null): Promise<Circle> {
  const reply = await api.call('lifeCircle.show', { streets, places })
  if (!reply.ok) throw new Error(JSON.stringify(reply))
  return reply.value as Circle
}

describe('lifeCircle.show', () => {
  it('brings streets that the engine reads, and places with the offices that are open among them', async () => {
    const { streets, places } = await show(null, null)
    const bytes = Uint8Array.from(Buffer.from(streets.graph ?? '', 'base64'))
    expect(decodeGraph(bytes.buffer)).toMatchObject({ ok: true, value: { sketch: true } })
    const ids = places.content?.facilities.map(({ id }) => id)
    expect(ids).toEqual(
      expect.arrayContaining(['wutong-hall', 'wangyue-station', 'wutong-canteen', 'lost-library']),
    )
    // Moved, closed, or of a kind that the sheet of kinds does not list.
    for (const absent of ['old-wutong-hall', 'reed-room', 'yunqi-room']) expect(ids).not.toContain(absent)
    expect(places.content?.facilities.find(({ id }) => id === 'cloud-park')).toMatchObject({
      kindId: 'park',
      position: [120.117, 30.2122],
      verifiedOn: '2025-03-01',
      isOffice: false,
    })
  })

  it('sends nothing twice: a part whose version the phone has comes as null', async () => {
    const first = await show(null, null)
    const again = await show(first.streets.version, first.places.version)
    expect(again).toEqual({
      streets: { version: first.streets.version, graph: null },
      places: { version: first.places.version, content: null },
    })
    const half = await show(first.streets.version, null)
    expect([half.streets.graph, half.places.content]).toEqual([null, first.places.content])
  })

  it('has another version of the places when one changes, and only of them', async () => {
    const before = await show(null, null)
    await api.db
      .updateTable('facility')
      .set({ hours: '今天停电' })
      .where('id', '=', 'wutong-canteen')
      .execute()
    const after = await show(before.streets.version, before.places.version)
    expect(after.streets).toEqual({ version: before.streets.version, graph: null })
    expect(after.places.version).not.toBe(before.places.version)
    expect(after.places.content?.facilities).toContainEqual(
      expect.objectContaining({ id: 'wutong-canteen', hours: '今天停电' }),
    )
  })

  it('follows the pack: what is no longer in it is gone, and without streets the map is not ready', async () => {
    const pack = await readPackFolder(PACK_FOLDER)
    const facilities = pack.facilities.filter(({ id }) => id !== 'hill-park')
    await loadPack(api.db, { ...pack, facilities, streets: null }, { report: () => undefined })
    expect(await api.call('lifeCircle.show', { streets: null, places: null })).toEqual({
      ok: false,
      refusal: 'no_streets',
    })
    await loadPack(api.db, { ...pack, facilities }, { report: () => undefined })
    const { places } = await show(null, null)
    expect(places.content?.facilities.map(({ id }) => id)).not.toContain('hill-park')
  })

  it('weighs at most 150 kB on the wire', async () => {
    expect(gzipSync(JSON.stringify(await show(null, null))).length).toBeLessThan(150_000)
  })
})

describe('lifeCircle.report', () => {
  const report = { facilityId: 'wutong-canteen', reason: 'hours', note: '周日不开' }

  it('lands with the staff, once however often it is sent, without who sent it', async () => {
    const resident = await admit(api.db)
    fake.visits(resident.openid)
    const input = { ...report, requestId: randomUUID() }
    const first = await api.call('lifeCircle.report', input, { token: resident.token })
    expect(await api.call('lifeCircle.report', input, { token: resident.token })).toEqual(first)
    const editor = await admit(api.db, 'editor')
    const list = await api.call('lifeCircle.reports', {}, { token: editor.token })
    expect(list).toEqual({
      ok: true,
      value: {
        reports: [
          {
            reportId: expect.any(String) as string,
            facilityId: 'wutong-canteen',
            facilityName: '梧桐食堂',
            reason: 'hours',
            note: '周日不开',
            flagged: false,
            reportedAt: '2026-11-22T01:00:00.000Z',
            handledAt: null,
          },
        ],
        waiting: 1,
        more: false,
      },
    })
  })

  it('takes five a day of one resident, a repeat apart', async () => {
    const { token } = await admit(api.db)
    const send = (requestId: string) =>
      api.call('lifeCircle.report', { ...report, note: null, requestId }, { token })
    const ids = Array.from({ length: 6 }, () => randomUUID())
    for (const id of ids.slice(0, 5)) expect(await send(id)).toMatchObject({ ok: true })
    expect(await send(ids[5] ?? '')).toEqual({ ok: false, refusal: 'too_many_reports' })
    expect(await send(ids[0] ?? '')).toMatchObject({ ok: true })
    await sql`update database_mode set clock_offset_ms = clock_offset_ms + 86400000`.execute(api.db)
    expect(await send(randomUUID())).toMatchObject({ ok: true })
  })

  it('is read to the last one, a page at a time, each once', async () => {
    const { residentId } = await admit(api.db)
    await sql`
      insert into facility_report (facility_id, reason, note, checked, reporter_id, reported_at, handled_at)
      select 'wutong-canteen', 'hours', null, 'passed', ${residentId}::uuid,
        timestamptz '2026-11-22T00:00:00Z' - (n / 3) * interval '1 second',
        case when n % 4 = 0 then timestamptz '2026-11-22T00:30:00Z' end
      from generate_series(1, 120) as n`.execute(api.db)
    const { token } = await admit(api.db, 'editor')
    interface Page {
      readonly value: {
        readonly reports: readonly { reportId: string; reportedAt: string; handledAt: string | null }[]
        readonly waiting: number
        readonly more: boolean
      }
    }
    const read = async (after: object | null) =>
      ((await api.call('lifeCircle.reports', { after }, { token })) as unknown as Page).value
    const seen: string[] = []
    let after: object | null = null
    for (let page = await read(after); ; page = await read(after)) {
      expect(page.waiting).toBe(90)
      seen.push(...page.reports.map(({ reportId }) => reportId))
      if (!page.more) break
      const last = page.reports[page.reports.length - 1]
      if (last === undefined) throw new Error('an empty page says that there are more')
      after = { reportId: last.reportId, reportedAt: last.reportedAt, handled: last.handledAt !== null }
    }
    expect([seen.length, new Set(seen).size]).toEqual([120, 120])
  })

  it('takes offices and missing places too, and refuses what is not on the map', async () => {
    const { token } = await admit(api.db)
    const send = (given: object) =>
      api.call('lifeCircle.report', { ...report, requestId: randomUUID(), ...given }, { token })
    expect(await send({ facilityId: 'wutong-hall' })).toMatchObject({ ok: true })
    expect(await send({ facilityId: null, reason: 'missing', note: '石桥边有个卫生站' })).toMatchObject({
      ok: true,
    })
    expect(await send({ facilityId: 'no-such-place' })).toEqual({ ok: false, refusal: 'facility_not_found' })
  })
})

describe('what is written to a report', () => {
  interface Listed {
    readonly value: { readonly reports: readonly { note: string | null; flagged: boolean }[] }
  }
  const writer = async () => {
    const resident = await admit(api.db)
    fake.visits(resident.openid)
    return (note: string | null, facilityId: string | null = 'wutong-canteen') =>
      api.call(
        'lifeCircle.report',
        { facilityId, reason: facilityId === null ? 'missing' : 'other', note, requestId: randomUUID() },
        { token: resident.token },
      )
  }
  const listed = async () => {
    const { token } = await admit(api.db, 'editor')
    const reply = (await api.call('lifeCircle.reports', {}, { token })) as unknown as Listed
    return reply.value.reports.map(({ note, flagged }) => [note, flagged])
  }
  const runCheck = async () => {
    const reports = await runJobs(api.served, {
      sendMessage: wechatMessagesWithout,
      checkText: (text) => fake.check(text),
    })
    return reports.find(({ name }) => name === 'check-reports')?.done
  }

  it('is refused when it is risky, and nothing of it is kept; a report without words asks nobody', async () => {
    const send = await writer()
    fake.suggest('坏词', 'risky')
    expect(await send('这里有坏词')).toEqual({ ok: false, refusal: 'words_refused' })
    expect(await tracesOf(api.db, ['坏词'])).toEqual([])
    const asked = fake.asked.length
    expect(await send(null)).toMatchObject({ ok: true })
    expect(fake.asked).toHaveLength(asked)
    expect(await listed()).toEqual([[null, false]])
  })

  it('is marked for staff where WeChat cannot say', async () => {
    const send = await writer()
    fake.suggest('可疑', 'review')
    await send('有点可疑')
    expect(await listed()).toEqual([['有点可疑', true]])
  })

  it('is kept while no answer comes, and judged as soon as one does', async () => {
    const send = await writer()
    fake.suggest('坏词', 'risky')
    fake.setDown(true)
    await send('周日不开')
    await send('坏词')
    await send('坏词的卫生站', null)
    expect(await runCheck()).toBe(0)
    expect((await listed()).map(([, flagged]) => flagged)).toEqual([true, true, true])
    fake.setDown(false)
    expect([await runCheck(), await runCheck()]).toEqual([3, 0])
    // Of the missing place nothing is left that anybody could look for.
    expect(new Set((await listed()).map(String))).toEqual(new Set(['周日不开,false', ',false']))
    expect(await tracesOf(api.db, ['坏词'])).toEqual([])
  })
})

describe('lifeCircle.handleReport', () => {
  interface Listed {
    readonly value: {
      readonly reports: readonly { reportId: string; note: string; handledAt: string | null }[]
    }
  }

  it('marks a report as dealt with: what waits stands first, and a mark can be taken back', async () => {
    const { token } = await admit(api.db)
    const send = (note: string) =>
      api.call(
        'lifeCircle.report',
        { facilityId: 'wutong-canteen', reason: 'hours', note, requestId: randomUUID() },
        { token },
      )
    await send('第一条')
    await send('第二条')
    const staff = await admit(api.db, 'office')
    const list = async () =>
      ((await api.call('lifeCircle.reports', {}, { token: staff.token })) as unknown as Listed).value.reports
    const mark = (reportId: string, handled: boolean) =>
      api.call(
        'lifeCircle.handleReport',
        { reportId, handled, requestId: randomUUID() },
        { token: staff.token },
      )
    const [first] = await list()
    const done = await mark(first?.reportId ?? '', true)
    expect(done).toMatchObject({ ok: true, value: { handledAt: '2026-11-22T01:00:00.000Z' } })
    expect(await mark(first?.reportId ?? '', true)).toEqual(done)
    expect((await list()).map(({ note, handledAt }) => [note, handledAt === null])).toEqual([
      [expect.not.stringMatching(first?.note ?? ''), true],
      [first?.note, false],
    ])
    expect(await mark(first?.reportId ?? '', false)).toEqual({ ok: true, value: { handledAt: null } })
    expect(await mark(randomUUID(), true)).toEqual({ ok: false, refusal: 'report_not_found' })
  })

  it('is for staff only', async () => {
    const { token } = await admit(api.db)
    const input = { reportId: randomUUID(), handled: true, requestId: randomUUID() }
    expect(await api.call('lifeCircle.handleReport', input, { token })).toMatchObject({
      fault: 'forbidden',
    })
  })
})
