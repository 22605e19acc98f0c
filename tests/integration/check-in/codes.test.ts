import { randomBytes } from 'node:crypto'
import { rollingCode } from '../../../cloud/services/codes/rolling-mac'
import { linkOf } from '../../../core/domain/check-in/codes/code'
import { slotAt } from '../../../core/domain/check-in/codes/rolling'
import { parseInstant } from '../../../core/kernel/shanghai-time'
import type { Output } from '../../../core/contract'
import { OTHER_OFFICE, OWN_OFFICE, type TestApi } from '../../support/api/test-api'
import { admit, type Person } from '../../support/api/people'
import { act, done, makeActivity, openHall, setNow } from '../../support/activities/activities'
import {
  NINE,
  openCode,
  opened,
  pairScreen,
  posterOf,
  refusedScans,
  scan,
  visitsOf,
  type PairedScreen,
} from '../../support/activities/codes'

let api: TestApi
let admin: Person
let screen: PairedScreen
beforeAll(async () => {
  api = await openHall()
  admin = await admit(api.db, 'admin')
  screen = await pairScreen(api, admin)
})
afterAll(() => api.close())
beforeEach(async () => {
  api.handled.length = 0
  await setNow(api, NINE)
  await api.db.deleteFrom('refused_scan').execute()
})
afterEach(() => {
  expect(api.handled.find(({ error }) => error !== undefined)?.error).toBeUndefined()
})

const logged = async () => (await refusedScans(api.db)).map(({ reason, kind }) => `${kind}: ${reason}`)

describe('as many as a hall can let in', () => {
  it('open a code within a minute; the next one waits, and whoever has a receipt is not held up', async () => {
    await setNow(api, '2026-11-28T03:00:00.000Z')
    const now = parseInstant('2026-11-28T03:00:00.000Z')
    const early = await admit(api.db)
    const { receipt } = await opened(api, screen.codeAt('2026-11-28T03:00:00.000Z'))
    await giveReceipts(1_198, now)
    await opened(api, screen.codeAt('2026-11-28T03:00:00.000Z'))
    const next = () => openCode(api, screen.codeAt('2026-11-28T03:00:00.000Z'))
    expect(await next()).toMatchObject({ ok: false, fault: 'overloaded' })
    api.handled.length = 0
    expect(await act(api, 'checkIn.confirm', early, { receipt })).toMatchObject({ ok: true })
    expect(await openCode(api, `p/${await posterOf(api, admin)}`)).toMatchObject({ ok: true })
    await setNow(api, '2026-11-28T03:01:00.000Z')
    expect(await openCode(api, screen.codeAt('2026-11-28T03:01:00.000Z'))).toMatchObject({ ok: true })
  })
})

const giveReceipts = (count: number, openedAt: number) =>
  api.db
    .insertInto('receipt')
    .values(
      Array.from({ length: count }, () => ({
        token_hash: randomBytes(32),
        place_kind: 'office' as const,
        place_id: OWN_OFFICE,
        grade: 'rolling' as const,
        opened_at: new Date(openedAt),
        taken_by: null,
        taken_at: null,
      })),
    )
    .execute()

describe('a screen that nobody can scan', () => {
  it('is paired with the letters and digits that it shows, typed, and stands in the list of its office alone', async () => {
    const { pairingId, digits, code } = await done<Output<'screen.startPairing'>>(
      api.call('screen.startPairing', {}),
    )
    const letters = code.slice(0, 7)
    expect(code).toBe(`${letters}-${digits}`)
    const pair = (typed: string) =>
      act(api, 'screen.pair', admin, { pairingId: typed, digits, officeId: OWN_OFFICE })
    expect(await pair('KKK-KKK')).toMatchObject({ refusal: 'pairing_expired' })
    const { screenId } = await done<{ screenId: string }>(pair(letters))
    expect(await pair(pairingId)).toMatchObject({ refusal: 'pairing_expired' })
    const seenBy = async (who: Person) =>
      (await done<Output<'screen.all'>>(api.call('screen.all', {}, { token: who.token }))).screens.map(
        (one) => one.screenId,
      )
    expect(await seenBy(await admit(api.db, 'office', OWN_OFFICE))).toContain(screenId)
    expect(await seenBy(await admit(api.db, 'office', OTHER_OFFICE))).not.toContain(screenId)
    await done(act(api, 'screen.revoke', admin, { officeId: OWN_OFFICE, screenId }))
    expect(await seenBy(admin)).not.toContain(screenId)
  })
})

