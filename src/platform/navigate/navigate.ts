import Taro from '@tarojs/taro'
import { NOT_OPENED } from '../../text/page'
import { reportBug } from '../start/report'
import { isSinglePage } from '../start/single-page'
import { askAfterFailure } from './ask-after-failure'
import { isTab, routes } from './routes'

/** WeChat keeps at most ten pages on its stack; the eleventh replaces the one on top. */
const DEEPEST_STACK = 10

/** Whoever taps twice within so long means the same thing once. */
const ONE_TAP_MS = 500
/** WeChat may fetch a subpackage first; a navigation that was never answered does not hold up the next one for good. */
const LONGEST_MS = 10_000

/** What is under way, and what was asked for within `ONE_TAP_MS`. */
let underway: symbol | null = null
let justAsked: { readonly by: symbol; readonly asked: string; depth: number } | null = null

/** One navigation at a time. What fails says so, and offers to try again or to go home. */
function go(asked: string, start: () => Promise<unknown>): void {
  if (underway !== null || isSecondTap(asked)) return
  const own = Symbol(asked)
  underway = own
  justAsked = { by: own, asked, depth: 0 }
  const end = (): void => {
    if (underway === own) underway = null
    if (justAsked?.by === own) justAsked.depth = Taro.getCurrentPages().length
  }
  setTimeout(() => {
    if (justAsked?.by === own) justAsked = null
  }, ONE_TAP_MS)
  setTimeout(end, LONGEST_MS)
  start()
    .then(end, (failure: unknown) => {
      end()
      justAsked = null
      return offerAfter(failure, () => go(asked, start))
    })
    .catch(reportBug)
}

/** On a slow phone the page before is tapped while the next one lies on the stack already; who went back taps anew. */
const isSecondTap = (asked: string): boolean =>
  justAsked !== null && justAsked.asked === asked && Taro.getCurrentPages().length >= justAsked.depth

async function offerAfter(failure: unknown, again: () => void): Promise<void> {
  // WeChat and Taro answer with words; anything else is a fault of ours.
  if (typeof (failure as { errMsg?: unknown } | null)?.errMsg !== 'string') reportBug(failure)
  const answer = await askAfterFailure(NOT_OPENED)
  if (answer === 'again') again()
  else openRoute(routes.home)
}

export function openRoute(route: string): void {
  if (isSinglePage) return
  go(route, () => {
    if (isTab(route)) return Taro.switchTab({ url: route.split('?')[0] ?? route })
    if (Taro.getCurrentPages().length >= DEEPEST_STACK) return Taro.redirectTo({ url: route })
    return Taro.navigateTo({ url: route })
  })
}

/** In place of the page that is open: one does not come back to it. */
export function replaceRoute(route: string): void {
  if (isTab(route)) openRoute(route)
  else go(route, () => Taro.redirectTo({ url: route }))
}

/** Back to where the reader came from, or home when a card opened this page first. */
export function goBack(): void {
  if (!isFirstPage()) go('back', () => Taro.navigateBack())
  else openRoute(routes.home)
}

/** Nobody came here from another page: a card, a code or a link opened this one. */
export const isFirstPage = (): boolean => Taro.getCurrentPages().length <= 1

/** Back to where the reader came from, or to this route when a card or a link opened the page first. */
export function backOr(route: string): void {
  if (!isFirstPage()) go('back', () => Taro.navigateBack())
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
