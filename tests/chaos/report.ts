import { availableParallelism, loadavg } from 'node:os'

/** What one round found. */
export interface RoundReport {
  readonly fault: string
  readonly accepted: number
  readonly refused: number
  /** Accepted writes that are not there: a sentence each. */
  readonly lost: readonly string[]
  /** What must hold and does not: a sentence each. */
  readonly broken: readonly string[]
  /** Mutations that still wait in outboxes when everything is well again. */
  readonly waiting: number
  readonly recoveredMs: number
}

export const RECOVERED_WITHIN_MS = 10_000

/** Whether anything was lost, broken, left waiting or too slow, or a round was not run at all. */
export const isBreach = (reports: readonly RoundReport[], asked: number, lost: readonly string[]): boolean =>
  reports.length < asked || lost.length > 0 || reports.some((report) => problemsOf(report).length > 0)

export function problemsOf({ lost, broken, waiting, recoveredMs }: RoundReport): readonly string[] {
  return [
    ...lost,
    ...broken,
    ...(waiting === 0 ? [] : [`${waiting} mutations still wait in outboxes`]),
    ...(recoveredMs <= RECOVERED_WITHIN_MS ? [] : [`recovery took ${seconds(recoveredMs)}`]),
  ]
}

interface Whole {
  readonly asked: number
  readonly seed: number
  readonly lostAtTheEnd: readonly string[]
  readonly endedByThemselves: number
  readonly brokenInside: ReadonlyMap<string, number>
  readonly answers: ReadonlyMap<string, number>
}

export function printRounds(reports: readonly RoundReport[], whole: Whole): void {
  const head = ['round', 'fault', 'accepted', 'refused', 'lost', 'broken', 'waiting', 'recovery', '']
  const rows = reports.map((report, index) => [
    String(index + 1),
    report.fault,
    String(report.accepted),
    String(report.refused),
    String(report.lost.length),
    String(report.broken.length),
    String(report.waiting),
    seconds(report.recoveredMs),
    problemsOf(report).length === 0 ? '✓' : '✗',
  ])
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length)),
  )
  for (const row of [head, ...rows])
    say(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
  for (const [name, count] of [...whole.answers].sort()) say(`  ${name}: ${count}`)
  for (const [name, count] of whole.brokenInside) say(`  a call broke inside: ${name} (${count}×)`)
  // A recovery is programs that start: on a machine that is busy with something else it tells of that.
  say(`  load of the machine: ${loadavg()[1]?.toFixed(1)} on ${availableParallelism()} cores`)
  if (whole.endedByThemselves > 0) say(`  servers ended by themselves: ${whole.endedByThemselves}`)
  for (const [index, report] of reports.entries())
    for (const problem of problemsOf(report)) say(`✗ round ${index + 1}, ${report.fault}: ${problem}`)
  for (const sentence of whole.lostAtTheEnd) say(`✗ at the end: ${sentence}`)
  if (reports.length < whole.asked) say(`✗ ${reports.length} of ${whole.asked} rounds: the time was over`)
  const accepted = reports.reduce((sum, report) => sum + report.accepted, 0)
  say(
    isBreach(reports, whole.asked, whole.lostAtTheEnd)
      ? `✗ a promise was broken (seed ${whole.seed})`
      : `✓ ${reports.length} faults, ${accepted} accepted writes, none lost (seed ${whole.seed})`,
  )
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1_000).toFixed(1)} s`
const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`)
