import { createContext, Script } from 'node:vm'
import type { Clock } from './clock'
import { FRESH_REALM } from './fresh-realm'

const freshRealm = new Script(FRESH_REALM, { filename: 'fresh-realm.js' })

/** The world that the code of a mini-program lives in: ECMAScript and what `define` adds, nothing of Node or a browser. */
export interface Realm {
  run(script: Script): unknown
  define(name: string, value: unknown): void
  /** The same plain value made of the realm's own objects and arrays, as an answer from WeChat is. */
  own<Value>(value: Value): Value
  /** An Error of the realm, so that `instanceof Error` holds there. */
  error(message: string, more?: Readonly<Record<string, unknown>>): Error
  /** An ArrayBuffer of the realm. */
  bytes(values: Uint8Array): ArrayBuffer
  /** A Promise of the realm. */
  promise<Value>(
    settle: (resolve: (value: Value) => void, reject: (reason: unknown) => void) => void,
  ): Promise<Value>
}

interface Insiders {
  readonly parse: (json: string) => unknown
  readonly fail: (message: string, more: string) => Error
  readonly promise: Realm['promise']
  readonly bytes: (json: string) => ArrayBuffer
}

/** Like WeChat's: no `eval`, no `new Function`, no WebAssembly from bytes. */
export function createRealm(clock: Clock): Realm {
  const context = createContext({}, { codeGeneration: { strings: false, wasm: false } })
  const prepare = freshRealm.runInContext(context) as (now: () => number) => Insiders
  const insiders = prepare(() => clock.now())
  return {
    run: (script) => script.runInContext(context) as unknown,
    define: (name, value) => {
      ;(context as Record<string, unknown>)[name] = value
    },
    own: (value) => (value === undefined ? value : insiders.parse(JSON.stringify(value))) as typeof value,
    error: (message, more = {}) => insiders.fail(message, JSON.stringify(more)),
    promise: insiders.promise,
    bytes: (values) => insiders.bytes(JSON.stringify([...values])),
  }
}
