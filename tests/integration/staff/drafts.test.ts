import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { ActivityRecord, DraftView, RecordRow } from '../../../core/contract/activity/draft'
import { act, done, openHall, register, setNow, START } from '../../support/activities/activities'
import { draftAct, draftContent, publish, saveDraft, type SavedDraft } from '../../support/activities/drafts'
import { OTHER_OFFICE, OWN_OFFICE, type TestApi } from '../../support/api/test-api'
import { admit, givePost, type Person } from '../../support/api/people'

let api: TestApi
let editor: Person
let second: Person
beforeAll(async () => {
  api = await openHall()
})
beforeEach(async () => {
  await setNow(api, START)
  await api.db
    .updateTable('post')
    .set({ dismissed_at: new Date(START) })
    .execute()
  ;[editor, second] = [await admit(api.db, 'editor'), await admit(api.db, 'admin')]
})
afterEach(() => {
  expect(api.handled.find(({ error }) => error !== undefined)?.error).toBeUndefined()
})
afterAll(() => api.close())

const shown = (activityId: string) => api.call('activity.show', { activityId })
const draftOf = (who: Person, { draftId }: Pick<SavedDraft, 'draftId'>) =>
  done<DraftView>(api.call('draft.show', { draftId }, { token: who.token }))
const recordOf = (who: Person, activityId: string) =>
  done<ActivityRecord>(api.call('draft.record', { activityId }, { token: who.token }))
const listed = (who: Person, more: object = {}) =>
  done<{ records: RecordRow[]; next: object | null }>(
    api.call(
      'draft.records',
      { shelf: 'drafts', officeIds: [], topic: null, words: null, size: 50, after: null, ...more },
      { token: who.token },
    ),
  )

describe('a draft', () => {
  it('is kept however little of it is written, and is nothing that anybody else can open', async () => {
    const empty = { title: '', place: '', day: null, startMinute: null, endMinute: null, capacity: null }
    const saved = await done<SavedDraft>(saveDraft(api, editor, empty))
    expect((await draftOf(editor, saved)).content).toEqual(draftContent(empty))
    expect(await shown(saved.recordId)).toMatchObject({ refusal: 'activity_not_found' })
    expect(await draftAct(api, 'draft.handIn', editor, saved)).toMatchObject({
      refusal: 'draft_incomplete',
      detail: { missing: ['title', 'day', 'startMinute', 'endMinute', 'place', 'capacity'] },
    })
  })

  it('keeps no number of an identity card', async () => {
    const saved = await done<SavedDraft>(saveDraft(api, editor, { about: ['带 11010519491231002X'] }))
    expect((await draftOf(editor, saved)).content.about).toEqual(['带 ［身份证号不保存］'])
  })

  it('is refused to whoever saw an older version, with who changed it to what', async () => {
    const saved = await done<SavedDraft>(saveDraft(api, editor))
    const theirs = await done<SavedDraft>(saveDraft(api, second, { place: '二楼' }, saved))
    expect(theirs.version).toBe(2)
    const refused = { refusal: 'draft_changed', detail: { called: '王芳', version: 2 } }
    expect(await saveDraft(api, editor, { title: '折纸课' }, saved)).toMatchObject({
      ...refused,
      detail: { ...refused.detail, content: { place: '二楼' } },
    })
    for (const endpoint of ['draft.handIn', 'draft.approve', 'draft.discard'] as const)
      expect(await draftAct(api, endpoint, editor, saved)).toMatchObject(refused)
    expect(await draftAct(api, 'draft.sendBack', second, saved, { word: '改改' })).toMatchObject(refused)
  })

  it('of two who save the same version at once takes one', async () => {
    const saved = await done<SavedDraft>(saveDraft(api, editor))
    const replies = await Promise.all(
      Array.from({ length: 5 }, (_, index) => saveDraft(api, editor, { title: `第 ${index} 稿` }, saved)),
    )
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await draftOf(editor, saved)).version).toBe(2)
  })

  it('belongs to the offices of whoever writes it', async () => {
    const worker = await admit(api.db, 'office')
    const elsewhere = await admit(api.db, 'office', OTHER_OFFICE)
    expect(await saveDraft(api, worker, { officeId: OTHER_OFFICE })).toMatchObject({
      refusal: 'not_own_office',
    })
    const saved = await done<SavedDraft>(saveDraft(api, worker, { officeId: OWN_OFFICE }))
    expect(await saveDraft(api, elsewhere, { officeId: OTHER_OFFICE }, saved)).toMatchObject({
      refusal: 'not_own_office',
    })
    expect(await draftAct(api, 'draft.handIn', elsewhere, saved)).toMatchObject({
      refusal: 'not_own_office',
    })
    const titles = async (who: Person) => (await listed(who)).records.map(({ draftId }) => draftId)
    expect(await titles(worker)).toContain(saved.draftId)
    expect(await titles(elsewhere)).not.toContain(saved.draftId)
  })

  it.each([
    [{ endMinute: 9 * 60 }, 'ends_before_start'],
    [{ closes: { days: 0, minute: 10 * 60 } }, 'closes_after_start'],
    [{ opens: { days: 1, minute: 0 }, closes: { days: 2, minute: 0 } }, 'opens_after_closing'],
    [{ minAge: 60, maxAge: 50 }, 'ages_reversed'],
    [{ compoundIds: ['nowhere'] }, 'compound_not_found'],
    [{ day: '2026-11-20' }, 'day_past'],
    [{ weekly: { everyWeeks: 1, until: '2030-01-01', dropped: [], moved: [] } }, 'series_too_long'],
    [
      {
        kind: 'open' as const,
        workshops: [
          {
            title: '木工',
            place: '',
            startMinute: 480,
            endMinute: 600,
            capacity: 5,
            minAge: null,
            maxAge: null,
          },
        ],
      },
      'outside_open_activity',
    ],
  ])('with %j is kept and refused when it is handed in: %s', async (wrong, refusal) => {
    const saved = await done<SavedDraft>(saveDraft(api, editor, wrong))
    expect(await draftAct(api, 'draft.handIn', editor, saved)).toMatchObject({ ok: false, refusal })
  })
})

