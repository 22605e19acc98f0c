/** One measured figure: a row of `npm run bench`, and with `--json` one line. */
export interface Figure {
  readonly group: string
  readonly name: string
  /** Null when it was left out; the name then says why. */
  readonly value: number | null
  readonly unit: string
  /** `≤ 5`, `≥ 2`; null when nothing is promised. */
  readonly limit: string | null
  /** Whether the limit is kept; null when left out or nothing is promised. */
  readonly ok: boolean | null
}

interface Limit {
  readonly most?: number
  readonly least?: number
}

/** A figure with its verdict. Limits are inclusive. */
export function figure(group: string, name: string, value: number, unit: string, limit: Limit = {}): Figure {
  const { most, least } = limit
  const bounds = [
    ...(least === undefined ? [] : [`≥ ${least}`]),
    ...(most === undefined ? [] : [`≤ ${most}`]),
  ]
  const isKept = !(value > (most ?? Infinity)) && !(value < (least ?? -Infinity)) && !Number.isNaN(value)
  return {
    group,
    name,
    value,
    unit,
    limit: bounds.length === 0 ? null : bounds.join(', '),
    ok: bounds.length === 0 ? null : isKept,
  }
}

/** The row of a figure that could not be measured here, saying why. */
export function leftOut(group: string, name: string, why: string): Figure {
  return { group, name: `${name} (left out: ${why})`, value: null, unit: '', limit: null, ok: null }
}
