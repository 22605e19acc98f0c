import type { Page } from 'playwright-core'

/** As tall a window as the page, so that the bars at top and bottom cover nothing; never lower than it is. */
export async function unroll(page: Page): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
  const whole = await page.evaluate(() =>
    [...document.querySelectorAll('.frame__content')].reduce(
      (sum, { scrollHeight, clientHeight }) => sum + scrollHeight - clientHeight,
      document.documentElement.scrollHeight,
    ),
  )
  if (whole > height) await page.setViewportSize({ width, height: whole })
}

/** What runs past the right edge of the window, widest first; empty when nobody has to scroll sideways. */
export const overflowing = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth
    // The content of a page scrolls by itself, between its bars.
    const scrollers = [document.documentElement, ...document.querySelectorAll('.taro_page, .frame__content')]
    if (scrollers.every(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)) return []
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > width + 0.5)
      .map(
        (element) =>
          `${element.tagName}.${element.className}: ${element.getBoundingClientRect().right} of ${width}`,
      )
  })

/** Elements whose own text is cut off: it is larger than its box, and the box hides or shortens what is outside. */
export const cutText = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const hides = (value: string): boolean => value === 'hidden' || value === 'clip'
    const isCut = (element: Element): boolean => {
      const style = window.getComputedStyle(element)
      const tooWide = element.scrollWidth > element.clientWidth + 1 && hides(style.overflowX)
      const tooHigh = element.scrollHeight > element.clientHeight + 1 && hides(style.overflowY)
      return element.clientWidth > 1 && (tooWide || tooHigh)
    }
    return [...document.querySelectorAll('body *')]
      .filter((element) => (element.textContent ?? '').trim() !== '' && isCut(element))
      .map(
        (element) =>
          `${element.tagName}.${element.className}: ${(element.textContent ?? '').trim().slice(0, 30)}`,
      )
  })

/** Text of which one line covers another element's text, for example by a fixed height around it. */
export const overlappingText = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const pieces: { text: string; box: DOMRect; fixed: boolean }[] = []
    const stands = (element: Element | null): boolean =>
      element !== null &&
      (['fixed', 'sticky'].includes(window.getComputedStyle(element).position) ||
        stands(element.parentElement))
    // The content goes on, clipped, behind the bars.
    const isBar = (element: Element | null): boolean =>
      element?.closest('.frame__content') === null || stands(element)
    /** Cut away until a key brings it into sight, or for screen readers alone. */
    const isCutAway = (element: Element | null): boolean =>
      element !== null && window.getComputedStyle(element).clipPath === 'inset(50%)'
    while (walker.nextNode()) {
      const node = walker.currentNode
      const text = (node.textContent ?? '').trim()
      if (text === '' || node.parentElement?.closest('noscript, style, script')) continue
      if (isCutAway(node.parentElement)) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const box of range.getClientRects()) {
        if (box.width > 1 && box.height > 1) pieces.push({ text, box, fixed: isBar(node.parentElement) })
      }
    }
    const overlap = (one: DOMRect, two: DOMRect): boolean =>
      Math.min(one.right, two.right) - Math.max(one.left, two.left) > 2 &&
      Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top) > one.height / 3
    return pieces.flatMap((one, at) =>
      pieces
        .slice(at + 1)
        // Bars that stand still lie over what scrolls beneath them.
        .filter((two) => one.text !== two.text && one.fixed === two.fixed && overlap(one.box, two.box))
        .map((two) => `${one.text.slice(0, 20)} × ${two.text.slice(0, 20)}`),
    )
  })

/** Text smaller than that many CSS pixels. */
export const smallText = (page: Page, least: number): Promise<string[]> =>
  page.evaluate((floor) => {
    const own = (element: Element): string =>
      [...element.childNodes]
        .map((node) => (node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '').trim() : ''))
        .join('')
    return [...document.querySelectorAll('body *:not(noscript, script, style)')]
      .filter((element) => own(element) !== '' && element.getClientRects().length > 0)
      .map((element) => ({ element, size: Number.parseFloat(window.getComputedStyle(element).fontSize) }))
      .filter(({ size }) => size < floor - 0.01)
      .map(({ element, size }) => `${size}px: ${own(element).slice(0, 30)}`)
  }, least)

/** What can be tapped but is smaller than a finger needs, in CSS pixels; links inside running text are let be. */
export const smallTargets = (page: Page, least: number): Promise<string[]> =>
  page.evaluate((floor) => {
    const targets = [...document.querySelectorAll<HTMLElement>('a[href], button, input, [role="button"]')]
    /** As it is where it can be hit: what keys alone bring into sight is measured in focus. */
    const boxOf = (element: HTMLElement): DOMRect => {
      const box = element.getBoundingClientRect()
      if (box.width !== 1 || box.height !== 1) return box
      const before = document.activeElement
      element.focus({ preventScroll: true })
      // Behind an open sheet nothing takes the focus, and nothing can be hit.
      if (document.activeElement !== element) return new DOMRect()
      const inFocus = element.getBoundingClientRect()
      element.blur()
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
      return inFocus
    }
    return targets
      .map((element) => ({ element, box: boxOf(element) }))
      .filter(({ box }) => box.width > 0 && (box.width < floor - 0.5 || box.height < floor - 0.5))
      .map(({ element, box }) => {
        const name = element.getAttribute('aria-label') ?? element.textContent ?? ''
        return `${Math.round(box.width)}×${Math.round(box.height)}: ${name.trim().slice(0, 30)}`
      })
  }, least)

