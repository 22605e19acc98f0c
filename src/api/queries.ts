import { queryOptions } from '@tanstack/react-query'
import type { Input } from '../../core/contract'
import type { OwnAtAGlance } from '../../core/contract/home'
import { read, readSince } from './client'
import { STORED, STORED_OWN } from './cache'

/** One's own changes by what others do: a card that was taken, a seat that got free. Asked anew at each look. */
const OWN = { staleTime: 0 } as const

/** Every query by the endpoint it reads: one key, one function, whichever page asks. */
export const queries = {
  home: () =>
    queryOptions({
      queryKey: ['home.show'],
      queryFn: async ({ client, queryKey }) => {
        const { kept, answer } = await readSince('home.show', {}, client.getQueryData(queryKey))
        if ('mine' in answer) client.setQueryData(queries.glance().queryKey, answer.mine)
        return kept
      },
      meta: STORED,
    }),
  /** What home brings along of one's own; nobody asks for it alone. `null` for whoever is not signed in. */
  glance: () =>
    queryOptions({ queryKey: ['home.mine'], queryFn: (): OwnAtAGlance | null => null, enabled: false }),
  office: (officeId: string) =>
    queryOptions({
      queryKey: ['office.show', officeId],
      queryFn: () => read('office.show', { officeId }),
      meta: STORED,
    }),
  compounds: () =>
    queryOptions({ queryKey: ['compound.list'], queryFn: () => read('compound.list', {}), meta: STORED }),
  /** 待办, for the number beside 工作人员. */
  staffWaiting: () =>
    queryOptions({ queryKey: ['staff.waiting'], queryFn: () => read('staff.waiting', {}), ...OWN }),
  /** The unfiltered list is kept; an age that somebody asked with is nobody's business later. */
  activities: (filter: Omit<Input<'activity.list'>, 'version'>) =>
    queryOptions({
      queryKey: ['activity.list', filter],
      queryFn: async ({ client, queryKey }) =>
        (await readSince('activity.list', filter, client.getQueryData(queryKey))).kept,
      meta: filter.age === null ? STORED : {},
    }),
  activity: (activityId: string) =>
    queryOptions({
      queryKey: ['activity.show', activityId],
      queryFn: () => read('activity.show', { activityId }),
      meta: STORED,
    }),
  /** The newest articles are kept; what was scrolled to is not. */
  news: (column: Input<'news.list'>['column'], after: Input<'news.list'>['after'] = null) =>
    queryOptions({
      queryKey: ['news.list', column, after],
      queryFn: async ({ client, queryKey }) =>
        (await readSince('news.list', { column, after }, client.getQueryData(queryKey))).kept,
      meta: after === null ? STORED : {},
    }),
  article: (articleId: string) =>
    queryOptions({
      queryKey: ['news.show', articleId],
      queryFn: async ({ client, queryKey }) =>
        (await readSince('news.show', { articleId }, client.getQueryData(queryKey))).kept,
      meta: STORED,
    }),
  words: () =>
    queryOptions({ queryKey: ['news.words'], queryFn: () => read('news.words', {}), meta: STORED }),
  /** Its name is its content: never asked twice. */
  articleFile: (name: string) =>
    queryOptions({
      queryKey: ['news.file', name],
      queryFn: () => read('news.file', { name }),
      staleTime: Infinity,
    }),
  /** A photo that staff brought, as one phone shows it. */
  picture: (name: string) =>
    queryOptions({
      queryKey: ['file.read', name],
      queryFn: () => read('file.read', { name, width: 960, type: 'jpg' }),
      staleTime: Infinity,
    }),
  /** Personal: never kept. */
  stallApplications: (activityId: string) =>
    queryOptions({
      queryKey: ['stall.mine', activityId],
      queryFn: () => read('stall.mine', { activityId }),
    }),
  registrations: () =>
    queryOptions({
      queryKey: ['registration.mine'],
      queryFn: () => read('registration.mine', {}),
      // The number is asked for at the door, where there may be no network. It names nobody.
      meta: STORED_OWN,
      ...OWN,
    }),
  registration: (registrationId: string) =>
    queryOptions({
      queryKey: ['registration.show', registrationId],
      queryFn: () => read('registration.show', { registrationId }),
      ...OWN,
    }),
  /** The code that staff scans: shown at the door, where there may be no network. It names nobody. */
  ticket: (registrationId: string) =>
    queryOptions({
      queryKey: ['checkIn.ticket', registrationId],
      queryFn: () => read('checkIn.ticket', { registrationId }),
      meta: STORED_OWN,
      ...OWN,
    }),
  passport: () =>
    queryOptions({ queryKey: ['passport.show'], queryFn: () => read('passport.show', {}), ...OWN }),
  card: (card: string) =>
    queryOptions({
      queryKey: ['registration.showCard', card],
      queryFn: () => read('registration.showCard', { card }),
      ...OWN,
    }),
  me: () => queryOptions({ queryKey: ['me.show'], queryFn: () => read('me.show', {}), ...OWN }),
  family: () => queryOptions({ queryKey: ['family.list'], queryFn: () => read('family.list', {}) }),
  messages: () =>
    queryOptions({
      queryKey: ['message.list'],
      queryFn: () => read('message.list', { before: null }),
      ...OWN,
    }),
}
