import fc from 'fast-check'
import type { ActivityPage, PreviewedPage } from '../../../core/contract/activity/activity-page'
import type { DraftContent } from '../../../core/contract/activity/draft'
import { TOPICS } from '../../../core/domain/activity/activity'
import type { Missing } from '../../../core/domain/activity/planning/draft'
import { ACCESS_ANSWERS } from '../../../core/domain/office/office'
import { done, openHall, setNow, START } from '../../support/activities/activities'
import { draftContent, publish, saveDraft } from '../../support/activities/drafts'
import { admit, type Person } from '../../support/api/people'
import { OTHER_OFFICE, OWN_OFFICE, type TestApi } from '../../support/api/test-api'
import { countWrites } from '../../support/api/write-count'

let api: TestApi
let editor: Person
let second: Person
beforeAll(async () => {
  api = await openHall()
  await setNow(api, START)
  ;[editor, second] = [await admit(api.db, 'editor'), await admit(api.db, 'admin')]
})
afterEach(() => {
  expect(api.handled.find(({ error }) => error !== undefined)?.error).toBeUndefined()
})
afterAll(() => api.close())

interface Previewed {
  readonly page: PreviewedPage
  readonly missing: readonly Missing[]
}

const asked = (who: Person, plan: DraftContent) =>
  api.call('activity.preview', { plan }, { token: who.token })
const preview = (more: Partial<DraftContent> = {}) => done<Previewed>(asked(editor, draftContent(more)))

/** Ids are made when a draft is kept: what they have in common is what follows the first. */
const withoutIds = (page: PreviewedPage): PreviewedPage => ({
  ...page,
  id: '',
  workshops: page.workshops.map((one) => ({ ...one, id: one.id.replace(page.id, '') })),
})

const words = (longest: number) =>
  fc.string({ unit: fc.constantFrom('灯', '笼', '课', ' ', 'a', '，', '7'), maxLength: longest })
const title = words(20).map((text) => `课${text}`)
const answer = fc.constantFrom(...ACCESS_ANSWERS)
const age = fc.option(fc.integer({ min: 5, max: 40 }))
const minutes = fc.record({
  startMinute: fc.integer({ min: 480, max: 700 }),
  long: fc.integer({ min: 30, max: 300 }),
})

const workshop = fc.record({
  title,
  place: words(10),
  capacity: fc.integer({ min: 1, max: 40 }),
  minAge: age,
  early: fc.integer({ min: 0, max: 29 }),
})

/** Drafts that nobody has anything against. */
const drafts: fc.Arbitrary<DraftContent> = fc
  .record({
    kind: fc.constantFrom('registered' as const, 'open' as const),
    topic: fc.constantFrom(...TOPICS),
    title,
    about: fc.array(words(30), { maxLength: 4 }),
    bring: words(10),
    host: words(10),
    forWhom: words(10),
    place: title,
    sample: fc.boolean(),
    stepFree: answer,
    toilet: answer,
    servicePhone: fc.constantFrom('', '62571234'),
    minutes,
    weekly: fc.boolean(),
    opens: fc.option(
      fc.record({ days: fc.integer({ min: 3, max: 9 }), minute: fc.integer({ min: 0, max: 1439 }) }),
    ),
    closes: fc.option(
      fc.record({ days: fc.integer({ min: 1, max: 2 }), minute: fc.integer({ min: 0, max: 1439 }) }),
    ),
    capacity: fc.integer({ min: 1, max: 60 }),
    minAge: age,
    workshops: fc.array(workshop, { maxLength: 12 }),
    hasOffice: fc.boolean(),
    dropsFirst: fc.boolean(),
  })
  .map(({ minutes: { startMinute, long }, stepFree, toilet, servicePhone, weekly, workshops, ...more }) => {
    const { hasOffice, dropsFirst, ...rest } = more
    return draftContent({
      ...rest,
      officeId: hasOffice ? OWN_OFFICE : null,
      access: { ...draftContent().access, stepFree },
      amenities: { ...draftContent().amenities, toilet, servicePhone },
      startMinute,
      endMinute: startMinute + long,
      weekly: weekly
        ? { everyWeeks: 2, until: '2027-01-20', dropped: dropsFirst ? ['2026-11-30'] : [], moved: [] }
        : null,
      maxAge: rest.minAge === null ? null : rest.minAge + 30,
      questions: [{ id: 'q1', text: '会剪纸吗', required: true, kind: 'yes-no', choices: [], longest: 100 }],
      workshops:
        rest.kind === 'registered'
          ? []
          : workshops.map(({ early, ...one }) => ({
              ...one,
              maxAge: null,
              startMinute: startMinute + early,
              endMinute: startMinute + long,
            })),
    })
  })

