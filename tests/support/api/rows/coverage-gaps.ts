import { coverage, isPersonal } from '../../../../cloud/personal-data/coverage'
import type { PersonalTable } from '../../../../cloud/personal-data/personal-table'
import type { Database } from '../../../../cloud/database/connect'
import { tableNames } from '../write-count'
import { columns, foreignKeys } from './catalogue'

/** The list of migrations, which `cloud/database` keeps for itself. */
const LEDGER = 'migration'

const listed: Readonly<Record<string, PersonalTable | { impersonal: string } | undefined>> = coverage

const personal = (table: string): PersonalTable | null => {
  const entry = listed[table]
  return entry !== undefined && isPersonal(entry) ? entry : null
}

/** What the database has and `coverage.ts` does not say, or the other way round, one sentence each. */
export async function coverageGaps(db: Database): Promise<readonly string[]> {
  const there = (await tableNames(db)).filter((name) => name !== LEDGER)
  const unlisted = there.filter((name) => listed[name] === undefined)
  const vanished = Object.keys(listed).filter((name) => !there.includes(name))
  return [
    ...unlisted.map(
      (name) => `${name} is not in coverage.ts: say whose rows it has, or that it has nobody's`,
    ),
    ...vanished.map((name) => `${name} is in coverage.ts but not in the database`),
    ...(await undeclaredReferences(db)),
    ...(await unknownColumns(db)),
  ]
}

async function undeclaredReferences(db: Database): Promise<string[]> {
  return (await foreignKeys(db)).flatMap(({ table, columns: names, target }) => {
    const name = `${table}.${names.join('+')}`
    if (target === 'resident' && personal(table)?.owner !== names[0]) {
      return [`${name} refers to a resident but is not the owner column of ${table} in coverage.ts`]
    }
    const isErased = target !== 'resident' && personal(target)?.onErase === 'delete'
    return isErased && personal(table) === null
      ? [`${name} refers to ${target}, whose rows are erased, but ${table} is not personal in coverage.ts`]
      : []
  })
}

async function unknownColumns(db: Database): Promise<string[]> {
  const all = new Set((await columns(db)).map(({ table, column }) => `${table}.${column}`))
  return Object.keys(listed).flatMap((table) => {
    const entry = personal(table)
    const named = entry === null ? [] : [entry.owner, ...entry.withheld]
    return named
      .filter((name) => !all.has(`${table}.${name}`))
      .map((name) => `${table} has no column ${name}`)
  })
}