describe('publishing', () => {
  it('takes a second account, and what was handed in', async () => {
    const saved = await done<SavedDraft>(saveDraft(api, editor))
    expect(await draftAct(api, 'draft.approve', second, saved)).toMatchObject({ refusal: 'not_submitted' })
    await done(draftAct(api, 'draft.handIn', editor, saved))
    expect(await draftAct(api, 'draft.approve', editor, saved)).toMatchObject({
      refusal: 'second_person_needed',
    })
    // What was saved last is not what somebody looked at.
    const anew = await done<SavedDraft>(saveDraft(api, editor, { title: '改过的课' }, saved))
    expect(await draftAct(api, 'draft.approve', second, saved)).toMatchObject({ refusal: 'draft_changed' })
    expect(await draftAct(api, 'draft.approve', second, anew)).toMatchObject({ refusal: 'not_submitted' })
    await done(draftAct(api, 'draft.handIn', editor, anew))
    await done(draftAct(api, 'draft.approve', second, anew))
    expect(await shown(saved.recordId)).toMatchObject({
      value: { title: '改过的课', terms: { capacity: 8 } },
    })
    expect(await draftAct(api, 'draft.approve', second, anew)).toMatchObject({
      refusal: 'already_published',
    })
    expect(await saveDraft(api, editor, {}, anew)).toMatchObject({ refusal: 'already_published' })
  })

  it('judges accounts, not posts, and is 单人发布 exactly while one account may approve: 1 → 2 → 1', async () => {
    await api.db
      .updateTable('post')
      .set({ dismissed_at: new Date(START) })
      .where('resident_id', '=', second.residentId)
      .execute()
    await givePost(api.db, editor.residentId, 'admin')
    const handedIn = async () => {
      const saved = await done<SavedDraft>(saveDraft(api, editor))
      await done(draftAct(api, 'draft.handIn', editor, saved))
      return saved
    }
    const alone = await handedIn()
    expect((await draftOf(editor, alone)).mayApprove).toBe('alone')
    expect(await done(draftAct(api, 'draft.approve', editor, alone))).toMatchObject({ isAlone: true })
    expect((await recordOf(editor, alone.recordId)).wasAlone).toBe(true)
    const logged = await api.db
      .selectFrom('staff_act')
      .select(['changed', 'record_id'])
      .where('endpoint', '=', 'draft.approve')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect(logged).toEqual({ changed: { isAlone: true }, record_id: alone.recordId })

    const other = await admit(api.db, 'editor')
    const withTwo = await handedIn()
    expect((await draftOf(editor, withTwo)).mayApprove).toBe('second_person_needed')
    expect(await draftAct(api, 'draft.approve', editor, withTwo)).toMatchObject({
      refusal: 'second_person_needed',
    })
    expect((await draftOf(other, withTwo)).mayApprove).toBe('yes')

    await api.db
      .updateTable('post')
      .set({ dismissed_at: new Date(START) })
      .where('resident_id', '=', other.residentId)
      .execute()
    expect(await done(draftAct(api, 'draft.approve', editor, withTwo))).toMatchObject({ isAlone: true })
  })

  it('sends back with a word, which goes when it is handed in anew', async () => {
    const saved = await done<SavedDraft>(saveDraft(api, editor))
    expect(await draftAct(api, 'draft.sendBack', second, saved, { word: '早了' })).toMatchObject({
      refusal: 'not_submitted',
    })
    await done(draftAct(api, 'draft.handIn', editor, saved))
    await done(draftAct(api, 'draft.sendBack', second, saved, { word: '请写清带什么' }))
    expect(await draftOf(editor, saved)).toMatchObject({
      state: 'writing',
      sentBack: { called: '王芳', word: '请写清带什么' },
    })
    const { records } = await listed(editor)
    expect(records.find(({ draftId }) => draftId === saved.draftId)?.state).toBe('sent_back')
    const anew = await done<SavedDraft>(saveDraft(api, editor, { bring: '剪刀' }, saved))
    expect((await draftOf(editor, anew)).sentBack?.word).toBe('请写清带什么')
    await done(draftAct(api, 'draft.handIn', editor, anew))
    expect((await draftOf(editor, anew)).sentBack).toBeNull()
    // Who approves sees from what it changed.
    expect(await draftOf(second, anew)).toMatchObject({
      content: { bring: '剪刀' },
      sentBackAs: { word: '请写清带什么', content: { bring: '' }, publishAt: null },
    })
  })

  it('makes each date of a series an activity, without what was dropped and with what was moved', async () => {
    const ids = await publish(api, [editor, second], {
      weekly: {
        everyWeeks: 1,
        until: '2026-12-21',
        dropped: ['2026-12-07'],
        moved: [{ from: '2026-12-14', to: '2026-12-15' }],
      },
      opens: { days: 3, minute: 540 },
    })
    expect(ids.map((id) => id.slice(-8))).toEqual(['20261130', '20261214', '20261221'])
    expect(await shown(ids[1] ?? '')).toMatchObject({
      value: { startsAt: '2026-12-15T01:00:00.000Z', terms: { opensAt: '2026-12-12T01:00:00.000Z' } },
    })
  })

  it('publishes a market with its workshops as one', async () => {
    const [id = ''] = await publish(api, [editor, second], {
      kind: 'open',
      topic: 'market',
      workshops: [
        {
          title: '木工',
          place: '东门',
          startMinute: 560,
          endMinute: 600,
          capacity: 5,
          minAge: 8,
          maxAge: null,
        },
      ],
    })
    expect(await shown(id)).toMatchObject({
      value: { terms: null, workshops: [{ title: '木工', place: '东门', free: 5 }] },
    })
    const { content } = await recordOf(editor, id)
    expect(content).toMatchObject({ kind: 'open', workshops: [{ title: '木工', minAge: 8 }] })
  })
})

