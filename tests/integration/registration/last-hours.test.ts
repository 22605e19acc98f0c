import { runJobs } from '../../../cloud/jobs/run'
import { fakeWechatMessages } from '../../../cloud/gateways/wechat-messages-fake'
import type { TestApi } from '../../support/api/test-api'
import { admit } from '../../support/api/people'
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
beforeEach(async () => {
  api = await openHall()
})
afterEach(() => api.close())

/** A class of one seat: somebody has it, somebody waits. */
async function fullClass() {
  const activityId = await makeActivity(api.db, { capacity: 1 })
  const first = await register(api, activityId)
  return { activityId, first, second: await register(api, activityId) }
}

const kindsToldTo = async ({ token }: { readonly token: string }) => {
  const { messages } = await done<{ messages: { kind: string }[] }>(
    api.call('message.list', { before: null }, { token }),
  )
  return messages.map(({ kind }) => kind)
}
const LATE = '2026-11-28T00:10:00Z'

describe('in the last two hours', () => {
  it('who waits is told that a raised capacity has seats for whoever asks first, and asks', async () => {
    const { activityId, second } = await fullClass()
    const wechat = fakeWechatMessages()
    wechat.allow(second.who.openid, 'waitlist')
    await done(act(api, 'message.grant', second.who, { templates: ['waitlist'] }))
    await setNow(api, '2026-11-28T00:10:00Z')
    const editor = await admit(api.db, 'editor')
    await done(act(api, 'activity.setCapacity', editor, { activityId, capacity: 2 }))
    await runJobs(api.served, { sendMessage: wechat.send })
    const { messages } = await done<{ messages: { kind: string }[] }>(
      api.call('message.list', { before: null }, { token: second.who.token }),
    )
    expect([messages, wechat.arrived]).toMatchObject([[{ kind: 'seats-free' }], [{ kind: 'seats-free' }]])
    const { registrationId } = second
    expect(await done(act(api, 'registration.askNow', second.who, { registrationId }))).toMatchObject({
      headline: 'confirmed',
    })
  })

  it('who waits is told that somebody cancelled, and asks for the seat; who cancelled is not', async () => {
    const { first, second } = await fullClass()
    await setNow(api, LATE)
    await done(act(api, 'registration.cancel', first.who, { registrationId: first.registrationId }))
    expect(await kindsToldTo(second.who)).toEqual(['seats-free'])
    expect(await kindsToldTo(first.who)).toEqual([])
    const { registrationId } = second
    expect(await done(act(api, 'registration.askNow', second.who, { registrationId }))).toMatchObject({
      headline: 'confirmed',
    })
  })

  it('who waits is told once while the seat stays free, and again when the next one is let go of', async () => {
    const { activityId, first, second } = await fullClass()
    const third = await register(api, activityId)
    await setNow(api, LATE)
    await done(act(api, 'registration.cancel', first.who, { registrationId: first.registrationId }))
    await done(act(api, 'registration.askNow', second.who, { registrationId: second.registrationId }))
    await setNow(api, '2026-11-28T00:20:00Z')
    await done(act(api, 'registration.cancel', second.who, { registrationId: second.registrationId }))
    expect(await kindsToldTo(third.who)).toEqual(['seats-free', 'seats-free'])
  })
})

describe('earlier', () => {
  it('a seat that somebody lets go of is given in order, and nobody is told to ask', async () => {
    const { first, second } = await fullClass()
    await done(act(api, 'registration.cancel', first.who, { registrationId: first.registrationId }))
    expect(await kindsToldTo(second.who)).toEqual(['promoted'])
  })
})

describe('from the start on', () => {
  it('nobody reads that they wait any more, also before the job has written that down', async () => {
    const { activityId, second } = await fullClass()
    const { registrationId, who } = second
    const notified = async () => {
      const { registrations } = await done<{ registrations: { headline: string }[] }>(
        api.call('registration.mine', {}, { token: who.token }),
      )
      const { headline, members, waitingPosition } = await done<{
        headline: string
        members: { state: string }[]
        waitingPosition: object | null
      }>(api.call('registration.show', { registrationId }, { token: who.token }))
      const { terms } = await done<{ terms: { waitingParties: number } }>(
        api.call('activity.show', { activityId }),
      )
      return [
        registrations[0]?.headline,
        headline,
        members[0]?.state,
        waitingPosition !== null,
        terms.waitingParties,
      ]
    }
    await setNow(api, '2026-11-28T00:59:59.999Z')
    expect(await notified()).toEqual(['waiting', 'waiting', 'waiting', true, 1])
    await setNow(api, '2026-11-28T01:00:00Z')
    expect(await notified()).toEqual(['lapsed', 'lapsed', 'lapsed', false, 0])
    expect((await partiesOf(api.db, activityId)).map(({ states }) => states)).toContainEqual(['waiting'])
  })

  it('staff at the door read the same', async () => {
    const { activityId, second } = await fullClass()
    const editor = await admit(api.db, 'editor')
    const told = async () => {
      const asked = [
        ['door.list', { activityId }],
        ['sheet.show', { activityId }],
        ['door.findByNumber', { activityId, number: second.number }],
      ] as const
      const answers = await Promise.all(
        asked.map(([endpoint, input]) => done(api.call(endpoint, input, { token: editor.token }))),
      )
      const [list, sheet, party] = answers.map((answer) => JSON.stringify(answer))
      return [list, sheet, party].map((text) => /"state":"(waiting|lapsed)"/.exec(text ?? '')?.[1])
    }
    await setNow(api, '2026-11-28T00:59:59.999Z')
    expect(await told()).toEqual(['waiting', 'waiting', 'waiting'])
    await setNow(api, '2026-11-28T01:00:00Z')
    expect(await told()).toEqual(['lapsed', 'lapsed', 'lapsed'])
  })

  it('the sheet and the list of activities at the desk count nobody as waiting', async () => {
    const { activityId } = await fullClass()
    const editor = await admit(api.db, 'editor')
    const shelf = { shelf: 'coming', officeIds: [], topic: null, words: null, size: 50, after: null }
    const counted = async () => {
      const sheet = await done<{ waiting: number }>(
        api.call('sheet.show', { activityId }, { token: editor.token }),
      )
      const { records } = await done<{ records: { recordId: string; waitingParties: number }[] }>(
        api.call('draft.records', shelf, { token: editor.token }),
      )
      return [sheet.waiting, records.find(({ recordId }) => recordId === activityId)?.waitingParties]
    }
    await setNow(api, '2026-11-28T00:59:59.999Z')
    expect(await counted()).toEqual([1, 1])
    await setNow(api, '2026-11-28T01:00:00Z')
    expect(await counted()).toEqual([0, 0])
  })
})
