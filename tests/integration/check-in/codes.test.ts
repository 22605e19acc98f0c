import { randomBytes } from 'node:crypto'
import { rollingCode } from '../../../cloud/check-in/rolling-mac'
import { linkOf } from '../../../core/domain/check-in/codes/code'
import { slotAt } from '../../../core/domain/check-in/codes/rolling'
import { parseInstant } from '../../../core/kernel/shanghai-time'
import { OTHER_OFFICE, OWN_OFFICE, type House } from '../../support/api/house'
import { admit, type Person } from '../../support/api/people'
import { act, makeActivity, openHall, setNow } from '../registration/support/hall'
import {
  NINE,
  openCode,
  pairScreen,
  posterOf,
  refusedScans,
  scan,
  visitsOf,
  type PairedScreen,
} from './support/door'

let house: House
let admin: Person
let screen: PairedScreen
beforeAll(async () => {
  house = await openHall()
  admin = await admit(house.db, 'admin')
  screen = await pairScreen(house, admin)
})
afterAll(() => house.close())
beforeEach(async () => {
  house.handled.length = 0
  await setNow(house, NINE)
  await house.db.deleteFrom('refused_scan').execute()
})
afterEach(() => {
  expect(house.handled.find(({ error }) => error !== undefined)?.error).toBeUndefined()
})

const logged = async () => (await refusedScans(house.db)).map(({ reason, kind }) => `${kind}: ${reason}`)

describe('the rolling code', () => {
  it('checks in with its grade, also as WeChat hands it over in q', async () => {
    const who = await admit(house.db)
    await scan(house, encodeURIComponent(screen.codeAt(NINE)), who)
    expect(await visitsOf(house.db, who.residentId)).toMatchObject([
      { place_id: OWN_OFFICE, grade: 'rolling', flags: [] },
    ])
  })

  it.each([
    ['2026-11-28T00:59:44.999Z', 'code_future'],
    ['2026-11-28T00:59:45.000Z', null],
    ['2026-11-28T01:00:29.999Z', null],
    ['2026-11-28T01:00:30.000Z', 'code_expired'],
  ])('of 9:00:00 opened at %s: %p', async (instant, refusal) => {
    await setNow(house, instant)
    const reply = await openCode(house, screen.codeAt(NINE))
    expect(reply.ok ? null : (reply as { refusal: string }).refusal).toBe(refusal)
    expect(await logged()).toEqual(refusal === null ? [] : [`rolling: ${refusal}`])
  })

  it('is refused when forged: by another key, for another slot, for a screen that never was', async () => {
    const slot = slotAt(parseInstant(NINE))
    const forged = linkOf('caoyang.example', rollingCode(randomBytes(32), screen.screenId, slot))
    expect(await openCode(house, forged)).toMatchObject({ refusal: 'code_forged' })
    const unknown = linkOf('caoyang.example', rollingCode(randomBytes(32), 'nowhere', slot))
    expect(await openCode(house, unknown)).toMatchObject({ refusal: 'code_unknown' })
    const moved = screen.codeAt(NINE, -9).replace(String(slot - 9), String(slot))
    expect(await openCode(house, moved)).toMatchObject({ refusal: 'code_forged' })
    expect(await logged()).toEqual(['rolling: code_forged', 'rolling: code_unknown', 'rolling: code_forged'])
  })

  it('is refused once its screen is revoked, which is fine twice', async () => {
    const other = await pairScreen(house, admin)
    const wish = { officeId: OWN_OFFICE, screenId: other.screenId }
    expect(await act(house, 'screen.revoke', admin, { ...wish, officeId: OTHER_OFFICE })).toMatchObject({
      refusal: 'screen_not_found',
    })
    expect(await openCode(house, other.codeAt(NINE))).toMatchObject({ ok: true })
    for (let time = 0; time < 2; time += 1) await act(house, 'screen.revoke', admin, wish)
    expect(await openCode(house, other.codeAt(NINE))).toMatchObject({ refusal: 'revoked_screen' })
    expect(await house.call('screen.show', { screenId: other.screenId })).toMatchObject({
      refusal: 'revoked_screen',
    })
    expect(await openCode(house, screen.codeAt(NINE))).toMatchObject({ ok: true })
    expect(await logged()).toEqual(['rolling: revoked_screen'])
  })
})

