import Taro from '@tarojs/taro'
import { removeText } from './storage'
import type { Stored } from './storing'

/** Since base library 2.21.3; below it WeChat would store the text as it stands. */
const canSeal = (): boolean => Taro.canIUse('setStorage.object.encrypt')

interface Sealing {
  readonly key: string
  readonly data?: string
  /** AES-128, by WeChat; must be said for reading as well. Taro's types lack it. */
  readonly encrypt: true
}

/** What was sealed; `null` where nothing is there, or nothing that opens. */
export async function readSealed(key: string): Promise<string | null> {
  if (!canSeal()) return null
  try {
    const found = await Taro.getStorage<unknown>({ key, encrypt: true } as Sealing)
    return typeof found.data === 'string' ? found.data : null
  } catch (failure) {
    return refusedBy(failure, null)
  }
}

/** At most 0.7 MB. Where the phone cannot seal, nothing is stored. */
export async function writeSealed(key: string, text: string): Promise<Stored> {
  if (!canSeal()) return 'full'
  try {
    await Taro.setStorage({ key, data: text, encrypt: true } as Sealing & { readonly data: string })
    return 'stored'
  } catch (failure) {
    return refusedBy<Stored>(failure, 'full')
  }
}

export const removeSealed = (key: string): void => removeText(key)

/** WeChat says no with `{errMsg}`; anything else is a fault of ours. */
function refusedBy<Value>(failure: unknown, refused: Value): Value {
  if (typeof (failure as { errMsg?: unknown })?.errMsg === 'string') return refused
  throw failure
}
