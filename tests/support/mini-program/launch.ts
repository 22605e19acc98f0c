import { createHost } from './host'
import type { Host } from './host'
import type { MiniProgram } from './mini-program'
import { createLoader } from './package/load-module'
import { readAppPackage, type AppPackage } from './package/app-package'
import { createPhone, type Phone } from './phone/phone'
import { createOwner } from './owner'
import { createRealm } from './realm/bare-context'
import { LATE_PROMISES } from './realm/fresh-realm'
import { createClock } from './realm/clock'
import { defineGlobals, type OpenRegistry } from './realm/globals'
import { createRecord } from './record'
import { createPageStack } from './stack/page-stack'
import { parseRoute } from './stack/route'
import { compileViews, type CompiledViews } from './view/compile'
import { createFakeWx } from './wx/fake-wx'

export interface LaunchOptions {
  /** Folder of the built mini-program. */
  readonly folder: string
  readonly phone?: Phone
  /** Where a card or a code leads; the first page of `app.json` by default. */
  readonly url?: string
  /** WeChat's number for the way in; 1001 is the list of mini-programs. */
  readonly scene?: number
}

const compiled = new Map<string, { readonly appPackage: AppPackage; readonly views: CompiledViews }>()

/** Reads and compiles a folder once a process: builds do not change while tests run. */
function builtAt(folder: string): { readonly appPackage: AppPackage; readonly views: CompiledViews } {
  const known = compiled.get(folder) ?? { appPackage: readAppPackage(folder), views: compileViews(folder) }
  compiled.set(folder, known)
  return known
}

/** Starts a built mini-program on a phone: `app.js`, `onLaunch`, `onShow`, the first page. */
export function launch({ folder, phone = createPhone(), url, scene = 1001 }: LaunchOptions): MiniProgram {
  const { appPackage, views } = builtAt(folder)
  const clock = createClock(phone.clock ?? Date.now())
  const realm = createRealm(clock)
  const record = createRecord()
  let isClosed = false
  const host = createHost({ appPackage, realm, clock, phone, record, isClosed: () => isClosed })
  const registry: OpenRegistry = { pages: new Map(), components: new Map(), app: null, running: 'app' }
  const loadModule = createLoader(appPackage, realm)
  const loadFile = (path: string): void => {
    registry.running = path
    loadModule(`${path}.js`)
  }
  const loadPage = (path: string): void => {
    if (registry.pages.has(path)) return
    for (const component of componentsOf(appPackage, path))
      if (!registry.components.has(component)) loadFile(component)
    loadFile(path)
  }
  const stack = createPageStack({ host, views, registry, loadPage })
  const first = url ?? `/${appPackage.pages[0] ?? ''}`
  const entered = { ...parseRoute(first, ''), scene }
  if (phone.latePromises) realm.run(LATE_PROMISES, 'late-promises.js')
  defineGlobals({ host, registry, stack: () => stack, wx: createFakeWx(host, stack, entered) })

  host.guard('app.js', () => loadFile('app'))
  runApp(host, registry, 'onLaunch', entered)
  runApp(host, registry, 'onShow', entered)
  host.guard(`opening ${first}`, () => stack.launch(first))
  return createOwner({
    host,
    stack,
    runApp: (lifecycle) => runApp(host, registry, lifecycle, entered),
    end: () => {
      stack.clear()
      isClosed = true
      clock.stop()
    },
  })
}

function runApp(host: Host, { app }: OpenRegistry, lifecycle: string, entered: unknown): void {
  const act = app?.[lifecycle]
  if (typeof act === 'function')
    host.guard(lifecycle, () => act.call(app, host.realm.own(entered)) as unknown)
}

/** Paths of the components of a page, those of components included, innermost first. */
function componentsOf(appPackage: AppPackage, path: string, found: Set<string> = new Set()): string[] {
  const used = { ...appPackage.jsonOf('app').usingComponents, ...appPackage.jsonOf(path).usingComponents }
  for (const reference of Object.values(used)) {
    const component = appPackage.componentPath(path, reference)
    if (found.has(component)) continue
    found.add(component)
    componentsOf(appPackage, component, found)
  }
  return [...found].reverse()
}
