import type { Host } from '../../host'
import { StorageRefused } from '../../phone/storage'
import { answering, WxRefusal, type Options, type WxMembers } from '../answer'

/** Storage in both forms; the synchronous one throws what the other answers by `fail`. */
export function storageMembers(host: Host): WxMembers {
  const { storage } = host.phone
  const keyOf = (options: Options): string => String(options['key'])
  const write = (key: string, value: unknown): void => {
    try {
      storage.write(key, value ?? '')
    } catch (error) {
      throw error instanceof StorageRefused ? new WxRefusal(error.message) : error
    }
  }
  const sync = <Given extends unknown[], Value>(name: string, act: (...given: Given) => Value) => ({
    [name]: (...given: Given): Value => {
      const keys = (Array.isArray(given[0]) ? given[0] : given.slice(0, 1)).map(String)
      host.record.storageCalls.push({ api: name, keys, drawn: host.record.setData.length })
      try {
        return act(...given)
      } catch (error) {
        throw host.realm.error(`${name}:fail ${error instanceof Error ? error.message : String(error)}`)
      }
    },
  })
  return {
    ...sync('getStorageSync', (key: string) => host.realm.own(storage.read(key) ?? '')),
    ...sync('batchGetStorageSync', (keys: readonly string[]) =>
      host.realm.own(storage.isBatchBroken ? [] : keys.map((key) => storage.read(key) ?? '')),
    ),
    ...sync('setStorageSync', (key: string, value: unknown) => write(key, value)),
    ...sync('removeStorageSync', (key: string) => storage.remove(key)),
    ...sync('clearStorageSync', () => storage.clear()),
    ...sync('getStorageInfoSync', () => host.realm.own(storageFacts(storage))),
    getStorage: answering(host, 'getStorage', (options) => {
      const value = storage.read(keyOf(options))
      if (value === undefined) throw new WxRefusal('data not found')
      return { data: options['encrypt'] === true ? opened(value) : value }
    }),
    setStorage: answering(host, 'setStorage', (options) => {
      const { data } = options
      write(keyOf(options), options['encrypt'] === true ? sealed(data) : data)
    }),
    removeStorage: answering(host, 'removeStorage', (options) => storage.remove(keyOf(options))),
    clearStorage: answering(host, 'clearStorage', () => storage.clear()),
    getStorageInfo: answering(host, 'getStorageInfo', () => storageFacts(storage)),
  }
}

/** As WeChat leaves what it encrypts: nothing of it can be read, and only who says `encrypt` gets it back. */
const SEALED = 'sealed by WeChat:'
const sealed = (value: unknown): string =>
  SEALED + Buffer.from(JSON.stringify(value)).reverse().toString('base64')

function opened(value: unknown): unknown {
  if (typeof value !== 'string' || !value.startsWith(SEALED)) throw new WxRefusal('decrypt fail')
  const json = Buffer.from(value.slice(SEALED.length), 'base64').reverse().toString()
  return JSON.parse(json) as unknown
}

const storageFacts = (storage: Host['phone']['storage']) => ({
  keys: storage.keys(),
  currentSize: Math.ceil(storage.size() / 1024),
  limitSize: 10 * 1024,
})
