import type { Locator } from 'playwright-core'
import type { Visit } from './visit'

/** The page on top: the ones that it was opened from lie below it. */
export const shown = ({ page }: Visit): Locator => page.locator('.frame').filter({ visible: true })

/** Taps a button or a link by its name; a string is the whole name. */
export const tap = (visit: Visit, name: string | RegExp): Promise<void> => {
  const named = { name, exact: typeof name === 'string' }
  return shown(visit).getByRole('button', named).or(shown(visit).getByRole('link', named)).click()
}

/**
 * The same words where a page shows them: between any two characters may stand the invisible sign at which a line
 * breaks, and a number keeps its counter by a space of its own. Plain texts and names of roles need no such thing.
 */
export const asShown = (text: RegExp): RegExp =>
  new RegExp(
    text.source
      .replaceAll(/[\p{Script=Han}，。：；、）“”]/gu, '$&\u200b?')
      .replaceAll(' ', '\u200b?[ \u00a0]\u200b?'),
    text.flags,
  )

/** Waits until this is read, anywhere in a text. */
export const sees = (visit: Visit, text: string | RegExp): Promise<void> =>
  shown(visit)
    .getByText(typeof text === 'string' ? text : asShown(text))
    .first()
    .waitFor()

/** Waits for the one heading of the page. */
export const heading = (visit: Visit, name: string | RegExp): Promise<void> =>
  shown(visit).getByRole('heading', { level: 1, name }).waitFor()
