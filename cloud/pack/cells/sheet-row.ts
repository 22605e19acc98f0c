import type { Note } from '../problem'
import { readText } from './cell-values'
import type { Reading } from './cell-values'

/** Knows the rows of another sheet by id and by name; see `Register`. */
interface Lookup {
  find(text: string): Reading<string>
}

/**
 * One row of a sheet: hands out its cells and takes note of what is wrong with them. A cell that cannot be read
 * reads as empty, so that one slip is reported once; the pack is refused in any case.
 */
export class SheetRow<Column extends string> {
  constructor(
    readonly file: string,
    /** As the spreadsheet shows it; the header is row 1. */
    readonly number: number,
    private readonly cells: ReadonlyMap<string, string>,
    private readonly note: Note,
  ) {}

  refuse(column: Column | null, reason: string): void {
    this.note({ file: this.file, row: this.number, column, reason })
  }

  /** As written, trimmed; empty when nothing is there. */
  raw(column: Column): string {
    return this.cells.get(column) ?? ''
  }

  isEmpty(column: Column): boolean {
    return this.raw(column) === ''
  }

  /** What the cell says; `null` when it is empty, or when it was refused. */
  optional<Value>(column: Column, reader: (text: string) => Reading<Value>): Value | null {
    if (this.isEmpty(column)) return null
    const reading = reader(this.raw(column))
    if ('value' in reading) return reading.value
    this.refuse(column, reading.flaw)
    return null
  }

  required<Value>(column: Column, reader: (text: string) => Reading<Value>): Value | null {
    if (this.isEmpty(column)) this.refuse(column, '不能空着')
    return this.optional(column, reader)
  }

  /** At most `longest` characters. */
  text(column: Column, longest: number): string | null {
    return this.optional(column, (text) => readText(text, longest))
  }

  /** Empty only when it was refused. */
  requiredText(column: Column, longest: number): string {
    return this.required(column, (text) => readText(text, longest)) ?? ''
  }

  /** The id of what the cell names, by its id or its name. */
  reference(column: Column, register: Lookup): string | null {
    return this.optional(column, (text) => register.find(text))
  }

  requiredReference(column: Column, register: Lookup): string {
    return this.required(column, (text) => register.find(text)) ?? ''
  }
}
