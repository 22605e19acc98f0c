import type { FoundItem, SearchHelp } from '../../../core/contract/search'
import { answering, type Lookup, type LookedUp } from '../../../core/domain/search/answer'
import { openDocument } from '../../../core/domain/search/matching/match'
import { plain } from '../../../core/domain/search/plain'
import { readQuery, type QueryPart } from '../../../core/domain/search/query'
import { EMERGENCY, type Help } from '../../../core/domain/search/question/needs'
import { readQuestion } from '../../../core/domain/search/question/question'
import type { Found } from '../../../core/domain/search/rank'
import { looselyWanted, wantedAnywhere, wantedByName, wantedByOneOf } from '../../../core/domain/search/terms'
import { accept } from '../../../core/kernel/result'
import type { Instant } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import type { Database } from '../../database/connect'
import { readSubdistrict } from '../../repositories/directory'
import { readActivitiesOn, readCandidates, type Candidate } from '../../repositories/search/candidates'
import { readLive, type Live } from '../../repositories/search/live'
import { readSounds } from '../../repositories/search/sounds'

/** Of a series only the next date is shown. */
const DATES = 1

export const find: Handler<'search.find'> = async ({ text }, { db, now }) => {
  const live = new Map<string, Live>()
  // The settings are read where what was typed may be the hotline's number.
  const hotline = /\d{3}/.test(plain(text).text) ? (await readSubdistrict(db)).hotline : ''
  const steps = answering<Candidate>(readQuestion(text, now, { hotline }), now)
  let step = steps.next()
  while (step.done !== true) step = steps.next(await lookUp(db, step.value, now, live))
  const { groups, guessed, days, help, helpFirst } = step.value
  return accept({
    groups: groups.map((group) => ({ ...group, items: group.items.map((one) => lineOf(one, live)) })),
    guessed,
    days,
    help: help === null ? null : await helpOf(db, help, helpFirst),
  })
}

/** One of the steps of an answer; how things stand now is put down in `live`. */
async function lookUp(
  db: Database,
  lookup: Lookup<Candidate>,
  now: Instant,
  live: Map<string, Live>,
): Promise<LookedUp<Candidate>> {
  switch (lookup.kind) {
    case 'names':
      return opened(await readCandidates(db, wantedByName(lookup.parts), now))
    case 'texts':
      return opened(await readCandidates(db, wantedAnywhere(lookup.parts), now))
    case 'words':
      return opened(await readCandidates(db, wantedByOneOf(lookup.words), now))
    case 'activities':
      return opened(await readActivitiesOn(db, lookup.spans))
    case 'guesses': {
      const parts = await readAloud(db, lookup.parts)
      return { ...opened(await readCandidates(db, looselyWanted(parts), now)), parts }
    }
    case 'there': {
      const found = await readLive(db, lookup.documents, now, DATES, lookup.spans)
      for (const one of found) live.set(keyOf(one), one)
      const there = new Set(found.map(keyOf))
      return opened(lookup.documents.filter((one) => there.has(keyOf(one))))
    }
  }
}

const opened = (documents: readonly Candidate[]): LookedUp<Candidate> => ({
  documents: documents.map(openDocument),
})

function lineOf({ document, title, reason }: Found<Candidate>, live: ReadonlyMap<string, Live>): FoundItem {
  const { id, about, offices } = document
  const { status = 'open', times = [] } = live.get(keyOf(document)) ?? {}
  return { id, title, reason, card: { about, offices, status, times } }
}

const keyOf = ({ kind, id }: { readonly kind: string; readonly id: string }): string => `${kind} ${id}`

/** The same pieces, with how their characters sound: who types by sound picks wrong characters. */
async function readAloud(db: Database, parts: readonly QueryPart[]): Promise<readonly QueryPart[]> {
  const text = parts.map((part) => part.text).join(' ')
  const sounds = await readSounds(db, Array.from(new Set(text)))
  return readQuery(text, (character) => sounds.get(character) ?? null)
}

async function helpOf(db: Database, call: Help, first: boolean): Promise<SearchHelp> {
  const number = call === 'hotline' ? (await readSubdistrict(db)).hotline : EMERGENCY[call]
  return { call, number, first }
}
