import { randomBytes } from 'node:crypto'
import type { PLACE_STATES } from '../../../core/contract/place'
import { accept, refuse } from '../../../core/kernel/result'
import { shanghaiDay, toIso } from '../../../core/kernel/shanghai-time'
import type { Wgs84 } from '../../../core/kernel/units'
import type { Handler } from '../../app/handler'
import type { Database } from '../../database/connect'
import { isNameTaken, readCompoundRows, recordCompound } from '../../repositories/compound'
import {
  lockPlaceRow,
  readFacilityRows,
  readKindRows,
  recordComplete,
  recordFacility,
  removeFacility as recordRemoved,
} from '../../repositories/facility'
import { isWithinStreet, readChoices } from '../../repositories/place'
import { lastSave } from '../../repositories/place-check'

/** Facilities, their kinds and compounds: the 街道's own, which editors keep. */

const ID_BYTES = 8

type Reader = Pick<Database, 'selectFrom'> & Parameters<typeof lastSave>[0]

interface Filter {
  readonly state: (typeof PLACE_STATES)[number]
  readonly words: string | null
  readonly size: number
  readonly after: string | null
}

interface Listed<Row> {
  readonly row: Row
  readonly id: string
  readonly text: string
  readonly isVerified: boolean
  readonly isStale: boolean
  readonly isReported: boolean
}

const isIn = (state: Filter['state'], one: Omit<Listed<unknown>, 'row'>): boolean => {
  switch (state) {
    case 'all':
      return true
    case 'stale':
      return one.isStale
    case 'reported':
      return one.isReported
    case 'verified':
      return one.isVerified
    case 'unverified':
      return !one.isVerified
  }
}

/** One page of what fits, and how many of all are verified. */
function pageOf<Row>(all: readonly Listed<Row>[], { state, words, size, after }: Filter) {
  const found = all.filter(
    (one) => isIn(state, one) && one.text.toLowerCase().includes(words?.toLowerCase() ?? ''),
  )
  const begin = after === null ? 0 : found.findIndex(({ id }) => id === after) + 1
  const page = found.slice(begin, begin + size)
  return {
    rows: page.map(({ row }) => row),
    verified: all.filter(({ isVerified }) => isVerified).length,
    all: all.length,
    next: begin + size < found.length ? (page.at(-1)?.id ?? null) : null,
  }
}

async function changedBy(
  db: Reader,
  kind: 'facility' | 'facility_kind' | 'compound',
  id: string,
  now: Parameters<typeof toIso>[0],
  theirs: { readonly version: number; readonly content?: unknown },
) {
  const by = await lastSave(db, kind, id)
  return refuse('place_changed', { called: by?.called ?? '', at: by?.at ?? toIso(now), ...theirs })
}

const isFar = async (db: Reader, position: Wgs84 | null, isMeant: boolean): Promise<boolean> =>
  position !== null && !isMeant && !(await isWithinStreet(db, position))

export const facilities: Handler<'place.facilities'> = async (input, { db, now }) => {
  const rows = await readFacilityRows(db, shanghaiDay(now))
  const { rows: shown, ...page } = pageOf(
    rows
      .filter(({ content }) => input.kindId === null || content.kindId === input.kindId)
      .map((row) => ({
        row,
        id: row.facilityId,
        text: `${row.content.name} ${row.content.address ?? ''}`,
        isVerified: row.check !== null,
        isStale: row.isStale,
        isReported: row.reports.length > 0,
      })),
    input,
  )
  return accept({ facilities: shown, kinds: await readKindRows(db), ...page })
}

export const facility: Handler<'place.facility'> = async ({ facilityId }, { db, now }) => {
  const [found] = await readFacilityRows(db, shanghaiDay(now), facilityId)
  if (found === undefined) return refuse('facility_not_found')
  return accept({ facility: found, kinds: await readKindRows(db) })
}

