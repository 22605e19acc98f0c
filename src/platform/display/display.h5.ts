import type { DisplayReading, Theme } from './display-reading'

/** Root font size of a browser whose reader has changed nothing. */
const STANDARD_ROOT_FONT = 16

const darkQuery = () => window.matchMedia('(prefers-color-scheme: dark)')
const themeOf = (dark: boolean): Theme => (dark ? 'dark' : 'light')

/** A reader who enlarged the browser's text has its root font size enlarged. */
export function readDisplay(): DisplayReading {
  const rootFont = Number.parseFloat(window.getComputedStyle(document.documentElement).fontSize)
  return { fontFactor: rootFont / STANDARD_ROOT_FONT, theme: themeOf(darkQuery().matches) }
}

/** Calls back when the theme changes; the answer ends that. */
export function onThemeChange(listener: (theme: Theme) => void): () => void {
  const query = darkQuery()
  const changed = ({ matches }: MediaQueryListEvent) => listener(themeOf(matches))
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}
