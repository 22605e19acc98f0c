import type { PLACE_STATES, PlaceRow, UnverifiedPlaces } from '../../../core/contract/place'
import { isStale, NEEDED_FACTS } from '../../../core/domain/office/checked'
import { EDITORS, type StaffReach } from '../../../core/domain/staff/post'
import { accept } from '../../../core/kernel/result'
import { shanghaiDay, type ShanghaiDay } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import type { Database } from '../../database/connect'
import { readFacilityRows } from '../../repositories/facility'
import { readWaitingReports } from '../../repositories/life-circle'
import { readChecks, readOffices, verifiedOn } from '../../repositories/place'

/** A 街道 has some dozens of offices: to count those that are verified all of them are read anyway. */
async function readRows(
  db: Database,
  { offices: reach }: StaffReach,
  today: ShanghaiDay,
): Promise<readonly PlaceRow[]> {
  const offices = await readOffices(db, reach)
  const checks = await readChecks(db, offices)
  const reports = await readWaitingReports(db)
  return offices.map(({ id, content }) => {
    const own = checks.get(id) ?? []
    return {
      officeId: id,
      name: content.name,
      kind: content.kind,
      status: content.status,
      address: content.address,
      checked: own.map(({ fact }) => fact).filter((fact) => NEEDED_FACTS.includes(fact)),
      verifiedOn: verifiedOn(own),
      isStale: own.some(({ fact, on }) => NEEDED_FACTS.includes(fact) && isStale(on, today)),
      reports: reports.get(id) ?? [],
    }
  })
}

/** What is moved or closed is in no list but that of all. */
function isIn(state: (typeof PLACE_STATES)[number], row: PlaceRow): boolean {
  if (state === 'all') return true
  if (row.status !== 'open') return false
  switch (state) {
    case 'stale':
      return row.isStale
    case 'reported':
      return row.reports.length > 0
    case 'verified':
      return row.verifiedOn !== null
    case 'unverified':
      return row.verifiedOn === null
  }
}

const countOf = (rows: readonly PlaceRow[], state: (typeof PLACE_STATES)[number]): number =>
  rows.filter((row) => isIn(state, row)).length

export const list: Handler<'place.list'> = async (input, { db, now, reach }) => {
  const rows = await readRows(db, reach, shanghaiDay(now))
  const words = input.words?.toLowerCase() ?? ''
  const found = rows.filter(
    (row) =>
      (input.kind === null || row.kind === input.kind) &&
      isIn(input.state, row) &&
      `${row.name} ${row.address ?? ''} ${row.officeId}`.toLowerCase().includes(words),
  )
  const begin = input.after === null ? 0 : found.findIndex(({ officeId }) => officeId === input.after) + 1
  const page = found.slice(begin, begin + input.size)
  const verified = countOf(rows, 'verified')
  return accept({
    places: page,
    verified,
    all: verified + countOf(rows, 'unverified'),
    next: begin + input.size < found.length ? (page.at(-1)?.officeId ?? null) : null,
  })
}

/** The same rows, counted: who opens a number sees as many lines. */
export const unverified: Handler<'place.unverified'> = async (_input, { db, now, reach, caller }) => {
  const today = shanghaiDay(now)
  const rows = await readRows(db, reach, today)
  const offices: UnverifiedPlaces = {
    list: 'offices',
    all: rows.filter(({ status }) => status === 'open').length,
    unverified: countOf(rows, 'unverified'),
    reported: countOf(rows, 'reported'),
  }
  const mayOpenFacilities = caller.posts.some(({ role }) => EDITORS.includes(role))
  const around = mayOpenFacilities ? await readFacilityRows(db, today) : []
  const facilities: UnverifiedPlaces = {
    list: 'facilities',
    all: around.length,
    unverified: around.filter(({ check }) => check === null).length,
    reported: around.filter(({ reports }) => reports.length > 0).length,
  }
  return accept({ lists: [offices, facilities].filter(({ all }) => all > 0) })
}
