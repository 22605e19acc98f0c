import type { PlaceRow } from '../../../core/contract/place'
import { isStale, NEEDED_FACTS } from '../../../core/domain/office/checked'
import { accept } from '../../../core/kernel/result'
import { shanghaiDay } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { readChecks, readOffices, verifiedOn } from '../../repositories/place'

/** A 街道 has some dozens of offices: to count those that are verified all of them are read anyway. */
export const list: Handler<'place.list'> = async (input, { db, now, reach }) => {
  const today = shanghaiDay(now)
  const offices = await readOffices(db, reach.offices)
  const checks = await readChecks(db, offices)
  const rows = offices.map(({ id, content }): PlaceRow => {
    const own = checks.get(id) ?? []
    const since = verifiedOn(own)
    return {
      officeId: id,
      name: content.name,
      kind: content.kind,
      status: content.status,
      address: content.address,
      checked: own.map(({ fact }) => fact).filter((fact) => NEEDED_FACTS.includes(fact)),
      verifiedOn: since,
      isStale: own.some(({ fact, on }) => NEEDED_FACTS.includes(fact) && isStale(on, today)),
    }
  })
  const open = rows.filter(({ status }) => status === 'open')
  const words = input.words?.toLowerCase() ?? ''
  const found = rows.filter(
    (row) =>
      (input.kind === null || row.kind === input.kind) &&
      (input.state === 'all' ||
        (row.status === 'open' &&
          (input.state === 'stale'
            ? row.isStale
            : (input.state === 'verified') === (row.verifiedOn !== null)))) &&
      `${row.name} ${row.address ?? ''} ${row.officeId}`.toLowerCase().includes(words),
  )
  const begin = input.after === null ? 0 : found.findIndex(({ officeId }) => officeId === input.after) + 1
  const page = found.slice(begin, begin + input.size)
  return accept({
    places: page,
    verified: open.filter((row) => row.verifiedOn !== null).length,
    all: open.length,
    next: begin + input.size < found.length ? (page.at(-1)?.officeId ?? null) : null,
  })
}
