import { openDocument } from '../../../core/domain/search/matching/match'
import { readQuery, type QueryPart } from '../../../core/domain/search/query'
import { grouped, rank, type Ranking } from '../../../core/domain/search/rank'
import { looselyWanted, strictlyWanted, type Wanted } from '../../../core/domain/search/terms'
import { accept } from '../../../core/kernel/result'
import type { Instant } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import type { Database } from '../../database/connect'
import { readCandidates, readSounds, type Candidate } from '../../repositories/search/candidates'
import { readLive, type Live } from '../../repositories/search/live'

/** Lines of one kind in an answer. */
const LINES_OF_A_KIND = 10
/** Of a series only the next date is shown. */
const DATES = 1

export const find: Handler<'search.find'> = async ({ text }, { db, now }) => {
  const exact = await ask(db, readQuery(text), strictlyWanted, now)
  const { found, guessed } =
    exact.found.length > 0 ? exact : await ask(db, await readAloud(db, text), looselyWanted, now)
  const groups = grouped(found, LINES_OF_A_KIND).map(({ kind, items, more }) => ({
    kind,
    more,
    items: items.map(({ document: { id, about, offices, live }, title, reason }) => ({
      id,
      title,
      reason,
      card: { about, offices, status: live.status, times: live.times },
    })),
  }))
  return accept({ groups, guessed })
}

type LiveCandidate = Candidate & { readonly live: Live }

/** Gathers more than is shown, leaves out what is no longer there, and ranks the rest. */
async function ask(
  db: Database,
  query: readonly QueryPart[],
  wanted: (query: readonly QueryPart[]) => readonly Wanted[],
  now: Instant,
): Promise<Ranking<LiveCandidate>> {
  if (query.length === 0) return { found: [], guessed: false }
  const candidates = await readCandidates(db, wanted(query), now)
  const live = new Map((await readLive(db, candidates, now, DATES)).map((one) => [keyOf(one), one]))
  const there = candidates.flatMap((candidate): LiveCandidate[] => {
    const standing = live.get(keyOf(candidate))
    return standing === undefined ? [] : [{ ...candidate, live: standing }]
  })
  return rank(there.map(openDocument), query)
}

const keyOf = ({ kind, id }: { readonly kind: string; readonly id: string }): string => `${kind} ${id}`

/** The same query, with how its characters sound: who types by sound picks wrong characters. */
async function readAloud(db: Database, text: string): Promise<readonly QueryPart[]> {
  const sounds = await readSounds(db, Array.from(new Set(text)))
  return readQuery(text, (character) => sounds.get(character) ?? null)
}
