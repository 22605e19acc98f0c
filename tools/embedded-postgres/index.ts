import { join } from 'node:path'
import { ensureCluster } from './cluster'
import { refuseUnwritable, chooseDataFolder } from './data-folder'
import { explainFailure } from './failure'
import { locateBinaries } from './native-package'
import { claimDataFolder } from './owner'
import { stopLeftover } from './postmaster'
import { ensureProgramsRole } from './programs-role'
import type { DatabaseUrls } from './programs-role'
import { defaultRunAs, giveTo } from './run-as'
import { readFrom, superviseServer } from './supervisor'

export { joinRunningPostgres } from './postmaster'

export interface EmbeddedOptions {
  readonly dataDir: string
  /** PostgreSQL ended although nobody asked it to: the program can only say so and end. */
  readonly onLost: (error: Error) => void
  /** For tests: not made to survive a power failure, and the folder is deleted at the end, even after `kill -9`. */
  readonly throwaway?: boolean
}

export interface EmbeddedPostgres extends DatabaseUrls {
  /** Where the data really are: as root not always where they were asked for. */
  readonly dataDir: string
  /** A sentence for the operator when they are elsewhere; null otherwise. */
  readonly notice: string | null
  /** Ends PostgreSQL in order and gives the folder back; calling it twice is fine. */
  stop(): Promise<void>
}

/**
 * Starts PostgreSQL 18 on this data folder, for this process alone: made on first use, reachable only from this
 * machine and only with the password kept in the folder, and ended with this process, however that ends.
 * @throws OperatorError with the way out when folder, disk, owner or version do not allow it.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { dataDir, notice } = await chooseDataFolder(options.dataDir)
  const giveBack = await claimDataFolder(dataDir)
  try {
    const server = await openServer(dataDir, options)
    let stopping: Promise<void> | null = null
    const stop = (): Promise<void> => (stopping ??= server.stop().then(giveBack))
    void server.ended.then(() => stopping ?? reportLoss(dataDir, options))
    const urls = await ensureProgramsRole(server.port, server.credentials).catch(async (error: unknown) => {
      await stop()
      throw error
    })
    return { ...urls, dataDir, notice, stop }
  } catch (error) {
    await giveBack()
    throw error
  }
}

async function openServer(dataDir: string, { throwaway = false }: EmbeddedOptions) {
  await refuseUnwritable(dataDir)
  const nobody = defaultRunAs()
  if (throwaway) await giveTo(nobody, dataDir)
  const binaries = await locateBinaries(nobody, dataDir)
  const cluster = await ensureCluster(dataDir, nobody, binaries, !throwaway)
  await stopLeftover(cluster.folder)
  const server = await superviseServer({ dataDir, binaries, cluster, durable: !throwaway, throwaway })
  return { ...server, credentials: cluster.credentials }
}

async function reportLoss(dataDir: string, { onLost }: EmbeddedOptions): Promise<void> {
  const lately = 10_000
  const written = await readFrom(join(dataDir, 'postgres.log'), -lately).catch(
    (error: Error) => error.message,
  )
  onLost(explainFailure('PostgreSQL ended while it was needed', dataDir, written))
}
