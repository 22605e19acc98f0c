import { sql } from 'kysely'
import { lapseWaitlists, queueReminders } from '../../../cloud/jobs/activities'
import { runJobs } from '../../../cloud/jobs/run'
import { sendDueMessages } from '../../../cloud/jobs/send-messages'
import { fakeWechatMessages, type FakeWechatMessages } from '../../../cloud/gateways/wechat-messages-fake'
import type { Template } from '../../../core/domain/registration/messages/notice'
import { parseInstant } from '../../../core/kernel/shanghai-time'
import type { TestApi } from '../../support/api/test-api'
import { admit, givePost, type Person } from '../../support/api/people'
import { openCrowd } from '../../support/activities/crowd'
import {
  act,
  done,
  makeActivity,
  openHall,
  partiesOf,
  register,
  setNow,
} from '../../support/activities/activities'

let api: TestApi
let wechat: FakeWechatMessages
beforeEach(async () => {
  api = await openHall()
  wechat = fakeWechatMessages()
})
afterEach(() => api.close())

/** What the phone does after WeChat's dialogue: both count, WeChat and we. */
async function allow(who: Person, ...templates: Template[]): Promise<void> {
  for (const template of templates) wechat.allow(who.openid, template)
  await done(act(api, 'message.grant', who, { templates }))
}

const consentsOf = async (who: Person) =>
  (
    await done<{ consents: Record<Template, number> }>(
      api.call('message.list', { before: null }, { token: who.token }),
    )
  ).consents

const inboxOf = async (who: Person): Promise<readonly string[]> =>
  (
    await done<{ messages: { kind: string }[] }>(
      api.call('message.list', { before: null }, { token: who.token }),
    )
  ).messages.map(({ kind }) => kind)

const deliveries = async (): Promise<readonly string[]> =>
  (await sql<{ delivery: string }>`select delivery from message order by id`.execute(api.db)).rows.map(
    ({ delivery }) => delivery,
  )

async function at(instant: string): Promise<void> {
  await setNow(api, instant)
  for (const { name, error } of await runJobs(api.served, { sendMessage: wechat.send })) {
    if (error !== undefined) throw new Error(`job ${name} failed`, { cause: error })
  }
}

/** A class of one seat: somebody has it, somebody waits. */
async function fullClass() {
  const activityId = await makeActivity(api.db, { capacity: 1 })
  return { activityId, first: await register(api, activityId), second: await register(api, activityId) }
}

const cancel = ({ who, registrationId }: { who: Person; registrationId: string }) =>
  done(act(api, 'registration.cancel', who, { registrationId }))

describe('a freed place', () => {
  it('is given at once at night, and told by WeChat in the morning, once, for one consent', async () => {
    const { first, second } = await fullClass()
    await allow(second.who, 'waitlist')
    await at('2026-11-22T13:00:00Z')
    await cancel(first)
    await at('2026-11-22T13:01:00Z')
    expect([wechat.arrived, await inboxOf(second.who)]).toEqual([[], ['promoted']])
    await at('2026-11-22T23:59:59Z')
    expect(wechat.arrived).toEqual([])
    await at('2026-11-23T00:00:00Z')
    expect(wechat.arrived).toMatchObject([
      { openid: second.who.openid, template: 'waitlist', kind: 'promoted' },
    ])
    await at('2026-11-23T00:01:00Z')
    expect([wechat.arrived.length, await consentsOf(second.who)]).toEqual([
      1,
      { change: 0, waitlist: 0, reminder: 0 },
    ])
  })

  it('is not told when it was given back before the message went out', async () => {
    const { first, second } = await fullClass()
    await allow(second.who, 'waitlist')
    await at('2026-11-22T13:00:00Z')
    await cancel(first)
    await cancel(second)
    await at('2026-11-23T00:00:00Z')
    expect([wechat.arrived, await deliveries()]).toEqual([[], ['dropped']])
    expect(await consentsOf(second.who)).toMatchObject({ waitlist: 1 })
  })
})

