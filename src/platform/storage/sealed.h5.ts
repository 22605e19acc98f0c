import { bytesFrom } from '../../../core/kernel/base64'
import { readText, removeText, writeText } from './storage'
import type { Stored } from './storing'

const CIPHER = { name: 'AES-GCM', length: 256 } as const
const IV_BYTES = 12
const DATABASE = 'sealed'
const SHELF = 'keys'
const KEY = 'key-1'

/** What was sealed; `null` where nothing is there, or nothing that opens. */
export async function readSealed(key: string): Promise<string | null> {
  const text = readText(key)
  if (text === null) return null
  const bytes = bytesFrom('base64', text)
  const seal = await sealOfBrowser('kept')
  if (bytes === null || bytes.length <= IV_BYTES || seal === null) return null
  try {
    const iv = bytes.subarray(0, IV_BYTES)
    const open = await crypto.subtle.decrypt({ ...CIPHER, iv }, seal, bytes.subarray(IV_BYTES))
    return new TextDecoder().decode(open)
  } catch (error) {
    // Damaged, or sealed with a key that this browser has lost.
    if (error instanceof DOMException) return null
    throw error
  }
}

/** AES-256-GCM. Where the browser cannot seal (a page without TLS, a private window), nothing is stored. */
export async function writeSealed(key: string, text: string): Promise<Stored> {
  const seal = await sealOfBrowser('made')
  if (seal === null) return 'full'
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const sealed = await crypto.subtle.encrypt({ ...CIPHER, iv }, seal, new TextEncoder().encode(text))
  const bytes = [...iv, ...new Uint8Array(sealed)].map((byte) => String.fromCharCode(byte)).join('')
  return writeText(key, btoa(bytes))
}

export const removeSealed = (key: string): void => removeText(key)

/** The browser's own key, which it uses without showing it to any script. `made`: if there is none yet. */
async function sealOfBrowser(wanted: 'kept' | 'made'): Promise<CryptoKey | null> {
  const subtle = (crypto as { readonly subtle?: SubtleCrypto }).subtle
  const database = subtle === undefined ? null : await openDatabase()
  if (subtle === undefined || database === null) return null
  try {
    const kept = await answerOf(
      database.transaction(SHELF).objectStore(SHELF).get(KEY) as IDBRequest<unknown>,
    )
    if (kept instanceof CryptoKey) return kept
    if (wanted === 'kept') return null
    const made = await subtle.generateKey(CIPHER, false, ['encrypt', 'decrypt'])
    const put = await answerOf(database.transaction(SHELF, 'readwrite').objectStore(SHELF).put(made, KEY))
    return put === null ? null : made
  } finally {
    database.close()
  }
}

function openDatabase(): Promise<IDBDatabase | null> {
  const opening = (window.indexedDB as IDBFactory | undefined)?.open(DATABASE, 1)
  if (opening === undefined) return Promise.resolve(null)
  opening.onupgradeneeded = () => opening.result.createObjectStore(SHELF)
  return answerOf(opening)
}

/** Null where this browser keeps nothing. */
const answerOf = <Value>(request: IDBRequest<Value>): Promise<Value | null> =>
  new Promise((resolve) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = (event) => {
      // Handled here: an error that bubbles up would end the page's transaction as uncaught.
      event.preventDefault()
      resolve(null)
    }
  })
