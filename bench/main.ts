import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Figure } from './figure'
import { printFigure, printTable } from './table'

/** Every folder beside this file with a `main.ts` is a group: `measure` gives its figures. */
interface Group {
  readonly measure: () => Promise<readonly Figure[]>
}

const groupNames = (): readonly string[] =>
  readdirSync('bench')
    .filter((name) => existsSync(join('bench', name, 'main.ts')))
    .sort()

/** `npm run bench [-- <group> …] [--json]`: ends with 1 when a limit is missed, with 2 when it is asked for what is not there. */
async function main(): Promise<number> {
  const words = process.argv.slice(2)
  const asJson = words.includes('--json')
  const wanted = words.filter((word) => word !== '--json')
  const known = groupNames()
  const stranger = wanted.find((name) => !known.includes(name))
  if (stranger !== undefined) {
    process.stderr.write(`There is no group ${stranger}; there are ${known.join(', ')}.\n`)
    return 2
  }
  const figures: Figure[] = []
  let broken = false
  for (const name of wanted.length > 0 ? wanted : known) {
    process.stderr.write(`measuring ${name} …\n`)
    try {
      const { measure } = (await import(`./${name}/main.ts`)) as Group
      const measured = await measure()
      figures.push(...measured)
      if (asJson) measured.forEach(printFigure)
    } catch (error) {
      broken = true
      process.stderr.write(
        `${name} could not be measured: ${error instanceof Error ? error.stack : String(error)}\n`,
      )
    }
  }
  if (!asJson) printTable(figures)
  return broken || figures.some(({ ok }) => ok === false) ? 1 : 0
}

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    process.exitCode = 1
  },
)
