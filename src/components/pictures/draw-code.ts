import { encode } from 'uqr'

/** Empty modules around a code, as its standard asks for. */
const QUIET = 4

/**
 * A code as SVG, black on white in the dark too, one unit a module. The least redundancy makes the largest modules:
 * a lit screen has no dirt on it, but may be held far away.
 */
export function codeAsSvg(text: string): string {
  const { data, size } = encode(text, { ecc: 'L', border: QUIET })
  const runs = data.flatMap((row, y) =>
    runsOf(row).map(({ x, length }) => `M${x} ${y}h${length}v1h-${length}z`),
  )
  return (
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${size} ${size}' shape-rendering='crispEdges'>` +
    `<path fill='#FFFFFF' d='M0 0h${size}v${size}H0z'/><path fill='#000000' d='${runs.join('')}'/></svg>`
  )
}

/** Dark modules of a row that stand side by side. */
function runsOf(row: readonly boolean[]): readonly { x: number; length: number }[] {
  const runs: { x: number; length: number }[] = []
  row.forEach((dark, x) => {
    const last = runs[runs.length - 1]
    if (!dark) return
    if (last !== undefined && last.x + last.length === x) last.length += 1
    else runs.push({ x, length: 1 })
  })
  return runs
}
