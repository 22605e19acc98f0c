import type { Keeping, Kept } from './kept'

const DATABASE = 'wall-screen'
const SHELF = 'kept'
/** Raised whenever `Kept` takes another form: what an older version left is then not read any more. */
const ONLY = 'screen-1'

/** IndexedDB, which keeps a key without showing it. */
export const inBrowser: Keeping = {
  read: async () => {
    const found = await withShelf('readonly', (shelf) => shelf.get(ONLY) as IDBRequest<unknown>)
    return isKept(found) ? found : null
  },
  write: async (kept) => void (await withShelf('readwrite', (shelf) => shelf.put(kept, ONLY))),
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
    reportError(failure)
    return null
  } finally {
    database.close()
  }
}

async function open(): Promise<IDBDatabase | null> {
  const opening = globalThis.indexedDB?.open(DATABASE, 1)
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

function isKept(found: unknown): found is Kept {
  if (typeof found !== 'object' || found === null || !('kind' in found)) return false
  if (found.kind === 'waiting') return 'secret' in found && 'pairingId' in found && 'digits' in found
  return found.kind === 'paired' && 'screenId' in found && 'key' in found && found.key instanceof CryptoKey
}
