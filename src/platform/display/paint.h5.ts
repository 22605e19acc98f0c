import { PALETTES } from '../../theme/tokens'
import type { Theme } from './display-reading'

/**
 * The document around the pages, and the bar of the browser, in the theme that was chosen. The same class is set by
 * index.html before anything is drawn.
 */
export function paintBars(theme: Theme, chosen: boolean, _tab: boolean): void {
  document.documentElement.className = chosen ? `theme-${theme}` : ''
  document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]').forEach((bar) => {
    const ofPhone = bar.media.includes('dark') ? 'dark' : 'light'
    bar.content = PALETTES[chosen ? theme : ofPhone].paper
  })
}
