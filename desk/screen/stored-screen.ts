import type { ScreenPage } from '../../core/contract/check-in/screen'
import { reportBug } from './report-bug'

/** A screen that has its key. */
export interface PairedScreen {
  readonly kind: 'paired'
  readonly screenId: string
  readonly key: CryptoKey
  /** The last good answer: what a restart without a network shows. */
  readonly page: ScreenPage | null
  /** Milliseconds that the server is ahead of this device's own clock. */
  readonly ahead: number
}

/** A screen that waits for staff: a restart in between goes on waiting with the same code. */
export interface WaitingScreen {
  readonly kind: 'waiting'
  readonly secret: string
  readonly pairingId: string
  readonly digits: string
  /** An earlier version kept none. */
  readonly code?: string | null
}

export type StoredScreen = PairedScreen | WaitingScreen

/** What the screen remembers over a restart. Where a browser keeps nothing, it lives from memory until then. */
export interface ScreenStore {
  /** `null` where nothing is kept, or nothing that can be used. */
  read(): Promise<StoredScreen | null>
  write(screen: StoredScreen): Promise<void>
  forget(): Promise<void>
}

const DATABASE = 'wall-screen'
const SHELF = 'kept'
/** Raised whenever `StoredScreen` takes another form: what an older version left is then not read any more. */
const ONLY = 'screen-1'

/** IndexedDB, which keeps a key without showing it. */
export const browserStore: ScreenStore = {
  read: async () => {
    const found = await withShelf('readonly', (shelf) => shelf.get(ONLY) as IDBRequest<unknown>)
    return isStoredScreen(found) ? found : null
  },
  write: async (screen) => void (await withShelf('readwrite', (shelf) => shelf.put(screen, ONLY))),
  forget: async () => void (await withShelf('readwrite', (shelf) => shelf.delete(ONLY))),
}

/** Null where this browser keeps nothing: a private window, a full or broken disk. */
async function withShelf<Value>(
  mode: IDBTransactionMode,
  ask: (shelf: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value | null> {
  const database = await open()
  if (database === null) return null
  try {
    return await answerOf(ask(database.transaction(SHELF, mode).objectStore(SHELF)))
  } catch (failure) {
    // A storage that fails must not take the codes off the wall.
    reportBug(failure)
    return null
  } finally {
    database.close()
  }
}

async function open(): Promise<IDBDatabase | null> {
  const opening = (window.indexedDB as IDBFactory | undefined)?.open(DATABASE, 1)
  if (opening === undefined) return null
  opening.onupgradeneeded = () => opening.result.createObjectStore(SHELF)
  return answerOf(opening)
}

const answerOf = <Value>(request: IDBRequest<Value>): Promise<Value | null> =>
  new Promise((resolve) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = (event) => {
      // Handled here: an error that bubbles up would end the page's transaction as uncaught.
      event.preventDefault()
      resolve(null)
    }
  })

function isStoredScreen(found: unknown): found is StoredScreen {
  if (typeof found !== 'object' || found === null || !('kind' in found)) return false
  if (found.kind === 'waiting') return 'secret' in found && 'pairingId' in found && 'digits' in found
  return found.kind === 'paired' && 'screenId' in found && 'key' in found && found.key instanceof CryptoKey
}
