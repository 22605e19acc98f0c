import type { Card, SearchAnswer, ShelfDocument } from '../../../core/contract/search'
import { answering, type Lookup, type LookedUp } from '../../../core/domain/search/answer'
import type { OpenDocument } from '../../../core/domain/search/matching/match'
import { readQuery, type SoundOf } from '../../../core/domain/search/query'
import { EMERGENCY } from '../../../core/domain/search/question/needs'
import { readQuestion } from '../../../core/domain/search/question/question'
import type { Span } from '../../../core/domain/search/question/when'
import { parseInstant, type Instant } from '../../../core/kernel/shanghai-time'

type Open = OpenDocument<ShelfDocument>

/** What this phone can search by itself. */
export interface Shelf {
  readonly documents: readonly Open[]
  readonly soundOf: SoundOf
}

/** The answer of this phone alone, as the backend gives it; dates that have passed since are left out. */
export function searchShelf(
  { documents, soundOf }: Shelf,
  text: string,
  now: Instant,
  hotline: string,
): SearchAnswer {
  const always: readonly Span[] = [{ from: now, to: null }]
  const there = documents.filter((one) => isOn(one, always))
  const times = new Map<ShelfDocument, Card['times']>()
  const lookUp = (lookup: Lookup<ShelfDocument>): LookedUp<ShelfDocument> => {
    switch (lookup.kind) {
      case 'names':
      case 'words':
        return { documents: there }
      // Everything was looked through by then.
      case 'texts':
        return { documents: [] }
      case 'guesses':
        return {
          documents: there,
          parts: readQuery(lookup.parts.map((part) => part.text).join(' '), soundOf),
        }
      case 'activities':
        return { documents: activitiesOn(there, lookup.spans) }
      case 'there': {
        const spans = lookup.spans.length === 0 ? always : lookup.spans
        for (const document of lookup.documents) times.set(document, timesWithin(document, spans))
        return {
          documents: there.filter((one) => lookup.documents.includes(one.document) && isOn(one, spans)),
        }
      }
    }
  }
  const steps = answering<ShelfDocument>(readQuestion(text, now, { soundOf, hotline }), now)
  let step = steps.next()
  while (step.done !== true) step = steps.next(lookUp(step.value))
  const { groups, guessed, days, help, helpFirst } = step.value
  return {
    groups: groups.map(({ kind, more, items }) => ({
      kind,
      more,
      items: items.map(({ document, title, reason }) => ({
        id: document.id,
        title,
        reason,
        card: { ...document.card, times: times.get(document) ?? [] },
      })),
    })),
    guessed,
    days,
    help:
      help === null
        ? null
        : { call: help, number: help === 'hotline' ? hotline : EMERGENCY[help], first: helpFirst },
  }
}

const isOn = ({ document }: Open, spans: readonly Span[]): boolean =>
  document.kind !== 'activity' || timesWithin(document, spans).length > 0

const timesWithin = ({ card }: ShelfDocument, spans: readonly Span[]): Card['times'] =>
  card.times.filter(({ startsAt, endsAt }) =>
    spans.some(({ from, to }) => parseInstant(endsAt) > from && (to === null || parseInstant(startsAt) < to)),
  )

/** The earliest first. */
function activitiesOn(documents: readonly Open[], spans: readonly Span[]): readonly Open[] {
  return documents
    .flatMap((one) => {
      const [first] = one.document.kind === 'activity' ? timesWithin(one.document, spans) : []
      return first === undefined ? [] : [{ one, startsAt: parseInstant(first.startsAt) }]
    })
    .sort((a, b) => a.startsAt - b.startsAt || (a.one.document.id < b.one.document.id ? -1 : 1))
    .map(({ one }) => one)
}
