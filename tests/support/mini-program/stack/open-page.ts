import type { Host } from '../host'
import type { CompiledViews } from '../view/compile'
import type { ScreenNode } from '../view/node'
import { createCanvas } from './draw'
import type { Route } from './route'
import { createInstance, type ViewInstance } from './view-instance'

type Keyed = Record<string, unknown>

/** What the files of the package registered by `Page(…)` and `Component(…)`. */
export interface Registry {
  readonly pages: ReadonlyMap<string, Keyed>
  readonly components: ReadonlyMap<string, Keyed>
}

/** A page on the stack. */
export interface OpenPage {
  readonly route: Route
  readonly instance: ViewInstance
  title: string
  readonly tree: () => ScreenNode | null
  show(): void
  hide(): void
  unload(): void
}

/** Makes the instance and runs `onLoad`, `onShow` and, after the first drawing, `onReady`. */
export function openPage(host: Host, views: CompiledViews, registry: Registry, route: Route): OpenPage {
  const config = registry.pages.get(route.path)
  if (!config) throw new Error(`${route.path} never called Page(…)`)
  // The instance redraws through the canvas, which is made from the instance.
  const redraw = (): void => canvas.draw()
  const instance = createInstance(host, {
    path: route.path,
    route: route.path,
    config,
    methods: methodsOf(config),
    redraw,
  })
  const canvas = createCanvas(instance, { host, views, componentConfigs: registry.components, redraw })
  Object.assign(instance.self, { route: route.path, options: host.realm.own(route.query) })
  const page: OpenPage = {
    route,
    instance,
    title: String(host.appPackage.jsonOf(route.path).navigationBarTitleText ?? appTitle(host)),
    tree: canvas.tree,
    show: () => void instance.run('onShow'),
    hide: () => void instance.run('onHide'),
    unload: () => {
      instance.run('onUnload')
      canvas.clear()
    },
  }
  instance.run('onLoad', host.realm.own(route.query))
  page.show()
  host.later(`first drawing of ${route.path}`, () => {
    canvas.draw()
    instance.run('onReady')
  })
  return page
}

const appTitle = (host: Host): unknown => host.appPackage.app.window?.['navigationBarTitleText'] ?? ''

/** A page's own functions are its methods; its first data is not copied as it stands. */
const methodsOf = (config: Keyed): Keyed =>
  Object.fromEntries(Object.entries(config).filter(([name]) => name !== 'data'))