describe('published later', () => {
  const LATER = '2026-11-24T01:00:00.000Z'
  const every = { span: null, place: null, topic: null, age: null, hasPlaces: false }

  it('is known to nobody before, and to everybody from that moment on', async () => {
    const [id = ''] = await publish(
      api,
      [editor, second],
      { title: '晚点发布的课', officeId: OWN_OFFICE },
      { publishAt: LATER },
    )
    const inList = async () =>
      (await done<{ activities: { id: string }[] }>(api.call('activity.list', every))).activities.some(
        (one) => one.id === id,
      )
    const resident = await admit(api.db)
    const refused = { refusal: 'activity_not_found' }
    expect(await shown(id)).toMatchObject(refused)
    expect(await inList()).toBe(false)
    expect(
      await act(api, 'registration.register', resident, { activityId: id, party: [null] }),
    ).toMatchObject(refused)
    expect(await api.call('activity.code', { activityId: id })).toMatchObject(refused)
    expect(await act(api, 'door.list', editor, { activityId: id })).toBeDefined()
    expect((await recordOf(editor, id)).status).toBe('scheduled')
    const coming = await listed(editor, { shelf: 'coming', words: '晚点发布' })
    expect(coming.records).toMatchObject([{ recordId: id, state: 'scheduled', publishedFrom: LATER }])
    await setNow(api, LATER)
    expect(await inList()).toBe(true)
    expect(await shown(id)).toMatchObject({ ok: true })
    await register(api, id, { who: resident })
  })

  /** Readers of `activity` that need not ask, each with the reason. */
  const NEED_NOT_ASK: Readonly<Record<string, string>> = {
    'activity/activity-row.ts': 'gives a row that somebody else read',
    'activity/draft.ts': 'writes rows, and tells staff what is taken',
    'activity/lock-activity.ts': 'tells `isPublic` with every row',
    'activity/records.ts': 'for staff',
    'activity/change.ts': 'what was announced of one activity',
    'activity/correction.ts': 'for staff',
    'activity/on-screen.ts': 'reads through `summaries`',
    'activity/reach.ts': 'a condition for staff',
    'activity/staff-acts.ts': 'writes',
    'caller.ts': 'free seats of what a list has shown',
    'check-in/rolls.ts': 'only what is over, which was public',
    'check-in/places.ts': 'reads through `findActivity`',
    'check-in/entries.ts': 'only where people were let in',
    'check-in/sheets.ts': 'counts who waits, for staff',
    'check-in/visits.ts': 'only where people were',
    'demo-world.ts': 'plays the month of a demonstration',
    'family.ts': 'only where somebody registered',
    'message/inbox.ts': 'only where somebody was told',
    'message/outbox.ts': 'only where somebody is told',
    'message/stall-calls.ts': 'for staff who ring the stalls of what is published',
    'message/unreached.ts': 'only where somebody is told',
    'names.ts': 'names by id, of what the caller has',
    'post.ts': 'names of the activities of volunteers, for staff',
    'registration/cards.ts': 'only where somebody registered',
    'registration/pages.ts': 'only where somebody registered',
    'registration/parties.ts': 'only where somebody registered',
    'registration/queue.ts': 'only where somebody registered',
    'registration/record-outcome.ts': 'writes',
    'search/sources/activities.ts': 'makes documents, which `live.ts` judges before anybody gets them',
    'stall-plan.ts': 'for staff',
    'waiting.ts': 'for staff',
  }

  it('is judged by the one fragment in every other reader', () => {
    const root = resolve(__dirname, '../../../cloud/repositories')
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    )
    const readers = files.filter((name) =>
      /(from|join|update|into) activity\b(?!_)|(selectFrom|innerJoin|leftJoin|updateTable)\('activity[' ]/.test(
        readFileSync(join(root, name), 'utf8'),
      ),
    )
    const asking = readers.filter((name) =>
      /\$\{isPublic\}|\.where\(isPublic\)/.test(readFileSync(join(root, name), 'utf8')),
    )
    expect(asking.length).toBeGreaterThanOrEqual(6)
    expect(readers.filter((name) => !asking.includes(name) && NEED_NOT_ASK[name] === undefined)).toEqual([])
  })
})

