import { source } from 'axe-core'
import type { CDPSession, Page } from 'playwright-core'
import { unroll } from './layout'

interface Found {
  readonly id: string
  readonly help: string
  readonly nodes: readonly { readonly target: readonly string[]; readonly html: string }[]
}

/**
 * Every violation that axe finds, as rule and place; WCAG 2.2 A and AA, target sizes included, and axe's best practices.
 * `colours` looks at contrast alone: where the same page was seen in other colours.
 */
export async function violations(page: Page, extent: 'all' | 'colours' = 'all'): Promise<string[]> {
  const window = page.viewportSize()
  // What a bar at the bottom covers just now would count as too small to hit.
  await unroll(page)
  const options = {
    resultTypes: ['violations'],
    ...(extent === 'all'
      ? { rules: { 'target-size': { enabled: true } } }
      : { runOnly: { type: 'rule', values: ['color-contrast'] } }),
  }
  const found = await askAxe<Found[]>(
    page,
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
  )
  if (window !== null) await page.setViewportSize(window)
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${help} at ${target.join(' ')} ${html.slice(0, 120)}`),
  )
}

/** Where axe runs in each window: attached once, gone with the window. */
const sessions = new WeakMap<Page, Promise<CDPSession>>()

/**
 * Asks axe beside the page's own scripts, on the same document. The page's clock is the test's and goes in steps: axe,
 * which waits a moment after each of its hundred rules, took twenty times as long by it. Its half a megabyte is read
 * once for each document, however often the document is looked at.
 */
async function askAxe<Value>(page: Page, question: string): Promise<Value> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page)
  sessions.set(page, session)
  const browser = await session
  const { frameTree } = await browser.send('Page.getFrameTree')
  const { executionContextId: contextId } = await browser.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'axe',
  })
  const { result: known } = await browser.send('Runtime.evaluate', { expression: 'typeof axe', contextId })
  if (known.value === 'undefined') await browser.send('Runtime.evaluate', { expression: source, contextId })
  const { result, exceptionDetails } = await browser.send('Runtime.evaluate', {
    expression: question,
    contextId,
    awaitPromise: true,
    returnByValue: true,
  })
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  return result.value as Value
}
