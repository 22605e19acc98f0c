import Taro from '@tarojs/taro'
import { isSinglePage } from '../start/single-page'
import { isTab, routes } from './routes'

/** WeChat keeps at most ten pages on its stack; the eleventh replaces the one on top. */
const DEEPEST_STACK = 10

export function openRoute(route: string): void {
  if (isSinglePage) return
  if (isTab(route)) void Taro.switchTab({ url: route.split('?')[0] ?? route })
  else if (Taro.getCurrentPages().length >= DEEPEST_STACK) void Taro.redirectTo({ url: route })
  else void Taro.navigateTo({ url: route })
}

/** In place of the page that is open: one does not come back to it. */
export function replaceRoute(route: string): void {
  void Taro.redirectTo({ url: route })
}

/** Back to where the reader came from, or home when a card opened this page first. */
export function goBack(): void {
  if (!isFirstPage()) void Taro.navigateBack()
  else openRoute(routes.home)
}

/** Nobody came here from another page: a card, a code or a link opened this one. */
export const isFirstPage = (): boolean => Taro.getCurrentPages().length <= 1

/** Back to where the reader came from, or to this route when a card or a link opened the page first. */
export function backOr(route: string): void {
  if (!isFirstPage()) void Taro.navigateBack()
  else replaceRoute(route)
}

export function setTitle(title: string): void {
  if (isSinglePage) return
  void Taro.setNavigationBarTitle({ title })
}

/** Parameters of this page's route, decoded. WeChat hands them over as they were written, browsers too. */
export function useRouteParams(): Readonly<Record<string, string>> {
  const { params } = Taro.useRouter()
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, decoded(String(value ?? ''))]),
  )
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch (error) {
    // A percent sign that belongs to the text itself: take the text as it stands.
    if (error instanceof URIError) return value
    throw error
  }
}
