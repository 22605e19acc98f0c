/** What webpack leaves as WeChat's own `require`: WeChat itself looks for the literal path in it (分包异步化). */
declare const __non_webpack_require__: { readonly async?: (path: string) => Promise<unknown> }

/**
 * The part of the program that config/taro-patches/separate-script-plugin.ts writes into the subpackage `circle`. This file must stay in a script at
 * the top of the package: the path is relative to it. `null` on a WeChat before base library 2.11.2, and where the
 * subpackage cannot be fetched now.
 */
export async function loadApart<Part>(): Promise<Part | null> {
  if (__non_webpack_require__.async === undefined) return null
  return __non_webpack_require__.async('./circle/engine.js').then(
    (part) => part as Part,
    () => null,
  )
}
