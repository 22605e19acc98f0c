import { Script } from 'node:vm'
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
import { listening } from './wx/answer'

export interface LaunchOptions {
  /** Folder of the built mini-program. */
  readonly folder: string
  readonly phone?: Phone
  /** Where a card or a code leads; the first page of `app.json` by default. */
  readonly url?: string
  /** WeChat's number for the way in; 1001 is the list of mini-programs. */
  readonly scene?: number
}

const latePromises = new Script(LATE_PROMISES, { filename: 'late-promises.js' })

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
  if (phone.latePromises) realm.run(latePromises)
  const pageNotFound = listening(host, 'PageNotFound')
  const errors = listening(host, 'Error')
  const rejections = listening(host, 'UnhandledRejection')
  const wx = createFakeWx(host, stack, entered, {
    ...pageNotFound.members,
    ...errors.members,
    ...rejections.members,
  })
  defineGlobals({ host, registry, stack: () => stack, wx })

  host.guard('app.js', () => loadFile('app'))
  runApp(host, registry, 'onLaunch', entered)
  runApp(host, registry, 'onShow', entered)
  if (appPackage.pages.includes(entered.path)) host.guard(`opening ${first}`, () => stack.launch(first))
  else {
    const missing = { path: entered.path, query: entered.query, isEntryPage: true }
    pageNotFound.emit(missing)
    runApp(host, registry, 'onPageNotFound', missing)
    // WeChat takes a redirection from within the callbacks only; afterwards it shows a page of its own.
    if (record.askedToGo.length === 0) host.fault(`${first} is not there, and nothing redirected in time`)
  }
  return createOwner({
    host,
    stack,
    runApp: (lifecycle) => runApp(host, registry, lifecycle, entered),
    tellOfError: errors.emit,
    tellOfRejection: (reason) => rejections.emit({ reason }),
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
  for (const component of appPackage.componentsOf(path).values()) {
    if (found.has(component)) continue
    found.add(component)
    componentsOf(appPackage, component, found)
  }
  return [...found].reverse()
}