describe('the rolling code', () => {
  it('checks in with its grade, also as WeChat hands it over in q', async () => {
    const who = await admit(api.db)
    await scan(api, encodeURIComponent(screen.codeAt(NINE)), who)
    expect(await visitsOf(api.db, who.residentId)).toMatchObject([
      { place_id: OWN_OFFICE, grade: 'rolling', flags: [] },
    ])
  })

  it.each([
    ['2026-11-28T00:59:44.999Z', 'code_future'],
    ['2026-11-28T00:59:45.000Z', null],
    ['2026-11-28T01:00:29.999Z', null],
    ['2026-11-28T01:00:30.000Z', 'code_expired'],
  ])('of 9:00:00 opened at %s: %p', async (instant, refusal) => {
    await setNow(api, instant)
    const reply = await openCode(api, screen.codeAt(NINE))
    expect(reply.ok ? null : (reply as { refusal: string }).refusal).toBe(refusal)
    expect(await logged()).toEqual(refusal === null ? [] : [`rolling: ${refusal}`])
  })

  it('is refused when forged: by another key, for another slot, for a screen that never was', async () => {
    const slot = slotAt(parseInstant(NINE))
    const forged = linkOf('caoyang.example', rollingCode(randomBytes(32), screen.screenId, slot))
    expect(await openCode(api, forged)).toMatchObject({ refusal: 'code_forged' })
    const unknown = linkOf('caoyang.example', rollingCode(randomBytes(32), 'nowhere', slot))
    expect(await openCode(api, unknown)).toMatchObject({ refusal: 'code_unknown' })
    const moved = screen.codeAt(NINE, -9).replace(String(slot - 9), String(slot))
    expect(await openCode(api, moved)).toMatchObject({ refusal: 'code_forged' })
    expect(await logged()).toEqual(['rolling: code_forged', 'rolling: code_unknown', 'rolling: code_forged'])
  })

  it('is refused once its screen is revoked, which is fine twice', async () => {
    const other = await pairScreen(api, admin)
    const input = { officeId: OWN_OFFICE, screenId: other.screenId }
    expect(await act(api, 'screen.revoke', admin, { ...input, officeId: OTHER_OFFICE })).toMatchObject({
      refusal: 'screen_not_found',
    })
    expect(await openCode(api, other.codeAt(NINE))).toMatchObject({ ok: true })
    for (let time = 0; time < 2; time += 1) await act(api, 'screen.revoke', admin, input)
    expect(await openCode(api, other.codeAt(NINE))).toMatchObject({ refusal: 'revoked_screen' })
    expect(await api.call('screen.show', { screenId: other.screenId })).toMatchObject({
      refusal: 'revoked_screen',
    })
    expect(await openCode(api, screen.codeAt(NINE))).toMatchObject({ ok: true })
    expect(await logged()).toEqual(['rolling: revoked_screen'])
  })
})

describe('the poster', () => {
  it('is the same until it is revoked; then the next one has another token', async () => {
    const first = await posterOf(api, admin)
    expect(first).toMatch(/^[A-Za-z0-9_-]{22}$/)
    expect(await posterOf(api, admin)).toBe(first)
    expect(await openCode(api, `pages/scan/index?scene=${first}`)).toMatchObject({
      value: { grade: 'poster', place: { id: OWN_OFFICE } },
    })
    await act(api, 'poster.revoke', admin, { token: first })
    expect(await openCode(api, `p/${first}`)).toMatchObject({ refusal: 'code_expired' })
    const second = await posterOf(api, admin)
    expect(second).not.toBe(first)
    expect(await openCode(api, `https://caoyang.example/p/${second}`)).toMatchObject({ ok: true })
  })

  it('asked for ten times at once is one poster', async () => {
    const tokens = await Promise.all(
      Array.from({ length: 10 }, () => posterOf(api, admin, { officeId: OTHER_OFFICE })),
    )
    expect(new Set(tokens).size).toBe(1)
  })

  it('of a place that closed for good leads to its successor, over as many moves as there were', async () => {
    const token = await posterOf(api, admin, { officeId: 'riders-lounge' })
    await api.db
      .updateTable('office')
      .set({ status: 'closed', successor_id: 'old-wutong-hall' })
      .where('id', '=', 'riders-lounge')
      .execute()
    expect(await openCode(api, `p/${token}`)).toMatchObject({
      refusal: 'place_closed',
      detail: { successor: { id: OWN_OFFICE, name: '梧桐里百姓会客厅' } },
    })
    expect(await logged()).toEqual(['poster: place_closed'])
  })

  it('at the spot of an activity that was called off says so', async () => {
    const activityId = await makeActivity(api.db, { kind: 'open', capacity: null })
    const token = await posterOf(api, admin, { activityId })
    await api.db.updateTable('activity').set({ status: 'withdrawn' }).where('id', '=', activityId).execute()
    expect(await openCode(api, `p/${token}`)).toMatchObject({ refusal: 'activity_withdrawn' })
    expect(await logged()).toEqual(['poster: cancelled'])
  })

  it('is for office staff at their own office only', async () => {
    const staff = await admit(api.db, 'office', OTHER_OFFICE)
    const token = await posterOf(api, admin)
    expect(await act(api, 'poster.revoke', staff, { token })).toMatchObject({ refusal: 'not_own_office' })
    const activityId = await makeActivity(api.db, { office_id: OWN_OFFICE })
    expect(await act(api, 'poster.forActivity', staff, { activityId })).toMatchObject({
      refusal: 'not_own_office',
    })
  })
})