describe('a preview', () => {
  it('is what residents get once the draft was handed in, approved and published', async () => {
    await fc.assert(
      fc.asyncProperty(drafts, async (content) => {
        const { page, missing } = await preview(content)
        expect(missing).toEqual([])
        const [activityId = ''] = await publish(api, [editor, second], content)
        const shown = await done<ActivityPage>(api.call('activity.show', { activityId }))
        expect(withoutIds(page)).toEqual(withoutIds(shown))
      }),
      { numRuns: 30 },
    )
  })

  it('writes nothing, and leaves the draft unknown', async () => {
    const writes = await countWrites(api.db)
    const before = await writes()
    await preview()
    expect(await writes()).toBe(before)
  })

  it('says what is not written, and makes nothing up in its place', async () => {
    const { page, missing } = await preview({
      title: '',
      place: '',
      day: null,
      startMinute: null,
      capacity: null,
      minAge: 60,
    })
    expect(missing).toEqual(['title', 'day', 'startMinute', 'place', 'capacity'])
    expect(page).toMatchObject({
      title: '',
      place: '',
      startsAt: null,
      endsAt: null,
      checkInFrom: null,
      checkInUntil: null,
      about: ['做一盏灯笼。', '带回家。'],
    })
    expect(page.terms).toEqual({
      capacity: null,
      free: null,
      largestParty: null,
      waitingParties: 0,
      opensAt: null,
      closesAt: null,
      promotionEndsAt: null,
      minAge: 60,
      maxAge: null,
      compoundIds: [],
      neighbourhoodIds: [],
      questions: [],
    })
  })

  it('has the times as soon as they are written, whatever else is missing', async () => {
    const { page } = await preview({ title: '', capacity: null })
    expect(page).toMatchObject({ startsAt: '2026-11-30T01:00:00.000Z', terms: { capacity: null } })
    expect(page.terms?.closesAt).toBe(page.startsAt)
  })

  it('of a series shows the first date that was not dropped, also before its last day is written', async () => {
    const weekly = { everyWeeks: 1, until: null, dropped: [], moved: [] }
    const first = await preview({ weekly })
    expect(first).toMatchObject({ missing: ['until'], page: { startsAt: '2026-11-30T01:00:00.000Z' } })
    const dropped = await preview({ weekly: { ...weekly, until: '2099-12-31', dropped: ['2026-11-30'] } })
    expect(dropped.page.startsAt).toBe('2026-12-07T01:00:00.000Z')
    const none = await preview({ weekly: { ...weekly, until: '2026-11-30', dropped: ['2026-11-30'] } })
    expect(none.page.startsAt).toBeNull()
  })

  it('shows the workshops that are whole', async () => {
    const whole = {
      title: '木工',
      place: '',
      startMinute: 560,
      endMinute: 600,
      capacity: 5,
      minAge: null,
      maxAge: null,
    }
    const { page, missing } = await preview({
      kind: 'open',
      workshops: [{ ...whole, title: '编织', capacity: null }, whole],
    })
    expect(missing).toEqual(['workshops'])
    expect(page.workshops.map(({ title: name, place, free }) => [name, place, free])).toEqual([
      ['木工', '梧桐里', 5],
    ])
  })

  it('keeps no number of an identity card', async () => {
    const { page } = await preview({ about: ['带 11010519491231002X'] })
    expect(page.about).toEqual(['带 ［身份证号不保存］'])
  })

  it('is for whoever may write there, and for nobody else', async () => {
    const worker = await admit(api.db, 'office')
    const elsewhere = await admit(api.db, 'office', OTHER_OFFICE)
    const plan = draftContent({ officeId: OWN_OFFICE })
    expect(await asked(worker, plan)).toMatchObject({ ok: true })
    expect(await asked(elsewhere, plan)).toEqual(expect.objectContaining({ refusal: 'not_own_office' }))
    expect(await asked(worker, draftContent({ officeId: null }))).toMatchObject({ refusal: 'not_own_office' })
    for (const role of ['scanner', 'viewer'] as const)
      expect(await asked(await admit(api.db, role), plan)).toMatchObject({ fault: 'forbidden' })
    expect(await asked(await admit(api.db), plan)).toMatchObject({ fault: 'forbidden' })
    expect(await api.call('activity.preview', { plan })).toMatchObject({ fault: 'unauthenticated' })
  })

  it('has no way to a draft that its reader may not open', async () => {
    const elsewhere = await admit(api.db, 'office', OTHER_OFFICE)
    const { draftId } = await done<{ draftId: string }>(saveDraft(api, editor, { officeId: OWN_OFFICE }))
    const reply = await api.call('draft.show', { draftId }, { token: elsewhere.token })
    expect(reply).toMatchObject({ refusal: 'not_own_office' })
    expect(JSON.stringify(reply)).not.toContain('灯笼课')
  })
})
