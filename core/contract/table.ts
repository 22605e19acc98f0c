import { maxLength, pipe, regex, strictObject, string } from 'valibot'
import { OFFICE_STAFF } from '../domain/staff/post'
import { MOST_BASE64 } from '../shapes/table-file'
import { endpoint, staff, type } from './endpoint'

/** One sheet of a file, as text: what stands in its cells, not what it is about. */
export interface ReadSheet {
  readonly name: string
  /** Rows with something in them, by their line in the sheet. */
  readonly rows: readonly {
    readonly line: number
    readonly cells: readonly {
      readonly text: string
      /** Covered by a cell above or beside it, whose text it has. */
      readonly merged: boolean
    }[]
  }[]
  /** What was left out, such as hidden rows. */
  readonly notes: readonly string[]
}

export const table = {
  /**
   * The cells of an .xlsx, .xls, .et or .csv. Nothing is stored and nothing runs: a formula is what was calculated
   * last, or its own text. On the server alone, in a thread with little memory and little time.
   */
  'table.read': endpoint({
    access: staff(OFFICE_STAFF, { within: 'street' }),
    effect: 'read',
    input: strictObject({
      base64: pipe(
        string(),
        maxLength(MOST_BASE64),
        regex(/^[A-Za-z0-9+/]*={0,2}$/, 'send the bytes of the file as base64'),
      ),
    }),
    output: type<{ readonly sheets: readonly ReadSheet[] }>(),
    refusals: [
      'table_locked',
      'table_with_macros',
      'table_too_big',
      'table_unread',
      'not_a_table',
      'table_empty',
    ],
    desk: 'only',
  }),
} as const
