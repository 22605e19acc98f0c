/** One thing that keeps a data pack from being loaded, where its editor finds it in Excel or WPS. */
export interface Problem {
  /** As seen from the pack's folder, for example `offices.csv` or `about/jinmeiyuan.md`. */
  readonly file: string
  /** The row as the spreadsheet numbers it, the header is 1; in a text file the line. `null` concerns the whole file. */
  readonly row: number | null
  readonly column: string | null
  /** Chinese, one sentence without its full stop; names the value that was found. */
  readonly reason: string
}

/** Takes note of a problem and goes on: an editor wants to see all of them at once. */
export type Note = (problem: Problem) => void

/** 「offices.csv 第 5 行「居民区」：没有叫“金梅圆”的居民区」. */
export function describeProblem({ file, row, column, reason }: Problem): string {
  const place = [file, row === null ? '' : ` 第 ${row} 行`, column === null ? '' : `「${column}」`].join('')
  return `${place}：${reason}`
}

/** By file, then row; problems of a whole file come before those of its rows. */
export const inReadingOrder = (problems: readonly Problem[]): readonly Problem[] =>
  [...problems].sort(
    (one, other) => one.file.localeCompare(other.file, 'en') || (one.row ?? 0) - (other.row ?? 0),
  )