describe('the poster', () => {
  it('is the same until it is revoked; then the next one has another token', async () => {
    const first = await posterOf(house, admin)
    expect(first).toMatch(/^[A-Za-z0-9_-]{22}$/)
    expect(await posterOf(house, admin)).toBe(first)
    expect(await openCode(house, `pages/scan/index?scene=${first}`)).toMatchObject({
      value: { grade: 'poster', place: { id: OWN_OFFICE } },
    })
    await act(house, 'poster.revoke', admin, { token: first })
    expect(await openCode(house, `p/${first}`)).toMatchObject({ refusal: 'code_expired' })
    const second = await posterOf(house, admin)
    expect(second).not.toBe(first)
    expect(await openCode(house, `https://caoyang.example/p/${second}`)).toMatchObject({ ok: true })
  })

  it('asked for ten times at once is one poster', async () => {
    const tokens = await Promise.all(
      Array.from({ length: 10 }, () => posterOf(house, admin, { officeId: OTHER_OFFICE })),
    )
    expect(new Set(tokens).size).toBe(1)
  })

  it('of a place that closed for good leads to its successor, over as many moves as there were', async () => {
    const token = await posterOf(house, admin, { officeId: 'riders-lounge' })
    await house.db
      .updateTable('office')
      .set({ status: 'closed', successor_id: 'old-wutong-hall' })
      .where('id', '=', 'riders-lounge')
      .execute()
    expect(await openCode(house, `p/${token}`)).toMatchObject({
      refusal: 'place_closed',
      detail: { successor: { id: OWN_OFFICE, name: '梧桐里百姓会客厅' } },
    })
    expect(await logged()).toEqual(['poster: place_closed'])
  })

  it('at the spot of an activity that was called off says so', async () => {
    const activityId = await makeActivity(house.db, { kind: 'open', capacity: null })
    const token = await posterOf(house, admin, { activityId })
    await house.db.updateTable('activity').set({ status: 'withdrawn' }).where('id', '=', activityId).execute()
    expect(await openCode(house, `p/${token}`)).toMatchObject({ refusal: 'activity_withdrawn' })
    expect(await logged()).toEqual(['poster: cancelled'])
  })

  it('is for office staff at their own office only', async () => {
    const staff = await admit(house.db, 'office', OTHER_OFFICE)
    const token = await posterOf(house, admin)
    expect(await act(house, 'poster.revoke', staff, { token })).toMatchObject({ refusal: 'not_own_office' })
    const activityId = await makeActivity(house.db, { office_id: OWN_OFFICE })
    expect(await act(house, 'poster.forActivity', staff, { activityId })).toMatchObject({
      refusal: 'not_own_office',
    })
  })
})

it.each(['weixin://pay', 'https://pay.example/c', 'p/AAAAAAAAAAAAAAAAAAAAAA', 'c/pair.abc', '%E0%A4%A'])(
  'what is none of ours (%j) is code_unknown, and logged without what it said',
  async (code) => {
    expect(await openCode(house, code)).toMatchObject({ refusal: 'code_unknown' })
    expect(await refusedScans(house.db)).toMatchObject([{ reason: 'code_unknown', place_id: null }])
  },
)

