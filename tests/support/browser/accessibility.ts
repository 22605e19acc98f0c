import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** Every violation that axe finds, as rule and place; WCAG 2.2 A and AA, target sizes included, and axe's best practices. */
export async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .options({ rules: { 'target-size': { enabled: true } } })
    // Our pages have no frames: one run in the page itself, instead of one more page to gather the parts in.
    .setLegacyMode()
    .analyze()
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${help} at ${target.join(' ')} ${html.slice(0, 120)}`),
  )
}
