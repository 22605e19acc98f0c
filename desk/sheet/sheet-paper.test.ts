import type { IsoInstant } from '../../core/kernel/shanghai-time'
import { LINES_A_PAGE, linesOnPaper } from './sheet-paper'

const AT = '2026-11-28T01:00:00.000Z' as IsoInstant
const sheet = (rows: number) => ({
  sheetId: 's',
  title: '',
  place: '',
  startsAt: AT,
  endsAt: AT,
  rows: Array.from({ length: rows }, (_, at) => ({ number: String(at), name: '王秀兰', persons: 2 })),
})

it.each([
  [0, 1],
  [20, 1],
  [21, 2],
  [25, 2],
  [60, 3],
])('%i parties stand on %i pages of 25 lines, with room for who is not registered', (rows, pages) => {
  const printed = linesOnPaper(sheet(rows))
  expect(printed).toHaveLength(pages)
  for (const page of printed) expect(page).toHaveLength(LINES_A_PAGE)
  expect(printed.flat().filter(({ order }) => order !== null)).toHaveLength(rows)
})
