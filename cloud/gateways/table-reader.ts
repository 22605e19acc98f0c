import { Worker } from 'node:worker_threads'
import type { ReadSheet } from '../../core/contract/table'
import { refuse, type Result } from '../../core/kernel/result'
import { inTurns } from './in-turns'

type TableRefusal =
  'table_locked' | 'table_with_macros' | 'table_too_big' | 'table_unread' | 'not_a_table' | 'table_empty'

export type TableReading = Result<{ readonly sheets: readonly ReadSheet[] }, TableRefusal>

/** Reads a file that somebody brought; nobody knows what is in it. */
export type ReadTableFile = (bytes: Uint8Array) => Promise<TableReading>

/** A table of two thousand rows takes a second and 60 MB. */
const MOST_MEMORY_MB = 256
const PATIENCE_MS = 20_000
/** Readings at once; who comes beyond them waits. */
const AT_ONCE = 2

/**
 * Each file in a thread of its own, which ends with it: one that eats memory or time takes the thread along, and not
 * the server.
 * @param program the bundle of `cloud/table-reader/main.ts`
 * @throws Error where the thread breaks for a reason of ours
 */
export function tableFilesThrough(program: string): ReadTableFile {
  const inTurn = inTurns(AT_ONCE)
  return (bytes) => inTurn(() => readInThread(program, bytes))
}

function readInThread(program: string, bytes: Uint8Array): Promise<TableReading> {
  return new Promise((settle, fail) => {
    const thread = new Worker(program, {
      workerData: bytes,
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    })
    const patience = setTimeout(() => end(refuse('table_too_big')), PATIENCE_MS)
    const end = (reading: TableReading): void => {
      clearTimeout(patience)
      void thread.terminate()
      settle(reading)
    }
    thread.once('message', end)
    thread.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return end(refuse('table_too_big'))
      clearTimeout(patience)
      fail(error)
    })
  })
}
