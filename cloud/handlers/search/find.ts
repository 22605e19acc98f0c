import type { FoundItem } from '../../../core/contract/search/search'
import { openDocument } from '../../../core/domain/search/matching/match'
import { readQuery, type QueryPart } from '../../../core/domain/search/query'
import { grouped, rank, type Found, type Group, type Ranking } from '../../../core/domain/search/rank'
import { looselyWanted, wantedAnywhere, wantedByName } from '../../../core/domain/search/terms'
import { accept } from '../../../core/kernel/result'
import type { Instant } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import type { Database } from '../../database/connect'
import { readCandidates, type Candidate } from '../../repositories/search/candidates'
import { readLive } from '../../repositories/search/live'
import { readSounds } from '../../repositories/search/sounds'

/** Lines of one kind in an answer. */
const LINES_OF_A_KIND = 10
/** Of a series only the next date is shown. */
const DATES = 1
/** Found by name; with as many as this nobody looks for words inside texts. */
const ENOUGH = 24

export const find: Handler<'search.find'> = async ({ text }, { db, now }) => {
  const query = readQuery(text)
  if (query.length === 0) return accept({ groups: [], guessed: false })
  const byName = await rankedCandidates(db, query, [], wantedByName(query), now)
  const enough = !byName.ranking.guessed && byName.ranking.found.length >= ENOUGH
  const anywhere = enough
    ? byName
    : await rankedCandidates(db, query, byName.candidates, wantedAnywhere(query), now)
  const exact = anywhere.ranking.guessed ? [] : await stillThere(db, anywhere.ranking, now)
  if (exact.length > 0) return accept({ groups: exact, guessed: false })
  const aloud = await readAloud(db, text)
  const { ranking } = await rankedCandidates(db, aloud, [], looselyWanted(aloud), now)
  const groups = await stillThere(db, ranking, now)
  return accept({ groups, guessed: ranking.guessed && groups.length > 0 })
}

interface Ranked {
  readonly candidates: readonly Candidate[]
  readonly ranking: Ranking<Candidate>
}

/** Gathers far more than is shown, beside those that are known already, and ranks all of it. */
async function rankedCandidates(
  db: Database,
  query: readonly QueryPart[],
  known: readonly Candidate[],
  wanted: Parameters<typeof readCandidates>[1],
  now: Instant,
): Promise<Ranked> {
  const seen = new Set(known.map(keyOf))
  const more = (await readCandidates(db, wanted, now)).filter((one) => !seen.has(keyOf(one)))
  const candidates = [...known, ...more]
  return { candidates, ranking: rank(candidates.map(openDocument), query) }
}

/** The lines of the answer, without what its source has not any more. */
async function stillThere(
  db: Database,
  { found }: Ranking<Candidate>,
  now: Instant,
): Promise<readonly Group<FoundItem>[]> {
  const groups = grouped(found, LINES_OF_A_KIND)
  const shown = groups.flatMap(({ items }) => items.map(({ document }) => document))
  const live = new Map((await readLive(db, shown, now, DATES)).map((one) => [keyOf(one), one]))
  const lineOf = ({ document, title, reason }: Found<Candidate>): readonly FoundItem[] => {
    const standing = live.get(keyOf(document))
    if (standing === undefined) return []
    const { id, about, offices } = document
    return [{ id, title, reason, card: { about, offices, status: standing.status, times: standing.times } }]
  }
  return groups
    .map(({ items, ...group }) => ({ ...group, items: items.flatMap(lineOf) }))
    .filter(({ items }) => items.length > 0)
}

const keyOf = ({ kind, id }: { readonly kind: string; readonly id: string }): string => `${kind} ${id}`

/** The same query, with how its characters sound: who types by sound picks wrong characters. */
async function readAloud(db: Database, text: string): Promise<readonly QueryPart[]> {
  const sounds = await readSounds(db, Array.from(new Set(text)))
  return readQuery(text, (character) => sounds.get(character) ?? null)
}
