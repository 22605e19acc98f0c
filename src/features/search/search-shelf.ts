import type { Card, SearchAnswer } from '../../../core/contract/search/search'
import { readQuery } from '../../../core/domain/search/query'
import { grouped, rank } from '../../../core/domain/search/rank'
import { parseInstant, type Instant } from '../../../core/kernel/shanghai-time'
import type { Shelf } from './shelf-store'

/** As many lines of a kind as the backend sends. */
const LINES_OF_A_KIND = 10

/** The answer of this phone alone, ranked as the backend ranks; dates that have passed since are left out. */
export function searchShelf({ documents, soundOf }: Shelf, text: string, now: Instant): SearchAnswer {
  const there = documents.filter(
    ({ document: { kind, card } }) => kind !== 'activity' || upcoming(card, now).length > 0,
  )
  const { found, guessed } = rank(there, readQuery(text, soundOf))
  return {
    guessed,
    groups: grouped(found, LINES_OF_A_KIND).map(({ kind, items, more }) => ({
      kind,
      more,
      items: items.map(({ document: { id, card }, title, reason }) => ({
        id,
        title,
        reason,
        card: { ...card, times: upcoming(card, now) },
      })),
    })),
  }
}

const upcoming = ({ times }: Card, now: Instant): Card['times'] =>
  times.filter(({ endsAt }) => parseInstant(endsAt) > now)