describe('pairing a screen', () => {
  const start = async () =>
    (
      (await house.call('screen.startPairing', {})) as {
        value: Record<'secret' | 'pairingId' | 'digits', string>
      }
    ).value

  it('needs the two digits on it, three tries at most, and hands the key to the screen alone', async () => {
    const { secret, pairingId, digits } = await start()
    expect(await house.call('screen.collectKey', { secret })).toMatchObject({ value: { state: 'waiting' } })
    const wrong = { pairingId, digits: digits === '00' ? '01' : '00', officeId: OWN_OFFICE }
    expect(await act(house, 'screen.pair', admin, wrong)).toMatchObject({
      refusal: 'wrong_digits',
      detail: { left: 2 },
    })
    await act(house, 'screen.pair', admin, wrong)
    await act(house, 'screen.pair', admin, wrong)
    expect(await act(house, 'screen.pair', admin, { ...wrong, digits })).toMatchObject({
      refusal: 'pairing_expired',
    })
    expect(await house.call('screen.collectKey', { secret: pairingId })).toMatchObject({
      refusal: 'pairing_expired',
    })
  })

  it('by two members of staff at once is one screen', async () => {
    const { pairingId, digits } = await start()
    const replies = await Promise.all(
      Array.from({ length: 6 }, () =>
        act(house, 'screen.pair', admin, { pairingId, digits, officeId: OTHER_OFFICE }),
      ),
    )
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    const listed = await house.call('screen.list', { officeId: OTHER_OFFICE }, { token: admin.token })
    expect(listed).toMatchObject({ value: { screens: [{ officeId: OTHER_OFFICE, revokedAt: null }] } })
  })

  it('ends after ten minutes', async () => {
    const { secret, pairingId, digits } = await start()
    await setNow(house, '2026-11-28T01:10:00.000Z')
    expect(await act(house, 'screen.pair', admin, { pairingId, digits, officeId: OWN_OFFICE })).toMatchObject(
      { refusal: 'pairing_expired' },
    )
    expect(await house.call('screen.collectKey', { secret })).toMatchObject({ refusal: 'pairing_expired' })
  })

  it('shows the office, its hours, the clock and what takes place today', async () => {
    const today = await makeActivity(house.db, { office_id: OWN_OFFICE })
    const from = (iso: string, status: 'published' | 'withdrawn' = 'published') =>
      makeActivity(house.db, {
        office_id: OWN_OFFICE,
        status,
        starts_at: new Date(iso),
        ends_at: new Date(Date.parse(iso) + 3_600_000),
      })
    const later = await from('2026-11-28T16:00:00Z')
    const muchLater = await from('2026-12-04T16:00:00Z')
    const off = await from('2026-11-29T01:00:00Z', 'withdrawn')
    const reply = await house.call('screen.show', { screenId: screen.screenId })
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
      house.db
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
    const moved = await makeActivity(house.db, {
      ...here,
      ...hours('2026-12-05T01:00:00Z', '2026-12-05T03:00:00Z'),
    })
    await change(moved, 'postponed', at('2026-11-28T02:00:00Z'))
    const changed = await makeActivity(house.db, { ...here, ...tomorrow })
    await change(changed, 'indoors')
    const confirmed = await makeActivity(house.db, { ...here, ...tomorrow })
    await change(confirmed, 'as-planned')
    const market = await makeActivity(house.db, { kind: 'open', capacity: null })
    const elsewhere = await makeActivity(house.db, { office_id: OTHER_OFFICE })
    const reply = await house.call('screen.show', { screenId: screen.screenId })
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
    for (const told of [moved, changed, market]) expect(ahead).not.toContain(told)
    expect(ids).not.toContain(elsewhere)
    expect(activities.find(({ id }) => id === changed)?.announced).toMatchObject({
      kind: 'indoors',
      place: '二楼',
    })
    expect(activities.find(({ id }) => id === market)?.announced).toBeNull()
  })

  it('is seen by staff, to the minute', async () => {
    const seenAt = async () => {
      const reply = await house.call('screen.list', { officeId: OWN_OFFICE }, { token: admin.token })
      const { screens } = (reply as { value: { screens: { screenId: string; seenAt: string | null }[] } })
        .value
      return screens.find(({ screenId }) => screenId === screen.screenId)?.seenAt
    }
    await house.call('screen.show', { screenId: screen.screenId })
    const first = await seenAt()
    await setNow(house, '2026-11-28T01:00:30.000Z')
    await house.call('screen.show', { screenId: screen.screenId })
    expect(await seenAt()).toBe(first)
    await setNow(house, '2026-11-28T01:05:00.000Z')
    await house.call('screen.show', { screenId: screen.screenId })
    expect(await seenAt()).toBe('2026-11-28T01:05:00.000Z')
  })

  it('tells the urgent notice that holds, and who runs this', async () => {
    const shown = () => house.call('screen.show', { screenId: screen.screenId })
    expect(await shown()).toMatchObject({ value: { notice: null, subdistrict: { name: '云溪街道' } } })
    await setNow(house, '2026-11-25T02:00:00.000Z')
    expect(await shown()).toMatchObject({
      value: { notice: { title: '芦岸桥封路', until: '2026-11-25T10:00:00.000Z' } },
    })
  })
})