/** Text whose lines stand closer than that many times its size. */
export const tightLines = (page: Page, least: number): Promise<string[]> =>
  page.evaluate((floor) => {
    const own = (element: Element): string =>
      [...element.childNodes]
        .map((node) => (node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '').trim() : ''))
        .join('')
    return [...document.querySelectorAll('body *:not(noscript, script, style)')]
      .filter((element) => own(element) !== '' && element.getClientRects().length > 0)
      .map((element) => ({ element, style: window.getComputedStyle(element) }))
      .map(({ element, style }) => ({
        element,
        // `normal` is no number: the font decides, so nobody has.
        times: Number.parseFloat(style.lineHeight) / Number.parseFloat(style.fontSize),
      }))
      .filter(({ times }) => !(times >= floor - 0.005))
      .map(({ element, times }) => `${times.toFixed(2)}: ${own(element).slice(0, 30)}`)
  }, least)

/** Points of the text that sentences are set in. */
export const bodySize = (page: Page): Promise<number> =>
  page
    .locator('.frame')
    .filter({ visible: true })
    .evaluate((frame) => Number.parseFloat(window.getComputedStyle(frame).fontSize))

/** What moves on the page just now, by the name of its movement. */
export const movements = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ playState }) => playState === 'running')
      .map((animation) =>
        animation instanceof CSSAnimation ? animation.animationName : animation.constructor.name,
      ),
  )

/**
 * Lines of Chinese that no typesetter would sign, as `before/after` the break: a word or name torn in two, a number
 * without its counter, a single character alone on a paragraph's last line, closing punctuation first on a line.
 * @param names what no dictionary knows and must stay in one piece
 */
export const badLines = (page: Page, names: readonly string[]): Promise<string[]> =>
  page.evaluate((whole) => {
    const han = /\p{Script=Han}/u
    const closing = /^[，。、！？：；）」』”》…]$/u
    const signs = /^[，。、！？：；）」』”》…（「『“《·—]$/u
    const counted = /^\s*(个|家|处|位|分钟|小时|点|月|日|号|人|场|年|天|楼|米|层|岁|次|条|项|间|名|块|元)/u
    const words = new Intl.Segmenter('zh', { granularity: 'word' })
    /** Cut away until a key brings it into sight, or for screen readers alone. */
    const isCutAway = (element: Element): boolean =>
      window.getComputedStyle(element).clipPath === 'inset(50%)'
    const blockOf = (node: Node): Element => {
      let element = node.parentElement ?? document.body
      while (window.getComputedStyle(element).display.startsWith('inline') && element.parentElement)
        element = element.parentElement
      return element
    }
    const blocks = new Map<Element, Node[]>()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const node = walker.currentNode
      const parent = node.parentElement
      if ((node.textContent ?? '').trim() === '' || !parent?.checkVisibility() || isCutAway(parent)) continue
      if (parent.closest('noscript, style, script, svg, textarea')) continue
      const block = blockOf(node)
      blocks.set(block, [...(blocks.get(block) ?? []), node])
    }
    const wordAt = (text: string): number[] => {
      const at = [...words.segment(text)].flatMap(({ segment }, word) =>
        Array<number>(segment.length).fill(word),
      )
      for (const name of whole)
        for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + 1))
          at.fill(-1 - start, start, start + name.length)
      return at
    }
    return [...blocks.values()].flatMap((nodes) => {
      const all = nodes.flatMap((node) =>
        [...(node.textContent ?? '')].map((character, index) => {
          const range = document.createRange()
          range.setStart(node, index)
          range.setEnd(node, index + 1)
          const box = range.getClientRects()[0]
          return {
            character,
            middle: box && box.width > 0 ? box.top + box.height / 2 : null,
            height: box?.height ?? 0,
          }
        }),
      )
      const text = all.map(({ character }) => character).join('')
      const word = wordAt(text)
      const shown = all
        .map((one, index) => ({ ...one, index }))
        .filter(({ middle, character }) => middle !== null && character.trim() !== '')
      const found: string[] = []
      let lines = 1
      let last = 0
      shown.forEach((after, at) => {
        const before = shown[at - 1]
        if (before === undefined || (after.middle ?? 0) - (before.middle ?? 0) <= before.height * 0.6) return
        lines += 1
        last = at
        const place = `${text.slice(Math.max(0, before.index - 6), before.index + 1)}/${text.slice(after.index, after.index + 6)}`
        if (closing.test(after.character)) found.push(`punctuation first: ${place}`)
        else if (han.test(before.character) && han.test(after.character)) {
          if (word[before.index] === word[after.index]) found.push(`torn: ${place}`)
        } else if (/\d/.test(before.character) && counted.test(text.slice(before.index + 1)))
          found.push(`torn: ${place}`)
      })
      const end = shown.slice(last).filter(({ character }) => !signs.test(character))
      if (lines > 1 && end.length === 1) found.push(`alone: ${text.slice(-14)}`)
      return found
    })
  }, names)