describe('one consent is one message', () => {
  it('so the second that comes goes to the list of the unreached', async () => {
    const activityId = await makeActivity(api.db, { capacity: 2 })
    const editor = await admit(api.db, 'editor')
    const { who } = await register(api, activityId)
    await allow(who, 'change')
    const change = (kind: string, place: string | null) =>
      done(act(api, 'activity.change', editor, { activityId, kind, place, startsAt: null }))
    expect(await change('indoors', '武宁片区二楼')).toMatchObject({ notified: 1, unreached: 0 })
    await at('2026-11-22T21:50:00Z')
    expect(wechat.arrived).toMatchObject([{ template: 'change', about: { place: '武宁片区二楼' } }])
    expect(await change('as-planned', null)).toMatchObject({ notified: 1, unreached: 1 })
    await at('2026-11-22T21:51:00Z')
    expect([wechat.arrived.length, await inboxOf(who)]).toEqual([1, ['changed', 'changed']])
  })

  it('and none where WeChat itself says that there is none (43101)', async () => {
    const { first, second } = await fullClass()
    await done(act(api, 'message.grant', second.who, { templates: ['waitlist'] }))
    await done(act(api, 'message.grant', second.who, { templates: ['waitlist'] }))
    await cancel(first)
    await at('2026-11-22T02:00:00Z')
    expect([await deliveries(), await consentsOf(second.who)]).toEqual([
      ['unsent'],
      { change: 0, waitlist: 0, reminder: 0 },
    ])
  })

  it('which a malformed message (47003) and a quota (45009) leave whole, and a lost answer does not', async () => {
    const { first, second } = await fullClass()
    await allow(second.who, 'waitlist')
    await cancel(first)
    wechat.failNext(45009)
    await at('2026-11-22T02:00:00Z')
    expect([await deliveries(), await consentsOf(second.who)]).toMatchObject([['pending'], { waitlist: 1 }])
    wechat.failNext('lost')
    await at('2026-11-22T02:15:00Z')
    expect([wechat.arrived.length, await deliveries(), await consentsOf(second.who)]).toMatchObject([
      1,
      ['unsent'],
      { waitlist: 0 },
    ])
    await at('2026-11-22T03:00:00Z')
    expect(wechat.arrived).toHaveLength(1)
    const third = await register(api, await makeActivity(api.db, { capacity: 1 }))
    await allow(third.who, 'reminder')
    wechat.failNext(47003)
    await at('2026-11-27T10:00:00Z')
    expect(await consentsOf(third.who)).toMatchObject({ reminder: 1 })
  })
})

describe('the reminder', () => {
  it('comes at 18:00 the day before, once, also when the activity moves afterwards', async () => {
    const activityId = await makeActivity(api.db, { capacity: 3 })
    const editor = await admit(api.db, 'editor')
    const { who } = await register(api, activityId)
    await allow(who, 'reminder')
    await allow(who, 'reminder')
    await at('2026-11-27T09:59:59Z')
    expect(wechat.arrived).toEqual([])
    await at('2026-11-27T10:00:00Z')
    const late = await register(api, activityId)
    await allow(late.who, 'reminder')
    await done(
      act(api, 'activity.change', editor, {
        activityId,
        kind: 'postponed',
        place: null,
        startsAt: '2026-11-29T01:00:00Z',
      }),
    )
    await at('2026-11-28T10:00:00Z')
    const reminders = wechat.arrived
      .filter(({ template }) => template === 'reminder')
      .map(({ openid }) => openid)
    // Whoever got a place after the first evening is reminded on the new one.
    expect(reminders).toEqual([who.openid, late.who.openid])
  })
})

