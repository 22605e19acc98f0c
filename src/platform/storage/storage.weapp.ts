import Taro from '@tarojs/taro'
import type { Stored } from './storing'

/** `null` when nothing is there, or when WeChat keeps nothing for this page (Moments' single page). */
export function readText(key: string): string | null {
  const found: unknown = refusedAs(() => Taro.getStorageSync(key), null)
  return typeof found === 'string' && found !== '' ? found : null
}

export function writeText(key: string, text: string): Stored {
  return refusedAs<Stored>(() => {
    Taro.setStorageSync(key, text)
    return 'kept'
  }, 'full')
}

export function removeText(key: string): void {
  refusedAs(() => Taro.removeStorageSync(key), undefined)
}

/** Every key that begins so; none where WeChat keeps nothing. */
export const keysFrom = (beginning: string): readonly string[] =>
  refusedAs<readonly string[]>(() => Taro.getStorageInfoSync().keys, []).filter((key) =>
    key.startsWith(beginning),
  )

/** WeChat throws `{errMsg}` or an Error whose message begins with the name of the interface. */
function refusedAs<Value>(act: () => Value, refused: Value): Value {
  try {
    return act()
  } catch (failure) {
    const message = failure instanceof Error ? failure.message : (failure as { errMsg?: unknown })?.errMsg
    if (typeof message === 'string' && /storage/i.test(message)) return refused
    throw failure
  }
}
