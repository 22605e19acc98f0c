import type { DraftContent } from '../../../core/contract/activity/draft'
import type { TestApi } from '../api/test-api'
import type { Person } from '../api/people'
import { act, done } from './activities'

/** A class for eight on Monday 30 November 2026, 9:00 to 11:00, that nobody has anything against. */
export const draftContent = (more: Partial<DraftContent> = {}): DraftContent => ({
  kind: 'registered',
  topic: 'class',
  title: '灯笼课',
  about: ['做一盏灯笼。', '带回家。'],
  bring: '',
  host: '',
  forWhom: '',
  photo: null,
  access: {
    stepFree: 'unverified',
    ramp: 'unverified',
    lift: 'unverified',
    accessibleToilet: 'unverified',
    hearingLoop: 'unverified',
    doorWidthCm: null,
    verifiedOn: null,
  },
  amenities: { toilet: 'yes', babyRoom: 'unverified', drinkingWater: 'yes', servicePhone: '' },
  place: '梧桐里',
  officeId: null,
  sample: false,
  day: '2026-11-30',
  startMinute: 9 * 60,
  endMinute: 11 * 60,
  weekly: null,
  opens: null,
  closes: null,
  capacity: 8,
  waitlistLimit: 10,
  coolDown: false,
  minAge: null,
  maxAge: null,
  compoundIds: [],
  neighbourhoodIds: [],
  questions: [],
  workshops: [],
  ...more,
})

export interface SavedDraft {
  readonly draftId: string
  readonly recordId: string
  readonly version: number
}

/** Saves a draft, or one over the version that was seen. */
export const saveDraft = (
  api: TestApi,
  who: Person,
  more: Partial<DraftContent> = {},
  seen: Partial<SavedDraft> & { publishAt?: string } = {},
) =>
  act(api, 'draft.save', who, {
    draftId: seen.draftId ?? null,
    version: seen.version ?? null,
    content: draftContent(more),
    publishAt: seen.publishAt ?? null,
  })

export const draftAct = (
  api: TestApi,
  endpoint: 'draft.handIn' | 'draft.approve' | 'draft.sendBack' | 'draft.discard',
  who: Person,
  { draftId, version }: Pick<SavedDraft, 'draftId' | 'version'>,
  more: object = {},
) => act(api, endpoint, who, { draftId, version, ...more })

/** Written by one, approved by another; gives the ids of its dates. */
export async function publish(
  api: TestApi,
  [writer, reader]: readonly [Person, Person],
  more: Partial<DraftContent> = {},
  seen: { publishAt?: string } = {},
): Promise<readonly string[]> {
  const saved = await done<SavedDraft>(saveDraft(api, writer, more, seen))
  await done(draftAct(api, 'draft.handIn', writer, saved))
  const { activityIds } = await done<{ activityIds: string[] }>(draftAct(api, 'draft.approve', reader, saved))
  return activityIds
}
