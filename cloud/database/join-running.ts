import { join } from 'node:path'
import { readCredentials } from './embedded/credentials'
import { settleDataFolder } from './embedded/data-folder'
import { commandLine } from './embedded/process-stamp'
import { readPostmaster } from './embedded/postmaster'
import { programsUrl } from './embedded/programs-role'

/**
 * The door of the embedded PostgreSQL that another process (`npm start`) keeps running on this data folder;
 * null when none runs. For short-lived programs such as jobs: they never start a server of their own beside it.
 */
export async function joinRunningPostgres(dataDir: string): Promise<string | null> {
  const settled = await settleDataFolder(dataDir)
  const folder = join(settled.dataDir, 'postgres')
  const running = await readPostmaster(folder)
  if (running === null || !running.ready || !(commandLine(running.pid) ?? '').includes(folder)) return null
  const { programs } = await readCredentials(settled.dataDir)
  return programsUrl(running.port, programs)
}
