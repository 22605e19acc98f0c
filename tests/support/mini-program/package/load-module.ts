import { posix } from 'node:path'
import type { Realm } from '../realm/bare-context'
import type { AppPackage } from './app-package'

type ModuleBody = (require: (path: string) => unknown, module: { exports: unknown }, exports: unknown) => void

/** WeChat's `require`: relative paths to files of the own package or the main one, each run once. */
export function createLoader(appPackage: AppPackage, realm: Realm): (path: string) => unknown {
  const loaded = new Map<string, { exports: unknown }>()

  function load(path: string): unknown {
    const known = loaded.get(path)
    if (known) return known.exports
    const module = { exports: realm.own({}) as unknown }
    loaded.set(path, module)
    const body = realm.run(appPackage.moduleOf(path)) as ModuleBody
    body(requireFrom(path), module, module.exports)
    return module.exports
  }

  /** With `require.async`, which may reach into other subpackages: it brings them onto the phone first (分包异步化). */
  function requireFrom(path: string): (wanted: string) => unknown {
    const require = (wanted: string): unknown => load(resolve(path, wanted, false))
    const async = (wanted: string): unknown =>
      realm.promise((keep, fail) => {
        try {
          keep(load(resolve(path, wanted, true)))
        } catch (error) {
          fail(error)
        }
      })
    return Object.assign(require, { async })
  }

  function resolve(from: string, wanted: string, fetches: boolean): string {
    const path = wanted.startsWith('/') ? wanted.slice(1) : posix.join(posix.dirname(from), wanted)
    const found = [path, `${path}.js`, `${path}/index.js`].find((file) => isFile(file))
    if (found === undefined) throw realm.error(`module '${path}' is not defined, require args is '${wanted}'`)
    const owner = appPackage.packageOf(found)
    if (!fetches && owner !== '' && owner !== appPackage.packageOf(from)) {
      throw realm.error(`${from} requires ${found} of another subpackage, which may not be on the phone yet`)
    }
    return found
  }

  const isFile = (path: string): boolean => /\.\w+$/.test(path) && appPackage.hasFile(path)

  return (path) => load(path)
}
