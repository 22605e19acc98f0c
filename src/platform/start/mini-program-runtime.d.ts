// What WeChat's runtime has besides the language itself. There is no window, document, fetch, URL,
// TextEncoder, structuredClone or crypto: the compiler refuses them in what the mini-program runs.

declare function setTimeout(callback: () => void, milliseconds?: number): number
declare function clearTimeout(timer: number | undefined): void
declare function setInterval(callback: () => void, milliseconds?: number): number
declare function clearInterval(timer: number | undefined): void
declare const console: { error: (...parts: unknown[]) => void; warn: (...parts: unknown[]) => void }
declare const process: { readonly env: Readonly<Record<string, string | undefined>> }
declare const wx: unknown
/** Loads a plugin that app.json declares. */
declare function requirePlugin(name: string): unknown
