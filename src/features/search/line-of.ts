import type { FoundItem } from '../../../core/contract/search'
import type { SearchKind } from '../../../core/domain/search/document'
import type { MarkedText } from '../../../core/domain/search/rank'
import { parseInstant, type Instant } from '../../../core/kernel/shanghai-time'
import {
  activityRoute,
  articleRoute,
  needRoute,
  officeRoute,
  placeRoute,
  routes,
} from '../../platform/navigate/routes'
import { CHANGE_WORDS, dayName, isCalm, startClock } from '../../text/activity/activities'
import type { OwnState } from '../registration/own-registrations'
import { GONE_WORDS, handledAt, reasonLead } from '../../text/search'

/** A line of what was found, in words. */
export interface FoundLine {
  readonly title: MarkedText
  /** 服务：加装电梯. */
  readonly reason: (MarkedText & { readonly lead: string }) | null
  /** Said aloud: 改到室内, 已搬走. */
  readonly state: string | null
  readonly about: string | null
  /** Null where there is nothing to go to. */
  readonly to: string | null
}

/** Of a long text as much as two lines hold, from where the mark is. */
const BEFORE_MARK = 8
const LONGEST_REASON = 44

interface Found {
  readonly kind: SearchKind
  readonly item: FoundItem
  /** What the reader has of activities, by their ids. */
  readonly own: ReadonlyMap<string, Pick<OwnState, 'text'>>
}

export function lineOf({ kind, item, own }: Found, now: Instant, hotline: string): FoundLine {
  const { title, reason } = item
  return {
    title,
    reason: reason === null ? null : { lead: reasonLead(reason.role), ...aroundMark(reason) },
    state: stateOf(item, own),
    about: aboutOf(kind, item, now, hotline),
    to: routeOf(kind, item),
  }
}

/** The part of a text around its first mark. */
export function aroundMark({ text, marks }: MarkedText): MarkedText {
  const first = marks[0]?.[0] ?? 0
  const from = text.length <= LONGEST_REASON ? 0 : Math.max(0, first - BEFORE_MARK)
  const to = from + LONGEST_REASON
  const lead = from > 0 ? '…' : ''
  const shift = lead.length - from
  return {
    text: `${lead}${text.slice(from, to)}${to < text.length ? '…' : ''}`,
    marks: marks
      .filter(([start, end]) => start >= from && end <= to)
      .map(([start, end]) => [start + shift, end + shift] as const),
  }
}

function stateOf({ card: { status, times } }: FoundItem, own: Found['own']): string | null {
  if (status !== 'open') return GONE_WORDS[status]
  const [next] = times
  if (next === undefined) return null
  const changed = next.change === null || isCalm(next.change) ? null : CHANGE_WORDS[next.change]
  const mine = next.change === 'cancelled' ? null : own.get(next.activityId)?.text
  return [changed, mine].filter(Boolean).join('，') || null
}

/** What was found inside a text stands for the text. */
function aboutOf(
  kind: SearchKind,
  { card, reason }: FoundItem,
  now: Instant,
  hotline: string,
): string | null {
  const { offices, times } = card
  const about = reason?.role === 'text' ? null : card.about
  const [next] = times
  if (kind === 'service') return [about, handledAt(offices, hotline)].filter(Boolean).join('；')
  if (next === undefined) return about
  return `${dayName(parseInstant(next.startsAt), now)} ${startClock(next)} · ${next.place}`
}

function routeOf(kind: SearchKind, { id, title, card }: FoundItem): string | null {
  switch (kind) {
    case 'office':
      return officeRoute(id)
    case 'service':
      return card.offices.length === 0 ? null : needRoute(title.text)
    case 'facility':
      return placeRoute(id)
    case 'activity':
      return activityRoute(card.times[0]?.activityId ?? id)
    case 'word':
      return routes.words
    case 'news':
      return articleRoute(id)
  }
}
