import { AsyncLocalStorage } from 'node:async_hooks'
import type { Logger } from 'kysely'

/** One statement of a call: what it does to which table, never what it was asked with. */
export interface StatementTime {
  /** For example `select registration`. */
  readonly name: string
  readonly ms: number
}

const current = new AsyncLocalStorage<StatementTime[]>()

/** Enough to see what was slow; a call that runs more is told by its first ones. */
const MOST = 200

/** Runs a call; what it asks the database meanwhile is written into `times`. */
export const timingStatements = <Value>(times: StatementTime[], call: () => Promise<Value>): Promise<Value> =>
  current.run(times, call)

/** For Kysely. Costs nothing outside of a call that is timed. */
export const noteStatement: Logger = ({ query, queryDurationMillis }) => {
  const times = current.getStore()
  if (times === undefined || times.length >= MOST) return
  times.push({ name: statementName(query.sql), ms: Math.round(queryDurationMillis) })
}

const WRITES = /\b(insert\s+into|update|delete\s+from|merge\s+into)\s+"?(\w+)/i
const READS = /\bfrom\s+"?(\w+)/i

/** Verb and first table of a statement of ours; its values are parameters and no part of it. */
export function statementName(text: string): string {
  const write = WRITES.exec(text)
  // `select … for update` writes nothing.
  if (write !== null && !/\bfor\s+(?:no\s+key\s+)?$/i.test(text.slice(0, write.index)))
    return `${(write[1] ?? '').split(/\s/)[0]?.toLowerCase()} ${write[2]}`
  const read = READS.exec(text)
  return read === null ? (/^\s*\w+/.exec(text)?.[0].trim().toLowerCase() ?? '') : `select ${read[1]}`
}
