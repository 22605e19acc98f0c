import Taro from '@tarojs/taro'
import { useEffect, useRef } from 'react'

/** Content may still be under way when its page is. */
const PATIENCE_MS = 10_000

/** The first page keeps the browser's own start at its top. */
let isFirstArrival = true

/**
 * Moves the focus to the heading of a page that was opened, and back to the link that was followed when one
 * returns: without it, who reads by ear or by keyboard stays on a page that is hidden.
 * The same where the page itself turns into another: `variant` says which it is.
 */
export function usePageFocus(variant: string): void {
  const before = useRef(variant)
  useEffect(() => {
    if (before.current === variant) return undefined
    before.current = variant
    return takeFocus(() => null)
  }, [variant])
  const left = useRef<HTMLElement | null>(null)
  const stopWaiting = useRef(() => undefined as void)
  const stopGuarding = useRef(() => undefined as void)
  Taro.useDidHide(() => {
    stopGuarding.current()
    stopWaiting.current()
    const { activeElement } = document
    left.current =
      activeElement instanceof HTMLElement && activeElement !== document.body ? activeElement : null
  })
  Taro.useDidShow(() => {
    stopGuarding.current = keepInSight()
    const first = isFirstArrival
    isFirstArrival = false
    if (first) return
    stopWaiting.current = takeFocus(() => (left.current?.isConnected === true ? left.current : null))
  })
}

/** Taro's sign on a page that lies under another one; its style sheet hides it. */
const COVERED = 'taro_page_shade'

/**
 * Taro marks a page as covered a third of a second after another one was opened over it, also where the reader has
 * turned back by then: the page on top would stay invisible. The answer ends the watch.
 */
function keepInSight(): () => void {
  const page = topPage()
  if (page === null) return () => undefined
  const observer = new MutationObserver(() => {
    if (page.classList.contains(COVERED) && topPage() === page) page.classList.remove(COVERED)
  })
  observer.observe(page, { attributes: true, attributeFilter: ['class'] })
  return () => observer.disconnect()
}

const isShown = (element: Element): boolean => element.getClientRects().length > 0

/** The page on top; the ones below stay in the document, and for a moment in view. */
const topPage = (): HTMLElement | null =>
  document.getElementById(String(Taro.getCurrentInstance().page?.path ?? ''))

/** Focuses what is wanted, or else the heading, once it can be seen; the answer gives up waiting. */
function takeFocus(wanted: () => HTMLElement | null): () => void {
  const find = (): HTMLElement | null => {
    const found = wanted() ?? topPage()?.querySelector('h1') ?? null
    return found !== null && isShown(found) ? found : null
  }
  return whenThere(find, (found) => {
    const { activeElement } = document
    // Somebody who is at something on this page already is not to be pulled away.
    if (topPage()?.contains(activeElement) === true) return
    if (found.tagName === 'H1') found.tabIndex = -1
    found.focus({ preventScroll: found.tagName === 'H1' })
  })
}

/** Acts as soon as the element is there; the answer gives up waiting. */
function whenThere(find: () => HTMLElement | null, onFound: (found: HTMLElement) => void): () => void {
  const tryNow = (): void => {
    const found = find()
    if (found === null) return
    stop()
    onFound(found)
  }
  const observer = new MutationObserver(tryNow)
  const timer = setTimeout(() => stop(), PATIENCE_MS)
  const stop = (): void => {
    observer.disconnect()
    clearTimeout(timer)
  }
  observer.observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['class', 'style'],
  })
  // Taro shows the page a moment after it says so.
  setTimeout(tryNow, 0)
  return stop
}
