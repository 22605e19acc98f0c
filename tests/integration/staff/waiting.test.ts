import type { ActivityRecord } from '../../../core/contract/activity/draft'
import type { Waiting } from '../../../core/contract/staff'
import { act, done, makeActivity, openHall, register } from '../../support/activities/activities'
import { draftAct, publish, saveDraft, type SavedDraft } from '../../support/activities/drafts'
import { admit, type Person } from '../../support/api/people'
import { OWN_OFFICE, type TestApi } from '../../support/api/test-api'

let api: TestApi
let editor: Person
let clerk: Person
beforeEach(async () => {
  api = await openHall()
  editor = await admit(api.db, 'editor')
  clerk = await admit(api.db, 'office', OWN_OFFICE)
})
afterEach(() => api.close())

const waitingFor = (who: Person) => done<Waiting>(api.call('staff.waiting', {}, { token: who.token }))
const idsOf = (rows: readonly { readonly activityId: string }[]) => rows.map(({ activityId }) => activityId)
const change = (activityId: string) =>
  done(act(api, 'activity.change', editor, { activityId, kind: 'indoors', place: '二楼', startsAt: null }))

it('nothing waits at an office where nothing happened', async () => {
  expect(await waitingFor(clerk)).toEqual({
    drafts: [],
    corrections: [],
    plans: [],
    changed: [],
    rolls: [],
    words: [],
    screens: [],
    holidays: [],
  })
})

it('a change waits with how many are left to be told, until somebody told them; other offices do not see it', async () => {
  const own = await makeActivity(api.db, { office_id: OWN_OFFICE, capacity: 9 })
  const elsewhere = await makeActivity(api.db)
  await register(api, own, { telling: 'phone', phone: '13800000001' })
  await register(api, own, { telling: 'none' })
  await change(own)
  await change(elsewhere)
  const { changed } = await waitingFor(clerk)
  expect(changed).toMatchObject([{ activityId: own, kind: 'indoors', left: 1 }])
  expect(idsOf((await waitingFor(editor)).changed).sort()).toEqual([own, elsewhere].sort())
  const { unreached } = await done<{ unreached: { messageId: number }[] }>(
    api.call('activity.unreached', { activityId: own }, { token: clerk.token }),
  )
  const [first] = unreached
  await done(
    act(api, 'activity.recordCall', clerk, {
      activityId: own,
      messageId: first?.messageId,
      outcome: 'reached',
      againAt: null,
    }),
  )
  expect((await waitingFor(clerk)).changed).toMatchObject([{ activityId: own, left: 0 }])
})

it('a roll waits from when it can be closed until it is', async () => {
  const activityId = await makeActivity(api.db, { office_id: OWN_OFFICE })
  await register(api, activityId)
  const endsAt = (moment: string) =>
    api.db
      .updateTable('activity')
      .set({ starts_at: new Date('2026-11-18T00:00:00Z'), ends_at: new Date(moment) })
      .where('id', '=', activityId)
      .execute()
  await endsAt('2026-11-20T00:30:01Z')
  expect((await waitingFor(clerk)).rolls).toEqual([])
  await endsAt('2026-11-20T00:30:00Z')
  expect(idsOf((await waitingFor(clerk)).rolls)).toEqual([activityId])
  await done(act(api, 'door.closeRoll', clerk, { activityId }))
  expect((await waitingFor(clerk)).rolls).toEqual([])
})

it('words of residents wait once they are three days old: suggestions for editors, what is wrong on the map for all', async () => {
  const { residentId } = await admit(api.db)
  const suggest = (at: string) =>
    api.db
      .insertInto('suggestion')
      .values({ text: '路灯不亮', at: new Date(at), checked: 'passed', resident_id: residentId })
      .execute()
  const report = (note: string | null, at = '2026-11-18T00:00:00Z') =>
    api.db
      .insertInto('facility_report')
      .values({
        facility_id: null,
        reason: 'missing',
        note,
        checked: 'passed',
        reporter_id: residentId,
        reported_at: new Date(at),
      })
      .execute()
  await suggest('2026-11-19T00:59:00Z')
  await suggest('2026-11-19T01:01:00Z')
  await report('少一个菜场')
  await report('少一个公园', '2026-11-20T00:00:00Z')
  // Of what a refused check leaves there is nothing to read.
  await report(null)
  const reported = { text: '少一个菜场', report: { reason: 'missing', placeName: null } }
  expect((await waitingFor(editor)).words).toMatchObject([
    reported,
    { text: '路灯不亮', report: null, at: '2026-11-19T00:59:00.000Z' },
  ])
  expect((await waitingFor(clerk)).words).toMatchObject([reported])
})

