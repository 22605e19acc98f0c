import type { Key } from './keys'
import { readText, removeText, writeText } from './storage'
import type { Stored } from './storing'

/** One small thing that is remembered on this phone. */
export interface StoredOnPhone<Value> {
  /** The remembered value, or the fallback when there is none or it is damaged. */
  readonly read: () => Value
  readonly write: (value: Value) => Stored
}

/**
 * @param isValue guards against a damaged or foreign entry, which is dropped
 */
export function storedOnPhone<Value>(
  key: Key,
  fallback: Value,
  isValue: (found: unknown) => found is Value,
): StoredOnPhone<Value> {
  return {
    read() {
      const text = readText(key)
      if (text === null) return fallback
      const found = parsed(text)
      if (found !== undefined && isValue(found)) return found
      removeText(key)
      return fallback
    },
    write: (value) => writeText(key, JSON.stringify(value)),
  }
}

/** Undefined where it is no JSON, which is undefined never. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
