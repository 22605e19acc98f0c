import Taro from '@tarojs/taro'
import { useEffect, useRef } from 'react'

/** Content may still be under way when its page is. */
const PATIENCE_MS = 10_000

/** The first page keeps the browser's own start at its top. */
let isFirstArrival = true

/**
 * Moves the focus to the heading of a page that was opened, and back to the link that was followed when one
 * returns: without it, who reads by ear or by keyboard stays on a page that is hidden.
 * The same where the page itself turns into another: `looks` says which it is.
 */
export function useArrival(looks: string): void {
  const before = useRef(looks)
  useEffect(() => {
    if (before.current === looks) return undefined
    before.current = looks
    return whenVisible(shownHeading, focus)
  }, [looks])
  const left = useRef<HTMLElement | null>(null)
  const stopWaiting = useRef(() => undefined as void)
  Taro.useDidHide(() => {
    stopWaiting.current()
    left.current = document.activeElement instanceof HTMLElement ? document.activeElement : null
  })
  Taro.useDidShow(() => {
    const first = isFirstArrival
    isFirstArrival = false
    if (first) return
    stopWaiting.current = whenVisible(
      () => (left.current !== null && isShown(left.current) ? left.current : shownHeading()),
      focus,
    )
  })
}

const isShown = (element: Element): boolean => element.getClientRects().length > 0

const shownHeading = (): HTMLElement | null =>
  Array.from(document.querySelectorAll('h1')).find(isShown) ?? null

function focus(element: HTMLElement): void {
  // Somebody who is at something on this page already is not to be pulled away.
  const { activeElement } = document
  if (activeElement !== null && activeElement !== document.body && isShown(activeElement)) return
  if (element.tagName === 'H1') element.tabIndex = -1
  element.focus({ preventScroll: element.tagName === 'H1' })
}

/** Acts as soon as the element is there; the answer gives up waiting. */
function whenVisible(find: () => HTMLElement | null, act: (found: HTMLElement) => void): () => void {
  const tryNow = (): void => {
    const found = find()
    if (found === null) return
    stop()
    act(found)
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