it('what was handed in waits for editors who did not write it, and for its writer where nobody else may approve', async () => {
  const saved = await done<SavedDraft>(saveDraft(api, clerk, { officeId: OWN_OFFICE }))
  await done(draftAct(api, 'draft.handIn', clerk, saved))
  const own = await done<SavedDraft>(saveDraft(api, editor))
  await done(draftAct(api, 'draft.handIn', editor, own))
  const draftsFor = async (who: Person) =>
    new Set((await waitingFor(who)).drafts.map(({ draftId }) => draftId))
  expect(await draftsFor(editor)).toEqual(new Set([saved.draftId, own.draftId]))
  const second = await admit(api.db, 'admin')
  expect(await draftsFor(editor)).toEqual(new Set([saved.draftId]))
  expect(await draftsFor(second)).toEqual(new Set([saved.draftId, own.draftId]))
  expect(await draftsFor(clerk)).toEqual(new Set())
})

it('what was put right waits for a second person until they looked at it', async () => {
  const second = await admit(api.db, 'admin')
  const [activityId = ''] = await publish(api, [editor, second])
  const recordFor = (who: Person) =>
    done<ActivityRecord>(api.call('draft.record', { activityId }, { token: who.token }))
  const { content, version } = await recordFor(editor)
  const { title, about, host, forWhom, access, amenities } = content
  const words = { title, about, bring: '剪刀', host, forWhom, access, amenities }
  await done(act(api, 'draft.correct', editor, { activityId, version, words, dates: 'this' }))
  const correctionsFor = async (who: Person) => idsOf((await waitingFor(who)).corrections)
  expect(await correctionsFor(editor)).toEqual([])
  expect(await correctionsFor(second)).toEqual([activityId])
  const [correction] = (await recordFor(second)).corrections
  await done(act(api, 'draft.lookAt', second, { correctionId: correction?.correctionId }))
  expect(await correctionsFor(second)).toEqual([])
})

it('a stall plan waits for editors who did not save it, until it is published or the market is over', async () => {
  const market = await makeActivity(api.db, { office_id: OWN_OFFICE, kind: 'open', capacity: null })
  const second = await admit(api.db, 'admin')
  const stalls = [
    { number: '1', kind: '修理', name: '修伞', hours: null, called: null, phone: null, note: null },
  ]
  await done(act(api, 'stall.savePlan', editor, { activityId: market, version: 0, stalls }))
  const plansFor = async (who: Person) => idsOf((await waitingFor(who)).plans)
  expect(await plansFor(editor)).toEqual([])
  expect(await plansFor(second)).toEqual([market])
  expect(await plansFor(clerk)).toEqual([])
  await done(act(api, 'stall.publishPlan', second, { activityId: market, version: 1 }))
  expect(await plansFor(second)).toEqual([])
})

it('a screen waits once it has been silent for minutes, and no longer once it is taken out of use', async () => {
  const screen = (screenId: string, officeId: string, seen: string | null) =>
    api.db
      .insertInto('screen')
      .values({
        id: screenId,
        office_id: officeId,
        key: Buffer.alloc(32),
        key_sealed: false,
        paired_at: new Date('2026-11-01T00:00:00Z'),
        paired_by: null,
        seen_at: seen === null ? null : new Date(seen),
      })
      .execute()
  await screen('screen0000000001', OWN_OFFICE, '2026-11-22T00:59:00Z')
  await screen('screen0000000002', OWN_OFFICE, '2026-11-22T00:40:00Z')
  await screen('screen0000000003', OWN_OFFICE, null)
  const silent = async () => (await waitingFor(clerk)).screens.map(({ screenId }) => screenId)
  expect(await silent()).toEqual(['screen0000000002', 'screen0000000003'])
  await api.db
    .updateTable('screen')
    .set({ revoked_at: new Date('2026-11-22T00:50:00Z') })
    .where('id', '=', 'screen0000000003')
    .execute()
  expect(await silent()).toEqual(['screen0000000002'])
})
