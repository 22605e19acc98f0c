import type { PrintedSheet } from '../../core/contract/check-in/sheet'
import { FIND } from '../text/find'
import { SHEET } from '../text/sheet'
import { paperWhenText } from '../text/when'

/** Lines on one page of A4. */
export const LINES_A_PAGE = 25
/** As many for who comes without a registration, at least. */
const EMPTY_LINES = 5

interface Line {
  readonly order: number | null
  readonly number: string
  readonly name: string
  readonly persons: string
}

/** Registered parties in their order, then empty lines to the end of the page. */
export function linesOnPaper({ rows }: PrintedSheet): readonly (readonly Line[])[] {
  const printed = rows.map(({ number, name, persons }, at) => ({
    order: at + 1,
    number,
    name: name ?? FIND.unnamed,
    persons: String(persons),
  }))
  const pages = Math.ceil((printed.length + EMPTY_LINES) / LINES_A_PAGE)
  const empty = { order: null, number: '', name: '', persons: '' }
  const all = Array.from({ length: pages * LINES_A_PAGE }, (_, at) => printed[at] ?? empty)
  return Array.from({ length: pages }, (_, page) => all.slice(page * LINES_A_PAGE, (page + 1) * LINES_A_PAGE))
}

/** 签到单: black on white, 25 lines a page and each 9 mm high, the head on every page. */
export function SheetPaper({ sheet }: { readonly sheet: PrintedSheet }) {
  const pages = linesOnPaper(sheet)
  return (
    <div className="only-print">
      {pages.map((lines, page) => (
        <div key={page} className="sign-sheet">
          <h1>{sheet.title}</h1>
          <p>
            {paperWhenText(sheet.startsAt)} · {sheet.place} · {page + 1} / {pages.length}
          </p>
          <table>
            <thead>
              <tr>
                <th className="sign-sheet__order" />
                <th className="sign-sheet__number">{SHEET.number}</th>
                <th className="sign-sheet__name">{SHEET.name}</th>
                <th className="sign-sheet__persons">{SHEET.persons}</th>
                <th>{SHEET.sign}</th>
                <th className="sign-sheet__elder">{SHEET.elder}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line, at) => (
                <tr key={at}>
                  <td>{line.order ?? ''}</td>
                  <td>{line.number}</td>
                  <td>{line.name}</td>
                  <td>{line.persons}</td>
                  <td />
                  <td>□</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p>{SHEET.footer}</p>
        </div>
      ))}
    </div>
  )
}
