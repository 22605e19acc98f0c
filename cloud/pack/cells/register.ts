import { isOneSlip } from '../../../core/shapes/one-slip'
import { flaw, read, readId } from './cell-values'
import type { Reading } from './cell-values'
import type { Sheet } from './sheet'
import type { SheetRow } from './sheet-row'

/** All ids and names of one sheet, so that other sheets can refer to a row by either. */
export class Register {
  private readonly ids = new Map<string, number>()
  private readonly names = new Map<string, string>()

  /** @param thing what a row is, for the sentence: 居民区. */
  constructor(
    private readonly file: string,
    private readonly thing: string,
    private readonly complete: boolean,
  ) {}

  has(id: string): boolean {
    return this.ids.has(id)
  }

  /** The id of the row that has this id or, failing that, this name. */
  find(text: string): Reading<string> {
    const id = this.ids.has(text) ? text : this.names.get(text)
    // A sheet that could not be read is reported itself; what it might have held is not guessed at.
    if (id !== undefined || !this.complete) return read(id ?? text)
    const near = this.nearest(text)
    const hint = near === null ? '' : `（是不是“${near}”？）`
    return flaw(`没有叫“${text}”的${this.thing}${hint}；${this.thing}名单见 ${this.file}`)
  }

  /** Enters a row under its id and name; both must be new. */
  enter(row: SheetRow<'编号' | '名称'>): void {
    const id = row.required('编号', readId)
    const name = row.requiredText('名称', 40)
    if (id !== null) this.enterId(row, id)
    if (name !== '') this.enterName(row, id, name)
  }

  private enterId(row: SheetRow<'编号' | '名称'>, id: string): void {
    const earlier = this.ids.get(id)
    if (earlier === undefined) this.ids.set(id, row.number)
    else row.refuse('编号', `“${id}”和第 ${earlier} 行重复了，每一行的编号要不同`)
  }

  private readonly rowOfName = new Map<string, number>()

  private enterName(row: SheetRow<'编号' | '名称'>, id: string | null, name: string): void {
    const earlier = this.rowOfName.get(name)
    if (earlier !== undefined) row.refuse('名称', `“${name}”和第 ${earlier} 行重复了，每一行的名称要不同`)
    this.rowOfName.set(name, row.number)
    this.names.set(name, id ?? name)
  }

  /** A name that is one slip of the keyboard away. */
  private nearest(text: string): string | null {
    return [...this.names.keys(), ...this.ids.keys()].find((known) => isNear(text, known)) ?? null
  }
}

/** Below this, one slip may be anything. */
const SHORTEST_SLIP = 2

/** One character too many, too few or wrong, in words of at least two characters. */
function isNear(text: string, known: string): boolean {
  const [one, other] = [[...text], [...known]]
  return Math.min(one.length, other.length) >= SHORTEST_SLIP && isOneSlip(one, other, false)
}

export function registerOf(sheet: Sheet<'编号' | '名称'>, file: string, thing: string): Register {
  const register = new Register(file, thing, sheet.readable)
  for (const row of sheet.rows) register.enter(row)
  return register
}
