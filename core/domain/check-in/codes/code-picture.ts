/**
 * The dark modules of a code as one SVG path in units of a module: a run of them is one box, so that no
 * seams show between neighbours.
 */
export function modulesPath(rows: readonly (readonly boolean[])[]): string {
  return rows
    .map((row, down) =>
      runsOf(row)
        .map(([from, to]) => `M${from} ${down}h${to - from}v1H${from}z`)
        .join(''),
    )
    .join('')
}

/** Where dark modules begin and end in a row, `[from, to)`. */
function runsOf(row: readonly boolean[]): readonly (readonly [from: number, to: number])[] {
  const runs: (readonly [number, number])[] = []
  let from: number | null = null
  for (let across = 0; across <= row.length; across += 1) {
    const dark = row[across] === true
    if (dark) from ??= across
    else if (from !== null) {
      runs.push([from, across])
      from = null
    }
  }
  return runs
}