it.each(['weixin://pay', 'https://pay.example/c', 'p/AAAAAAAAAAAAAAAAAAAAAA', 'c/pair.abc', '%E0%A4%A'])(
  'what is none of ours (%j) is code_unknown, and logged without what it said',
  async (code) => {
    expect(await openCode(api, code)).toMatchObject({ refusal: 'code_unknown' })
    expect(await refusedScans(api.db)).toMatchObject([{ reason: 'code_unknown', place_id: null }])
  },
)

describe('pairing a screen', () => {
  const start = async () =>
    (
      (await api.call('screen.startPairing', {})) as {
        value: Record<'secret' | 'pairingId' | 'digits', string>
      }
    ).value

  it('needs the two digits on it, three tries at most, and hands the key to the screen alone', async () => {
    const { secret, pairingId, digits } = await start()
    expect(await api.call('screen.collectKey', { secret })).toMatchObject({ value: { state: 'waiting' } })
    const wrong = { pairingId, digits: digits === '00' ? '01' : '00', officeId: OWN_OFFICE }
    expect(await act(api, 'screen.pair', admin, wrong)).toMatchObject({
      refusal: 'wrong_digits',
      detail: { left: 2 },
    })
    await act(api, 'screen.pair', admin, wrong)
    await act(api, 'screen.pair', admin, wrong)
    expect(await act(api, 'screen.pair', admin, { ...wrong, digits })).toMatchObject({
      refusal: 'pairing_expired',
    })
    expect(await api.call('screen.collectKey', { secret: pairingId })).toMatchObject({
      refusal: 'pairing_expired',
    })
  })

  it('by two members of staff at once is one screen', async () => {
    const { pairingId, digits } = await start()
    const replies = await Promise.all(
      Array.from({ length: 6 }, () =>
        act(api, 'screen.pair', admin, { pairingId, digits, officeId: OTHER_OFFICE }),
      ),
    )
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    const listed = await api.call('screen.list', { officeId: OTHER_OFFICE }, { token: admin.token })
    expect(listed).toMatchObject({ value: { screens: [{ officeId: OTHER_OFFICE, revokedAt: null }] } })
  })

  it('ends after ten minutes', async () => {
    const { secret, pairingId, digits } = await start()
    await setNow(api, '2026-11-28T01:10:00.000Z')
    expect(await act(api, 'screen.pair', admin, { pairingId, digits, officeId: OWN_OFFICE })).toMatchObject({
      refusal: 'pairing_expired',
    })
    expect(await api.call('screen.collectKey', { secret })).toMatchObject({ refusal: 'pairing_expired' })
  })

  it('shows the office, its hours, the clock and what takes place today', async () => {
    const today = await makeActivity(api.db, { office_id: OWN_OFFICE })
    const from = (iso: string, status: 'published' | 'withdrawn' = 'published') =>
      makeActivity(api.db, {
        office_id: OWN_OFFICE,
        status,
        starts_at: new Date(iso),
        ends_at: new Date(Date.parse(iso) + 3_600_000),
      })
    const later = await from('2026-11-28T16:00:00Z')
    const muchLater = await from('2026-12-04T16:00:00Z')
    const off = await from('2026-11-29T01:00:00Z', 'withdrawn')
    const reply = await api.call('screen.show', { screenId: screen.screenId })
    expect(reply).toMatchObject({ value: { now: NINE, office: { id: OWN_OFFICE } } })
    const { activities, next } = (reply as { value: Record<'activities' | 'next', { id: string }[]> }).value
    const [shown, ahead] = [activities, next].map((list) => list.map(({ id }) => id)) as [string[], string[]]
    expect(shown).toContain(today)
    expect(shown).not.toContain(later)
    expect(ahead).toContain(later)
    for (const absent of [today, muchLater, off]) expect(ahead).not.toContain(absent)
  })

  it('tells what was moved away from today, what is changed tomorrow, and of markets that are in no office', async () => {
    const at = (iso: string) => new Date(iso)
    const change = (
      activityId: string,
      kind: 'postponed' | 'indoors' | 'as-planned',
      former: Date | null = null,
    ) =>
      api.db
        .insertInto('activity_change')
        .values({
          activity_id: activityId,
          kind,
          place: kind === 'indoors' ? '二楼' : null,
          decision_at: null,
          former_starts_at: former,
          at: at('2026-11-27T22:50:00Z'),
          by_resident: null,
        })
        .execute()
    const hours = (from: string, to: string) => ({ starts_at: at(from), ends_at: at(to) })
    const tomorrow = hours('2026-11-29T01:00:00Z', '2026-11-29T03:00:00Z')
    const here = { office_id: OWN_OFFICE }
    const moved = await makeActivity(api.db, {
      ...here,
      ...hours('2026-12-05T01:00:00Z', '2026-12-05T03:00:00Z'),
    })
    await change(moved, 'postponed', at('2026-11-28T02:00:00Z'))
    const changed = await makeActivity(api.db, { ...here, ...tomorrow })
    await change(changed, 'indoors')
    const confirmed = await makeActivity(api.db, { ...here, ...tomorrow })
    await change(confirmed, 'as-planned')
    const market = await makeActivity(api.db, { kind: 'open', capacity: null })
    const elsewhere = await makeActivity(api.db, { office_id: OTHER_OFFICE })
    const reply = await api.call('screen.show', { screenId: screen.screenId })
    const { activities } = (
      reply as {
        value: { activities: { id: string; announced: { kind: string; place: string | null } | null }[] }
      }
    ).value
    const ids = activities.map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining([moved, changed, market]))
    expect(ids).not.toContain(confirmed)
    const ahead = (reply as { value: { next: { id: string }[] } }).value.next.map(({ id }) => id)
    expect(ahead).toContain(confirmed)
    for (const code of [moved, changed, market]) expect(ahead).not.toContain(code)
    expect(ids).not.toContain(elsewhere)
    expect(activities.find(({ id }) => id === changed)?.announced).toMatchObject({
      kind: 'indoors',
      place: '二楼',
    })
    expect(activities.find(({ id }) => id === market)?.announced).toBeNull()
  })

  it('is seen by staff, to the minute', async () => {
    const seenAt = async () => {
      const reply = await api.call('screen.list', { officeId: OWN_OFFICE }, { token: admin.token })
      const { screens } = (reply as { value: { screens: { screenId: string; seenAt: string | null }[] } })
        .value
      return screens.find(({ screenId }) => screenId === screen.screenId)?.seenAt
    }
    await api.call('screen.show', { screenId: screen.screenId })
    const first = await seenAt()
    await setNow(api, '2026-11-28T01:00:30.000Z')
    await api.call('screen.show', { screenId: screen.screenId })
    expect(await seenAt()).toBe(first)
    await setNow(api, '2026-11-28T01:05:00.000Z')
    await api.call('screen.show', { screenId: screen.screenId })
    expect(await seenAt()).toBe('2026-11-28T01:05:00.000Z')
  })

  it('tells the urgent notice that holds, and who runs this', async () => {
    const shown = () => api.call('screen.show', { screenId: screen.screenId })
    expect(await shown()).toMatchObject({ value: { notice: null, subdistrict: { name: '云溪街道' } } })
    await setNow(api, '2026-11-25T02:00:00.000Z')
    expect(await shown()).toMatchObject({
      value: { notice: { title: '芦岸桥封路', until: '2026-11-25T10:00:00.000Z' } },
    })
  })
})