export const saveFacility: Handler<'place.saveFacility'> = async (input, { db, now, permit, logAs }) => {
  const { facilityId, version, content, isChecked, how } = input
  const permitted = permit()
  if (facilityId !== null) {
    const locked = await lockPlaceRow(db, 'facility', facilityId)
    const [before] = await readFacilityRows(db, shanghaiDay(now), facilityId)
    if (locked === null || before === undefined) return refuse('facility_not_found')
    if (locked.version !== version)
      return changedBy(db, 'facility', facilityId, now, { version: locked.version, content: before.content })
  }
  const kinds = await readKindRows(db)
  if (kinds.every(({ kindId }) => kindId !== content.kindId)) return refuse('kind_not_found')
  if (await isFar(db, content.position, input.isFarMeant)) return refuse('position_far')
  const id = facilityId ?? randomBytes(ID_BYTES).toString('hex')
  logAs({ record: { kind: 'facility', id } })
  const row = { id, isNew: facilityId === null, content }
  const saved = await recordFacility(db, permitted, row, isChecked ? { how } : null, now)
  return accept({ facilityId: id, version: saved })
}

export const removeFacility: Handler<'place.removeFacility'> = async (input, { db, now, permit, logAs }) => {
  const { facilityId, version } = input
  const permitted = permit()
  const locked = await lockPlaceRow(db, 'facility', facilityId)
  const [before] = await readFacilityRows(db, shanghaiDay(now), facilityId)
  if (locked === null || before === undefined) return refuse('facility_not_found')
  if (locked.version !== version)
    return changedBy(db, 'facility', facilityId, now, { version: locked.version, content: before.content })
  logAs({ record: { kind: 'facility', id: facilityId } })
  await recordRemoved(db, permitted, facilityId, now)
  return accept({ facilityId })
}

export const markComplete: Handler<'place.markComplete'> = async (input, { db, now, permit, logAs }) => {
  const { kindId, version, complete, how } = input
  const permitted = permit()
  const locked = await lockPlaceRow(db, 'facility_kind', kindId)
  if (locked === null) return refuse('kind_not_found')
  if (locked.version !== version)
    return changedBy(db, 'facility_kind', kindId, now, { version: locked.version })
  logAs({ record: { kind: 'facility_kind', id: kindId } })
  return accept({ version: await recordComplete(db, permitted, kindId, complete, { how }, now) })
}

export const compounds: Handler<'place.compounds'> = async (input, { db }) => {
  const rows = await readCompoundRows(db)
  const { rows: shown, ...page } = pageOf(
    rows.map((row) => ({
      row,
      id: row.compoundId,
      text: row.content.name,
      isVerified: row.isVerified,
      isStale: false,
      isReported: false,
    })),
    input,
  )
  return accept({ compounds: shown, neighbourhoods: (await readChoices(db)).neighbourhoods, ...page })
}

export const compound: Handler<'place.compound'> = async ({ compoundId }, { db }) => {
  const [found] = await readCompoundRows(db, compoundId)
  if (found === undefined) return refuse('compound_not_found')
  return accept({ compound: found, neighbourhoods: (await readChoices(db)).neighbourhoods })
}

export const saveCompound: Handler<'place.saveCompound'> = async (input, { db, now, permit, logAs }) => {
  const { compoundId, version, content, isChecked, how } = input
  const permitted = permit()
  const locked = await lockPlaceRow(db, 'compound', compoundId)
  const [before] = await readCompoundRows(db, compoundId)
  if (locked === null || before === undefined) return refuse('compound_not_found')
  if (locked.version !== version)
    return changedBy(db, 'compound', compoundId, now, { version: locked.version, content: before.content })
  const { neighbourhoods } = await readChoices(db)
  if (content.neighbourhoodId !== null && neighbourhoods.every(({ id }) => id !== content.neighbourhoodId))
    return refuse('neighbourhood_not_found')
  if (await isNameTaken(db, compoundId, content.name)) return refuse('name_taken')
  if (await isFar(db, content.position, input.isFarMeant)) return refuse('position_far')
  logAs({ record: { kind: 'compound', id: compoundId } })
  return accept({
    version: await recordCompound(db, permitted, compoundId, content, isChecked ? { how } : null, now),
  })
}
