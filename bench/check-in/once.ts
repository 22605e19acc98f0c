import { figure, type Figure } from '../figure'
import { openDispatch } from '../support/crowd'
import { withBenchDatabase } from '../support/database'
import { admitMany } from '../support/residents'
import { confirmThrough, countRows, openAt, openClasses, seat } from './hall'

const GUESTS = 10
const TAPS = 500
const CONNECTIONS = 50

/** Ten people who each tap fifty times at the same moment, each time with another opened code. */
export async function measureOnce(): Promise<Figure[]> {
  return withBenchDatabase(async ({ db, url }) => {
    const openids = await admitMany(db, 'guest', GUESTS)
    await seat(db, openids, await openClasses(db, 'class', 1, GUESTS))
    const taps = await openAt(
      db,
      Array.from({ length: TAPS }, (_, index) => openids[index % GUESTS] ?? ''),
    )
    const { dispatch, close } = await openDispatch(url, CONNECTIONS)
    try {
      await Promise.all(taps.map(confirmThrough(dispatch)))
    } finally {
      await close()
    }
    const { visits, heads, attended } = await countRows(db)
    const of = `of ${TAPS} taps of ${GUESTS} residents at once`
    const exactly = { least: GUESTS, most: GUESTS }
    return [
      figure('check-in', `visits ${of}`, visits, '', exactly),
      figure('check-in', `heads ${of}`, heads, '', exactly),
      figure('check-in', `members who came ${of}`, attended, '', exactly),
    ]
  })
}