describe('an activity that moved indoors', () => {
  it('is where every message says, also the ones from before and those that still wait to be sent', async () => {
    const activityId = await makeActivity(api.db, { capacity: 1 })
    const editor = await admit(api.db, 'editor')
    const first = await register(api, activityId)
    const { who } = await register(api, activityId)
    await allow(who, 'waitlist')
    await setNow(api, '2026-11-25T15:00:00Z')
    await cancel(first)
    const change = { activityId, kind: 'indoors', place: '武宁片区二楼', startsAt: null }
    await done(act(api, 'activity.change', editor, change))
    const { messages } = await done<{ messages: { kind: string; now: { place: string } }[] }>(
      api.call('message.list', { before: null }, { token: who.token }),
    )
    expect(messages.map(({ kind, now }) => [kind, now.place])).toEqual([
      ['changed', '武宁片区二楼'],
      ['promoted', '武宁片区二楼'],
    ])
    await at('2026-11-26T00:00:00Z')
    expect(wechat.arrived.filter(({ kind }) => kind === 'promoted').map(({ about }) => about.place)).toEqual([
      '武宁片区二楼',
    ])
  })
})

describe('at the start', () => {
  it('who still waits lapses, which only the inbox tells', async () => {
    const { activityId, second } = await fullClass()
    await allow(second.who, 'waitlist', 'change', 'reminder')
    await at('2026-11-28T00:59:59.999Z')
    expect((await partiesOf(api.db, activityId)).map(({ states }) => states)).toEqual([
      ['confirmed'],
      ['waiting'],
    ])
    await at('2026-11-28T01:00:00Z')
    expect((await partiesOf(api.db, activityId)).map(({ states }) => states)).toEqual([
      ['confirmed'],
      ['lapsed'],
    ])
    await at('2026-11-28T01:01:00Z')
    expect([await inboxOf(second.who), wechat.arrived]).toEqual([['lapsed'], []])
  })
})

describe('several instances at once, and a crash in the middle', () => {
  it('send, remind and lapse once', async () => {
    const activityId = await makeActivity(api.db, { capacity: 20 })
    const registered = await Promise.all(Array.from({ length: 24 }, () => register(api, activityId)))
    await Promise.all(registered.map(({ who }) => allow(who, 'reminder')))
    const instances = Array.from({ length: 3 }, () => openCrowd(api, 2))
    try {
      const evening = parseInstant('2026-11-27T10:00:00Z')
      await Promise.all(instances.map(({ db }) => queueReminders(db, evening)))
      await Promise.all(instances.map(({ db }) => sendDueMessages(db, wechat.send, evening)))
      expect(wechat.arrived.map(({ openid }) => openid).sort()).toEqual(
        registered
          .filter(({ place }) => place === 'confirmed')
          .map(({ who }) => who.openid)
          .sort(),
      )
      const lapsed = await Promise.all(
        instances.map(({ db }) => lapseWaitlists(db, parseInstant('2026-11-28T01:00:00Z'))),
      )
      expect(lapsed.reduce((sum, count) => sum + count, 0)).toBe(4)
    } finally {
      await Promise.all(instances.map((instance) => instance.close()))
    }
  })

  it('killed between WeChat and the record: not sent again, the consent is spent, staff has to call', async () => {
    const { activityId, first, second } = await fullClass()
    await allow(second.who, 'waitlist')
    await cancel(first)
    const killed = async (message: Parameters<typeof wechat.send>[0]): Promise<never> => {
      await wechat.send(message)
      throw new Error('kill -9')
    }
    await expect(sendDueMessages(api.db, killed, parseInstant('2026-11-22T02:00:00Z'))).rejects.toThrow(
      'kill -9',
    )
    expect(await deliveries()).toEqual(['sending'])
    await at('2026-11-22T02:10:00.001Z')
    expect([wechat.arrived.length, await deliveries(), await consentsOf(second.who)]).toMatchObject([
      1,
      ['unsent'],
      { waitlist: 0 },
    ])
    const editor = await admit(api.db, 'editor')
    expect(await done(api.call('activity.unreached', { activityId }, { token: editor.token }))).toMatchObject(
      {
        unreached: [{ number: second.number, kind: 'promoted' }],
      },
    )
  })
})

