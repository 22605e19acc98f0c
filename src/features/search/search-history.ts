import { kept } from '../../platform/storage/kept'

/** Chips that fit on a screen. */
const MOST_REMEMBERED = 8

const isTexts = (found: unknown): found is readonly string[] =>
  Array.isArray(found) && found.every((text) => typeof text === 'string')

/** What was searched stays on this phone; nobody else learns of it. */
const store = kept<readonly string[]>('searched-1', [], isTexts)

export const searchedBefore = (): readonly string[] => store.read()

/** The latest first, each once. */
export function rememberSearch(text: string): readonly string[] {
  const texts = [text, ...store.read().filter((one) => one !== text)].slice(0, MOST_REMEMBERED)
  store.write(texts)
  return texts
}

export const forgetSearches = (): void => void store.write([])
