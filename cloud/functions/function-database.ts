import { countByMinute } from '../app/minute-count'
import { connect, type Database } from '../database/connect'
import { log } from './function-log'

/** One instance serves few calls at a time; many instances share the database's connections. */
const POOL_SIZE = 2

/** Connections of one function instance, opened by the first query and kept warm between calls. */
export function functionDatabase(): Database {
  const url = process.env['DATABASE_URL'] ?? ''
  const lost = countByMinute((count) => log('warn', { reason: 'database connections broke', count }))
  return connect(url, {
    poolSize: POOL_SIZE,
    applicationName: 'living-room-function',
    onIdleError: () => lost.add(),
  })
}
