import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const TALLER_THAN_ANY_PAGE = 8_000

/**
 * Every violation that axe finds, as rule and place; WCAG 2.2 A and AA, target sizes included, and axe's best practices.
 * `colours` looks at contrast alone: where the same page was seen in other colours.
 */
export async function violations(page: Page, extent: 'all' | 'colours' = 'all'): Promise<string[]> {
  // As high as the page: what a bar at the bottom covers just now would count as too small to hit.
  const window = page.viewportSize()
  if (window !== null) await page.setViewportSize({ ...window, height: TALLER_THAN_ANY_PAGE })
  const { violations: found } = await new AxeBuilder({ page })
    .options(
      extent === 'all'
        ? { rules: { 'target-size': { enabled: true } } }
        : { runOnly: { type: 'rule', values: ['color-contrast'] } },
    )
    // Our pages have no frames: one run in the page itself, instead of one more page to gather the parts in.
    .setLegacyMode()
    .analyze()
  if (window !== null) await page.setViewportSize(window)
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${help} at ${target.join(' ')} ${html.slice(0, 120)}`),
  )
}
