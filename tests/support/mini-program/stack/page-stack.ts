import { leaveContainer } from '../gesture'
import type { Host } from '../host'
import type { CompiledViews } from '../view/compile'
import { openPage, type OpenPage, type Registry } from './open-page'
import { parseRoute, type Route } from './route'

/** WeChat's limit. */
const DEEPEST = 10

/** Why WeChat would not go there, as the tail of its `errMsg`. */
export class NavigationRefused extends Error {}

export interface PageStack {
  readonly pages: readonly OpenPage[]
  readonly top: () => OpenPage
  /** Opens the first page, or whatever a card or code leads to. */
  launch(url: string): void
  navigateTo(url: string): void
  redirectTo(url: string): void
  switchTab(url: string): void
  reLaunch(url: string): void
  navigateBack(delta: number): void
  /** The whole mini-program is closed. */
  clear(): void
}

export interface StackParts {
  readonly host: Host
  readonly views: CompiledViews
  readonly registry: Registry
  /** Runs the page's file, and before it those of its components, where that has not happened yet. */
  readonly loadPage: (path: string) => void
}

export function createPageStack({ host, views, registry, loadPage }: StackParts): PageStack {
  const pages: OpenPage[] = []
  /** Pages of the tab bar stay alive while others are shown. */
  const keptTabs = new Map<string, OpenPage>()
  const { appPackage } = host
  const isTab = (path: string): boolean => appPackage.tabs.has(path)
  const routeOf = (url: string): Route => {
    const route = parseRoute(url, pages.at(-1)?.route.path ?? appPackage.pages[0] ?? '')
    if (!appPackage.pages.includes(route.path))
      throw new NavigationRefused(`page "${route.path}" is not found`)
    return route
  }
  const push = (route: Route): void => {
    loadPage(route.path)
    const page = openPage(host, views, registry, route)
    pages.push(page)
    if (isTab(route.path)) keptTabs.set(route.path, page)
  }
  const pop = (): void => {
    const page = pages.pop()
    if (!page) return
    if (keptTabs.get(page.route.path) === page) page.hide()
    else page.unload()
  }
  const noTab = (route: Route): Route => {
    if (isTab(route.path)) throw new NavigationRefused('can not navigateTo a tabbar page')
    return route
  }
  const showTab = (route: Route): void => {
    const known = keptTabs.get(route.path)
    if (!known) return push(route)
    pages.push(known)
    known.show()
  }
  return {
    pages,
    top: () => {
      const page = pages.at(-1)
      if (!page) throw new Error('The mini-program shows no page')
      return page
    },
    launch: (url) => push(routeOf(url)),
    navigateTo: (url) => {
      const route = noTab(routeOf(url))
      if (pages.length >= DEEPEST) throw new NavigationRefused(`webview count limit exceed: ${DEEPEST}`)
      pages.at(-1)?.hide()
      push(route)
    },
    redirectTo: (url) => {
      const route = noTab(routeOf(url))
      pop()
      push(route)
    },
    switchTab: (url) => {
      if (url.includes('?')) throw new NavigationRefused('url of a tab must not have a query')
      const route = routeOf(url)
      if (!isTab(route.path)) throw new NavigationRefused('can not switch to no-tabBar page')
      if (pages.at(-1)?.route.path === route.path) return
      while (pages.length > 0) pop()
      showTab(route)
    },
    reLaunch: (url) => {
      const route = routeOf(url)
      keptTabs.clear()
      while (pages.length > 0) pop()
      push(route)
    },
    navigateBack: (delta) => {
      const shown = pages.at(-1)
      if (shown && leaveContainer(host, shown)) return
      if (pages.length === 1) throw new NavigationRefused('cannot navigate back at first page')
      for (let left = Math.min(delta, pages.length - 1); left > 0; left -= 1) pop()
      pages.at(-1)?.show()
    },
    clear: () => {
      keptTabs.clear()
      while (pages.length > 0) pop()
    },
  }
}
