import type { Locator } from 'playwright-core'
import type { Visit } from './visit'

/** The page on top: the ones that it was opened from lie below it. */
export const shown = ({ page }: Visit): Locator => page.locator('.frame').filter({ visible: true })

/** Taps a button or a link by its name; a string is the whole name. */
export const tap = (visit: Visit, name: string | RegExp): Promise<void> => {
  const named = { name, exact: typeof name === 'string' }
  return shown(visit).getByRole('button', named).or(shown(visit).getByRole('link', named)).click()
}

/** Waits until this is read, anywhere in a text. */
export const sees = (visit: Visit, text: string | RegExp): Promise<void> =>
  shown(visit).getByText(text).first().waitFor()

/** Waits for the one heading of the page. */
export const heading = (visit: Visit, name: string | RegExp): Promise<void> =>
  shown(visit).getByRole('heading', { level: 1, name }).waitFor()
