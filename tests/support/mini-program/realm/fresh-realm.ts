/**
 * Runs inside a new V8 context and takes away what a WeChat phone may lack.
 * - WeChat fills in older engines by a core-js whose edition depends on the base library, and its DevTools of 2025
 *   still lack `Array.prototype.at`: so what ECMAScript added from 2022 on is gone.
 * - Intl is partial or missing: gone, and the locale methods fall back to what ECMA-262 says without it.
 * - WeakRef, SharedArrayBuffer, Atomics and WebAssembly cannot be filled in by core-js: gone.
 * - `Date` follows the phone's clock.
 */
export const FRESH_REALM = `(now) => {
  'use strict'
  const drop = (owner, names) => names.forEach((name) => { delete owner[name] })
  drop(globalThis, [
    'Intl', 'WebAssembly', 'SharedArrayBuffer', 'Atomics', 'WeakRef', 'FinalizationRegistry', 'Iterator', 'console',
  ])
  drop(Array.prototype, ['at', 'findLast', 'findLastIndex', 'toReversed', 'toSorted', 'toSpliced', 'with', 'group', 'groupToMap'])
  drop(Array, ['fromAsync'])
  drop(String.prototype, ['at', 'isWellFormed', 'toWellFormed'])
  drop(Object.getPrototypeOf(Int8Array.prototype), ['at', 'findLast', 'findLastIndex', 'toReversed', 'toSorted', 'with'])
  drop(Object, ['hasOwn', 'groupBy'])
  drop(Map, ['groupBy'])
  drop(Promise, ['withResolvers', 'try'])
  drop(ArrayBuffer.prototype, ['transfer', 'transferToFixedLength', 'resize'])

  String.prototype.localeCompare = function (other) {
    const [one, two] = [String(this), String(other)]
    return one < two ? -1 : one > two ? 1 : 0
  }
  Number.prototype.toLocaleString = function () { return this.toString() }
  Date.prototype.toLocaleString = function () { return this.toString() }
  Date.prototype.toLocaleDateString = function () { return this.toDateString() }
  Date.prototype.toLocaleTimeString = function () { return this.toTimeString() }

  const Timeless = Date
  function PhoneDate(...given) {
    if (new.target === undefined) return new Timeless(now()).toString()
    return Reflect.construct(Timeless, given.length === 0 ? [now()] : given, new.target)
  }
  Object.setPrototypeOf(PhoneDate, Timeless)
  PhoneDate.prototype = Timeless.prototype
  PhoneDate.prototype.constructor = PhoneDate
  PhoneDate.now = () => now()
  globalThis.Date = PhoneDate

  return {
    parse: (json) => JSON.parse(json),
    fail: (message, more) => Object.assign(new Error(message), JSON.parse(more)),
    promise: (settle) => new Promise(settle),
    bytes: (json) => Uint8Array.from(JSON.parse(json)).buffer,
  }
}`

/** Up to iOS 15 WeChat's Promise waits for a timer instead of a microtask; native `await` stays as it is. */
export const LATE_PROMISES = `(() => {
  const then = Promise.prototype.then
  Promise.prototype.then = function (kept, broken) {
    return new Promise((resolve, reject) => {
      const later = (act, pass) => (value) => setTimeout(() => {
        if (typeof act !== 'function') return pass(value)
        try { resolve(act(value)) } catch (error) { reject(error) }
      }, 0)
      then.call(this, later(kept, resolve), later(broken, reject))
    })
  }
})()`
