import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'

/** What WeChat's compiler makes of one element: a plain tree, text as strings. */
export interface CompiledNode {
  readonly tag: string
  readonly attr?: Readonly<Record<string, unknown>>
  readonly children?: readonly (CompiledNode | string)[]
}

export interface CompiledViews {
  /** The tree of one page or component for its data; null when the package has no such template. */
  render(path: string, viewData: unknown): CompiledNode | null
  /** What the compiled templates warned about while rendering, for example an unknown template name. */
  readonly warnings: string[]
}

interface Compiler {
  wxmlToJs(folder: string, options: { maxBuffer: number; wxmlList?: string[] }): string
}

const MAX_BUFFER = 64 * 1024 * 1024

const requireHere = createRequire(join(process.cwd(), 'package.json'))

/**
 * Compiles every template of the folder by `wcc`, WeChat's own compiler.
 * @throws with the compiler's message, which names file, line and column
 */
export function compileViews(folder: string): CompiledViews {
  const compiler = requireHere('miniprogram-compiler') as Compiler
  const source = compiler.wxmlToJs(folder, { maxBuffer: MAX_BUFFER })
  const warnings: string[] = []
  const note = (...parts: unknown[]): void => void warnings.push(parts.map(String).join(' '))
  const context = createContext({ console: { log: note, warn: note, error: note } })
  runInContext('globalThis.window = globalThis', context)
  const find = runInContext(`(function () {${source}})()`, context, { filename: 'wcc.js' }) as (
    path: string,
  ) => unknown
  // The compiled code tells objects by their constructor, so its input is made in its own world, as in WeChat.
  const draw = runInContext('(generate, json) => generate(JSON.parse(json))', context) as (
    generate: unknown,
    json: string,
  ) => CompiledNode
  return {
    render: (path, viewData) => {
      const generate = find(`${path}.wxml`)
      return generate === undefined ? null : draw(generate, JSON.stringify(viewData))
    },
    warnings,
  }
}

/**
 * Compiles every style sheet of the folder by `wcsc`.
 * @throws with the compiler's message
 */
export function compileStyles(folder: string): Readonly<Record<string, string>> {
  const compile = requireHere('miniprogram-compiler/src/wcsc') as (
    folder: string,
    files: string[],
    options: { maxBuffer: number },
  ) => Record<string, string> | Error
  const compiled = compile(folder, sheetsOf(folder), { maxBuffer: MAX_BUFFER })
  if (compiled instanceof Error) throw compiled
  return compiled
}

/** Paths without extension, relative to the folder. */
function sheetsOf(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => file.endsWith('.wxss'))
    .map((file) => file.slice(0, -'.wxss'.length).replaceAll('\\', '/'))
}
