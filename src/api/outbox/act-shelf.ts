import { ACT_KEY, keyAfter, readAct, type KeptAct } from './kept-act'

/** The phone's storage, as far as the outbox needs it. */
export interface ActStorage {
  /** Keys that begin so, in any order. */
  keysFrom(beginning: string): readonly string[]
  read(key: string): string | null
  write(key: string, text: string): 'kept' | 'full'
  remove(key: string): void
  /** Lets go of what can be fetched again; an act cannot. */
  makeRoom(): void
}

/** A record on the shelf; `null` where it was damaged. */
export interface Shelved {
  readonly key: string
  readonly act: KeptAct | null
}

/** Acts as they stand on the phone, one record each: a damaged one takes no other with it. */
export interface ActShelf {
  /** In the order of the acts. */
  all(): readonly Shelved[]
  /** Where it was put, read back to be sure; `null` when the phone cannot keep it. */
  put(act: KeptAct): string | null
  /** Whether the phone took the change. */
  replace(key: string, act: KeptAct): boolean
  remove(key: string): void
}

export function createShelf(storage: ActStorage): ActShelf {
  const keys = (): string[] => [...storage.keysFrom(ACT_KEY)].sort()
  const write = (key: string, text: string): boolean =>
    storage.write(key, text) === 'kept' && storage.read(key) === text
  return {
    all: () =>
      keys().flatMap((key) => {
        const text = storage.read(key)
        return text === null ? [] : [{ key, act: readAct(text) }]
      }),
    put(act) {
      const key = keyAfter(keys().pop(), act.requestId)
      const text = JSON.stringify(act)
      if (write(key, text)) return key
      storage.makeRoom()
      if (write(key, text)) return key
      // Half a record would be sent as one, or be said to be damaged.
      storage.remove(key)
      return null
    },
    replace: (key, act) => write(key, JSON.stringify(act)),
    remove: (key) => storage.remove(key),
  }
}
