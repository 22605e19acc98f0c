import type { ActivityPage } from '../../../core/contract/activity/activity-page'
import type { ActivityRecord, DraftContent, DraftView } from '../../../core/contract/activity/draft'
import { act, done, openHall, setNow, START } from '../../support/activities/activities'
import { draftAct, publish, saveDraft, type SavedDraft } from '../../support/activities/drafts'
import { admit, type Person } from '../../support/api/people'
import { OTHER_OFFICE, OWN_OFFICE, type TestApi } from '../../support/api/test-api'

let api: TestApi
let editor: Person
let second: Person
beforeAll(async () => {
  api = await openHall()
  editor = await admit(api.db, 'editor')
  second = await admit(api.db, 'editor')
})
beforeEach(() => setNow(api, START))
afterAll(() => api.close())

let made = 0
/** A stored photo of an activity, without its bytes. */
async function photoOf(ownerId: string): Promise<string> {
  made += 1
  const name = made.toString(16).padStart(32, '0')
  const post = await api.db
    .selectFrom('post')
    .select('id')
    .where('resident_id', '=', editor.residentId)
    .executeTakeFirstOrThrow()
  await api.db
    .insertInto('file')
    .values({
      name,
      kind: 'photo',
      media_type: 'image/jpeg',
      width: 1440,
      height: 810,
      bytes: 1,
      owner_kind: 'activity',
      owner_id: ownerId,
      by_post: post.id,
      at: new Date(START),
    })
    .execute()
  return name
}

const shown = async (activityId: string) =>
  (await done<ActivityPage>(api.call('activity.show', { activityId }))).photo

it('a draft has its photo, and so has every date that it becomes, with what is on it', async () => {
  const draft = await done<SavedDraft>(saveDraft(api, editor))
  const photo = { name: await photoOf(draft.recordId), alt: '老师教大家扎灯笼' }
  const weekly = { everyWeeks: 1, until: '2026-12-07', dropped: [], moved: [] }
  const more = { photo, weekly }
  const saved = await done<SavedDraft>(saveDraft(api, editor, more, draft))
  const { content } = await done<DraftView>(
    api.call('draft.show', { draftId: draft.draftId }, { token: editor.token }),
  )
  expect(content.photo).toEqual(photo)
  const { page } = await done<{ page: Pick<ActivityPage, 'photo'> }>(
    api.call('activity.preview', { plan: content }, { token: editor.token }),
  )
  expect(page.photo).toEqual(photo)
  await done(draftAct(api, 'draft.handIn', editor, saved))
  const { activityIds } = await done<{ activityIds: readonly string[] }>(
    draftAct(api, 'draft.approve', second, saved),
  )
  expect(activityIds.length).toBe(2)
  for (const id of activityIds) expect(await shown(id)).toEqual(photo)
})

it('is not handed in without words for it', async () => {
  const draft = await done<SavedDraft>(saveDraft(api, editor))
  const photo = { name: await photoOf(draft.recordId), alt: '' }
  const saved = await done<SavedDraft>(saveDraft(api, editor, { photo }, draft))
  expect(await draftAct(api, 'draft.handIn', editor, saved)).toMatchObject({
    refusal: 'draft_incomplete',
    detail: { missing: ['photo'] },
  })
})

it('is one that there is, of an activity that the post reaches, or one that residents see', async () => {
  const unknown = { name: 'f'.repeat(32), alt: '没有' }
  expect(await saveDraft(api, editor, { photo: unknown })).toMatchObject({ refusal: 'file_not_found' })
  const theirs = await done<SavedDraft>(saveDraft(api, editor, { officeId: OTHER_OFFICE }))
  const photo = { name: await photoOf(theirs.recordId), alt: '那边的' }
  const own = await admit(api.db, 'office', OWN_OFFICE)
  const copying = () => saveDraft(api, own, { officeId: OWN_OFFICE, photo })
  expect(await copying()).toMatchObject({ refusal: 'file_not_found' })
  const saved = await done<SavedDraft>(saveDraft(api, editor, { officeId: OTHER_OFFICE, photo }, theirs))
  await done(draftAct(api, 'draft.handIn', editor, saved))
  await done(draftAct(api, 'draft.approve', second, saved))
  expect(await copying()).toMatchObject({ ok: true })
})

it('is changed and taken away by 改错, which keeps both wordings', async () => {
  const [activityId = ''] = await publish(api, [editor, second])
  const record = () => done<ActivityRecord>(api.call('draft.record', { activityId }, { token: editor.token }))
  const correct = async (photo: { name: string; alt: string } | null) => {
    const { version, content } = await record()
    const { title, about, bring, host, forWhom, access, amenities } = content
    const words = { title, about, bring, host, forWhom, access, amenities, photo }
    return act(api, 'draft.correct', editor, { activityId, version, words, dates: 'this' })
  }
  const photo = { name: await photoOf(activityId), alt: '扎好的灯笼' }
  expect(await correct({ ...photo, alt: '' })).toMatchObject({ refusal: 'photo_words_missing' })
  expect(await correct({ ...photo, name: 'e'.repeat(32) })).toMatchObject({ refusal: 'file_not_found' })
  await done(correct(photo))
  expect(await shown(activityId)).toEqual(photo)
  await setNow(api, '2026-11-22T01:01:00.000Z')
  await done(correct(null))
  expect(await shown(activityId)).toBeNull()
  expect((await record()).corrections[0]).toMatchObject({ before: { photo }, after: { photo: null } })
})

/** Of a desk that knows nothing of photos: what is left out does not travel. */
const SILENT = { photo: undefined } as unknown as Partial<DraftContent>

it('stays where a desk of before, which knows nothing of photos, saves or corrects', async () => {
  const draft = await done<SavedDraft>(saveDraft(api, editor))
  const photo = { name: await photoOf(draft.recordId), alt: '老师教大家扎灯笼' }
  const withPhoto = await done<SavedDraft>(saveDraft(api, editor, { photo }, draft))
  const saved = await done<SavedDraft>(saveDraft(api, editor, SILENT, withPhoto))
  await done(draftAct(api, 'draft.handIn', editor, saved))
  const { activityIds } = await done<{ activityIds: readonly string[] }>(
    draftAct(api, 'draft.approve', second, saved),
  )
  const [activityId = ''] = activityIds
  expect(await shown(activityId)).toEqual(photo)
  const { version, content } = await done<ActivityRecord>(
    api.call('draft.record', { activityId }, { token: editor.token }),
  )
  const { about, bring, host, forWhom, access, amenities } = content
  const words = { title: '扎灯笼和猜灯谜', about, bring, host, forWhom, access, amenities }
  await done(act(api, 'draft.correct', editor, { activityId, version, words, dates: 'this' }))
  expect(await shown(activityId)).toEqual(photo)
})

it('is none in a draft of before', async () => {
  const draft = await done<SavedDraft>(saveDraft(api, editor))
  const row = await api.db
    .selectFrom('draft')
    .select('content')
    .where('id', '=', draft.draftId)
    .executeTakeFirstOrThrow()
  const content = Object.fromEntries(Object.entries(row.content).filter(([name]) => name !== 'photo'))
  await api.db
    .updateTable('draft')
    .set({ content: JSON.stringify(content) })
    .where('id', '=', draft.draftId)
    .execute()
  await done(draftAct(api, 'draft.handIn', editor, draft))
  const { activityIds } = await done<{ activityIds: readonly string[] }>(
    draftAct(api, 'draft.approve', second, draft),
  )
  expect(await shown(activityIds[0] ?? '')).toBeNull()
})
