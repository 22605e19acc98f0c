/** WeChat: at most 1 MB a key and 10 MB in all, kept as JSON. */
const LARGEST_ITEM = 1024 * 1024
const LARGEST_IN_ALL = 10 * 1024 * 1024

/** Why something could not be kept, as the tail of WeChat's `errMsg`. */
export class StorageRefused extends Error {}

/** The mini-program's storage on the phone; it outlives the run, as on a real phone. */
export interface PhoneStorage {
  /** Undefined where there is nothing. */
  read(key: string): unknown
  /** @throws StorageRefused */
  write(key: string, value: unknown): void
  remove(key: string): void
  clear(): void
  keys(): string[]
  /** Bytes in use. */
  size(): number
  /** For tests: keeps this text as it stands, as if it had been damaged. */
  damage(key: string, text: string): void
  /** For tests: from now on nothing more fits. */
  isFull: boolean
  /** Reading several keys at once answers nothing. */
  isBatchBroken: boolean
}

export function createStorage(): PhoneStorage {
  const kept = new Map<string, string>()
  const size = (): number =>
    [...kept].reduce((sum, [key, json]) => sum + Buffer.byteLength(key) + Buffer.byteLength(json), 0)
  const storage: PhoneStorage = {
    isFull: false,
    isBatchBroken: false,
    read: (key) => {
      const json = kept.get(key)
      return json === undefined ? undefined : (JSON.parse(json) as unknown)
    },
    write: (key, value) => {
      const json = JSON.stringify(value)
      const bytes = Buffer.byteLength(json)
      if (bytes > LARGEST_ITEM) throw new StorageRefused('entry size limit reached')
      const before = Buffer.byteLength(kept.get(key) ?? '')
      if (storage.isFull || size() - before + bytes > LARGEST_IN_ALL)
        throw new StorageRefused('exceed storage max size 10Mb')
      kept.set(key, json)
    },
    remove: (key) => void kept.delete(key),
    clear: () => kept.clear(),
    keys: () => [...kept.keys()],
    size,
    damage: (key, text) => void kept.set(key, JSON.stringify(text)),
  }
  return storage
}
