import type { Figure } from './figure'

/** One line of `--json`. */
export function printFigure(figure: Figure): void {
  process.stdout.write(`${JSON.stringify(figure)}\n`)
}

const HEADINGS = ['group', 'what', 'value', 'unit', 'limit', 'kept'] as const
const VALUE = 2

/** All figures as one table; numbers stand to the right. */
export function printTable(figures: readonly Figure[]): void {
  const rows = [HEADINGS, ...figures.map(cellsOf)]
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  for (const row of rows) {
    const cells = row.map((cell, column) => {
      const width = widths[column] ?? 0
      return column === VALUE ? cell.padStart(width) : cell.padEnd(width)
    })
    process.stdout.write(`${cells.join('  ').trimEnd()}\n`)
  }
}

const cellsOf = ({ group, name, value, unit, limit, ok }: Figure): readonly string[] => [
  group,
  name,
  value === null ? '–' : roundedText(value),
  unit,
  limit ?? '',
  ok === null ? '' : ok ? 'yes' : 'NO',
]

/** Three digits that count; whole numbers as they are. */
const roundedText = (value: number): string =>
  Number.isInteger(value) ? value.toLocaleString('en') : String(Number(value.toPrecision(3)))