describe('改错', () => {
  const words = async (activityId: string, more: object) => {
    const { content, version } = await recordOf(editor, activityId)
    const { title, about, bring, host, forWhom, access, amenities } = content
    return { activityId, version, words: { title, about, bring, host, forWhom, access, amenities, ...more } }
  }

  it('is shown at once, keeps both wordings, and waits for a second person', async () => {
    const [id = ''] = await publish(api, [editor, second])
    const input = { ...(await words(id, { title: '灯笼课（新）', bring: '剪刀' })), dates: 'this' }
    await done(act(api, 'draft.correct', editor, input))
    expect(await shown(id)).toMatchObject({ value: { title: '灯笼课（新）', bring: '剪刀' } })
    expect(await act(api, 'draft.correct', second, input)).toMatchObject({
      refusal: 'record_changed',
      detail: { called: '王芳', words: { title: '灯笼课（新）' } },
    })
    const [correction] = (await recordOf(second, id)).corrections
    expect(correction).toMatchObject({
      before: { title: '灯笼课', bring: '' },
      after: { title: '灯笼课（新）', bring: '剪刀' },
      mayLook: true,
    })
    const { correctionId = '' } = correction ?? {}
    expect(await act(api, 'draft.lookAt', editor, { correctionId })).toMatchObject({
      refusal: 'second_person_needed',
    })
    await done(act(api, 'draft.lookAt', second, { correctionId }))
    expect((await recordOf(editor, id)).corrections).toMatchObject([{ lookedBy: '王芳', mayLook: false }])
  })

  it('does the same in every date that has not begun, where it is asked to', async () => {
    const ids = await publish(api, [editor, second], {
      weekly: { everyWeeks: 1, until: '2026-12-14', dropped: [], moved: [] },
    })
    const input = { ...(await words(ids[1] ?? '', { host: '陈老师' })), dates: 'coming' }
    expect(await done(act(api, 'draft.correct', editor, input))).toMatchObject({ activities: 3 })
    for (const id of ids) expect(await shown(id)).toMatchObject({ value: { host: '陈老师' } })
  })
})