describe('volunteers of an activity', () => {
  const helpAt = async (activityId: string, who: Person) => {
    await givePost(api.db, who.residentId, 'scanner')
    await api.db
      .updateTable('post')
      .set({ activity_ids: [activityId] })
      .where('resident_id', '=', who.residentId)
      .execute()
  }
  const change = (activityId: string, staff: Person, kind: string) =>
    done<{ notified: number; volunteers: { told: number; inPerson: number } }>(
      act(api, 'activity.change', staff, {
        activityId,
        kind,
        place: kind === 'indoors' ? '二楼' : null,
        startsAt: null,
      }),
    )

  it('are told of its changes once, by WeChat where they consented, and stand on no call list', async () => {
    const staff = await admit(api.db, 'editor')
    const activityId = await makeActivity(api.db)
    const [consented, silent, left, elsewhere] = [
      await admit(api.db),
      await admit(api.db),
      await admit(api.db),
      await admit(api.db),
    ]
    await helpAt(activityId, consented)
    await helpAt(activityId, silent)
    await helpAt(activityId, left)
    await helpAt(await makeActivity(api.db), elsewhere)
    await api.db
      .updateTable('post')
      .set({ dismissed_at: new Date('2026-11-21T00:00:00Z') })
      .where('resident_id', '=', left.residentId)
      .execute()
    await allow(consented, 'change')
    const { who: both } = await register(api, activityId, { telling: 'wechat' })
    await helpAt(activityId, both)
    expect(
      await done(api.call('activity.reach', { activityId, kind: 'indoors' }, { token: staff.token })),
    ).toMatchObject({
      registered: { all: 1 },
      volunteers: { all: 3, wechat: 1, inPerson: 1, registered: 1 },
    })
    expect(await change(activityId, staff, 'indoors')).toMatchObject({
      notified: 1,
      volunteers: { told: 2, inPerson: 1 },
    })
    await at('2026-11-22T01:01:00Z')
    expect(wechat.arrived).toMatchObject([
      {
        openid: consented.openid,
        kind: 'changed',
        page: `activity/pages/activity/index?id=${activityId}`,
      },
    ])
    for (const who of [consented, silent, both]) expect(await inboxOf(who)).toEqual(['changed'])
    for (const who of [left, elsewhere]) expect(await inboxOf(who)).toEqual([])
    expect((await consentsOf(consented)).change).toBe(0)
    const { unreached } = await done<{ unreached: readonly object[] }>(
      api.call('activity.unreached', { activityId }, { token: staff.token }),
    )
    expect(unreached).toHaveLength(1)
  })

  it('hear of it where it is cancelled, of a market also who helps at a workshop; WeChat’s own no calls nobody', async () => {
    const staff = await admit(api.db, 'editor')
    const market = await makeActivity(api.db, { kind: 'open', capacity: null })
    const workshop = await makeActivity(api.db, { kind: 'workshop', part_of: market })
    const [atMarket, atWorkshop] = [await admit(api.db), await admit(api.db)]
    await helpAt(market, atMarket)
    await helpAt(workshop, atWorkshop)
    // Our own count says one is left, WeChat's says none.
    await done(act(api, 'message.grant', atMarket, { templates: ['change'] }))
    expect(await change(market, staff, 'cancelled')).toMatchObject({ volunteers: { told: 2, inPerson: 1 } })
    await at('2026-11-22T01:01:00Z')
    expect(await deliveries()).toEqual(expect.arrayContaining(['unsent', 'inbox']))
    for (const who of [atMarket, atWorkshop]) expect(await inboxOf(who)).toEqual(['withdrawn'])
    const { rows } = await sql<{ unreached: boolean }>`select unreached from message`.execute(api.db)
    expect(rows.every(({ unreached }) => !unreached)).toBe(true)
  })
})
