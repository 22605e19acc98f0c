import { withoutBreaks } from '../../../core/kernel/line-breaks'
import type { Page } from 'playwright-core'

/** More stops than any of our pages has. */
const MANY_STOPS = 80

/** Somebody without a mouse. */
export interface Keyboard {
  /** Tabs on until that is in focus. @throws when it is not reached, or when the focus cannot be seen on the way */
  reach(name: RegExp): Promise<void>
  /** The same, and presses Enter. */
  press(name: RegExp): Promise<void>
}

export function keyboardOf(page: Page): Keyboard {
  const look = async (): Promise<{ name: string; outline: string }> => {
    const seen = await page.evaluate(() => {
      const at = document.activeElement ?? document.body
      const field = at.closest('.search-field')
      const style = window.getComputedStyle(field ?? at)
      return {
        name: at.getAttribute('aria-label') ?? (at.textContent ?? '').trim(),
        outline: field === null ? style.outlineStyle : style.borderStyle,
      }
    })
    return { ...seen, name: withoutBreaks(seen.name) }
  }
  /** Until nothing lies over what has the focus: neither a bar nor the page that is on its way out. */
  const inSight = (): Promise<unknown> =>
    page.waitForFunction(() => {
      const at = document.activeElement ?? document.body
      const { left, top, width, height } = at.getBoundingClientRect()
      const seen = document.elementFromPoint(left + width / 2, top + height / 2)
      return seen !== null && (at.contains(seen) || seen.contains(at))
    })
  const reach: Keyboard['reach'] = async (name) => {
    const passed: string[] = []
    for (let stops = 0; stops < MANY_STOPS; stops += 1) {
      await page.keyboard.press('Tab')
      const { name: found, outline } = await look()
      if (outline === 'none' && found !== '') throw new Error(`The focus on ${found} cannot be seen`)
      if (name.test(found)) {
        await inSight()
        return
      }
      passed.push(found)
    }
    throw new Error(`${MANY_STOPS} stops do not reach ${String(name)}: ${passed.join(' | ')}`)
  }
  return {
    reach,
    press: async (name) => {
      await reach(name)
      await page.keyboard.press('Enter')
    },
  }
}