it('pages of the list meet without a gap or a double', async () => {
  const titles = Array.from({ length: 53 }, (_, index) => `分页 ${index}`)
  for (const title of titles) await done(saveDraft(api, editor, { title }))
  const first = await listed(editor, { words: '分页' })
  const rest = await listed(editor, { words: '分页', after: first.next })
  expect(first.records).toHaveLength(50)
  expect(rest.next).toBeNull()
  expect(new Set([...first.records, ...rest.records].map(({ title }) => title))).toEqual(new Set(titles))
})

it('says of a date what speaks against it', async () => {
  await publish(api, [editor, second], {
    officeId: OWN_OFFICE,
    title: '早来的课',
    startMinute: 420,
    endMinute: 480,
  })
  const date = (day: string) => ({ day, startMinute: 450, endMinute: 500 })
  const { dates } = await done<{ dates: object[] }>(
    api.call(
      'draft.dates',
      {
        officeId: OWN_OFFICE,
        place: '',
        dates: [date('2026-11-30'), date('2026-10-01'), date('2027-02-01'), date('2027-10-01')],
      },
      { token: editor.token },
    ),
  )
  expect(dates).toMatchObject([
    { day: '2026-11-30', isHoliday: false, taken: [{ title: '早来的课', startMinute: 420 }] },
    { day: '2026-10-01', isHoliday: true, isAnnounced: true, taken: [] },
    { day: '2027-02-01', isHoliday: false, isAnnounced: false },
    {
      day: '2027-10-01',
      isHoliday: true,
      isAnnounced: false,
      office: expect.not.stringMatching('open') as unknown,
    },
  ])
})
