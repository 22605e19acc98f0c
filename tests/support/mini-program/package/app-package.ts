import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { Script } from 'node:vm'

interface TabItem {
  readonly pagePath: string
  readonly text?: string
  readonly iconPath?: string
  readonly selectedIconPath?: string
}

/** The parts of `app.json` that decide how WeChat treats the package. */
export interface AppJson {
  readonly pages: readonly string[]
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[]
  readonly tabBar?: { readonly list: readonly TabItem[] }
  readonly window?: Readonly<Record<string, unknown>>
  readonly requiredPrivateInfos?: readonly string[]
  readonly permission?: Readonly<Record<string, { readonly desc: string }>>
  readonly __usePrivacyCheck__?: boolean
  readonly darkmode?: boolean
}

export interface ComponentJson {
  readonly usingComponents?: Readonly<Record<string, string>>
  readonly navigationBarTitleText?: string
  readonly [setting: string]: unknown
}

/** A built mini-program on disk. Each of its files is read once: builds do not change while tests run. */
export interface AppPackage {
  readonly app: AppJson
  /** Every page, the main package first, without a leading slash. */
  readonly pages: readonly string[]
  readonly tabs: ReadonlySet<string>
  /** The root of the subpackage that a file belongs to; empty for the main package. */
  packageOf(path: string): string
  jsonOf(path: string): ComponentJson
  /** Paths of the components that a page's or component's template may use, by their tags; without extension. */
  componentsOf(path: string): ReadonlyMap<string, string>
  hasFile(path: string): boolean
  /** The function `(require, module, exports)` around a file: compiled once, to be run in many worlds. */
  moduleOf(path: string): Script
}

export function readAppPackage(folder: string): AppPackage {
  if (!existsSync(join(folder, 'app.json'))) {
    throw new Error(`There is no built mini-program in ${folder}: run npm run build:weapp first.`)
  }
  const app = readJson(folder, 'app') as unknown as AppJson & { subpackages?: AppJson['subPackages'] }
  const subPackages = app.subPackages ?? app.subpackages ?? []
  const roots = subPackages.map(({ root }) => root.replace(/^\/|\/$/g, ''))
  const inSubpackages = subPackages.flatMap(({ root, pages }) => pages.map((page) => posix.join(root, page)))
  const jsonOf = once((path: string) => readJson(folder, path))
  const componentPath = (from: string, reference: string): string =>
    reference.startsWith('/') ? reference.slice(1) : posix.join(posix.dirname(from), reference)
  return {
    app: { ...app, subPackages },
    pages: [...app.pages, ...inSubpackages],
    tabs: new Set(app.tabBar?.list.map(({ pagePath }) => pagePath)),
    packageOf: (path) => roots.find((root) => path.startsWith(`${root}/`)) ?? '',
    jsonOf,
    componentsOf: once((path) => {
      const used = { ...jsonOf('app').usingComponents, ...jsonOf(path).usingComponents }
      return new Map(Object.entries(used).map(([tag, reference]) => [tag, componentPath(path, reference)]))
    }),
    hasFile: once((path) => existsSync(join(folder, path))),
    moduleOf: once((path) => {
      const source = readFileSync(join(folder, path), 'utf8')
      return new Script(`(function (require, module, exports) {${source}\n})`, { filename: path })
    }),
  }
}

function once<Value>(find: (path: string) => Value): (path: string) => Value {
  const found = new Map<string, { readonly value: Value }>()
  return (path) => {
    const known = found.get(path) ?? { value: find(path) }
    found.set(path, known)
    return known.value
  }
}

function readJson(folder: string, path: string): ComponentJson {
  const file = join(folder, `${path}.json`)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ComponentJson) : {}
}
