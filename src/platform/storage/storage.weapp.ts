import Taro from '@tarojs/taro'
import type { Stored } from './storing'

/** What was read at the start, as it stands on the phone now. */
const early = new Map<string, string | null>()
/** Whatever is longer is kept once only, by who asks for it. */
const LONGEST_KEPT = 10_000

/** Reads all of these at once, before the first picture: each reading by itself holds that up. */
export function readAhead(keys: readonly string[]): void {
  const found: unknown = refusedAs(() => Taro.batchGetStorageSync([...keys]), null)
  // What does not answer key by key is no answer: then each is read when it is asked for.
  if (!Array.isArray(found) || found.length !== keys.length) return
  keys.forEach((key, index) => early.set(key, textOf(found[index])))
}

/** `null` when nothing is there, or when WeChat keeps nothing for this page (Moments' single page). */
export function readText(key: string): string | null {
  const ahead = early.get(key)
  if (ahead === undefined) return textOf(refusedAs(() => Taro.getStorageSync(key), null))
  if (ahead !== null && ahead.length > LONGEST_KEPT) early.delete(key)
  return ahead
}

const textOf = (found: unknown): string | null => (typeof found === 'string' && found !== '' ? found : null)

export function writeText(key: string, text: string): Stored {
  early.delete(key)
  return refusedAs<Stored>(() => {
    Taro.setStorageSync(key, text)
    return 'stored'
  }, 'full')
}

export function removeText(key: string): void {
  early.delete(key)
  refusedAs(() => Taro.removeStorageSync(key), undefined)
}

/** Every key that begins so; none where WeChat keeps nothing. */
export const keysFrom = (beginning: string): readonly string[] =>
  refusedAs<readonly string[]>(() => Taro.getStorageInfoSync().keys, []).filter((key) =>
    key.startsWith(beginning),
  )

/** WeChat throws `{errMsg}` or an Error whose message begins with the name of the interface. */
function refusedAs<Value>(access: () => Value, refused: Value): Value {
  try {
    return access()
  } catch (failure) {
    const message = failure instanceof Error ? failure.message : (failure as { errMsg?: unknown })?.errMsg
    if (typeof message === 'string' && /storage/i.test(message)) return refused
    throw failure
  }
}
