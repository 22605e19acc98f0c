import type { Browser, BrowserContext, Page } from 'playwright-core'
import { withoutBreaks } from '../../../core/kernel/line-breaks'
import { unroll } from './layout'

export interface Display {
  readonly edition: 'standard' | 'elder' | null
  readonly elderScale: number
  readonly theme?: 'light' | 'dark'
}

export interface VisitOptions {
  readonly origin: string
  /** CSS pixels; 390 by default. */
  readonly width?: number
  readonly theme?: 'light' | 'dark'
  /** What the reader chose before, as the page itself keeps it. */
  readonly display?: Display
  /** Size of the browser's own text in pixels; 16 is standard. */
  readonly rootFont?: number
  /** What the reader's system asks for; as little movement as possible by default. */
  readonly motion?: 'reduce' | 'no-preference'
  /** What the browser says it is; Chromium on a PC by default. */
  readonly agent?: string
  /** Where the browser is, and that its owner lets pages know. */
  readonly position?: { readonly longitude: number; readonly latitude: number }
}

/** One reader's window, and everything that the page complained about. */
export interface Visit {
  readonly page: Page
  readonly context: BrowserContext
  /** Console errors and warnings, uncaught errors, violations of the content policy. */
  readonly complaints: string[]
  /** Opens a route and waits until the page shows something of its own and asks for nothing more. */
  goto(route: string): Promise<void>
  /** Another width of the window, in CSS pixels. */
  resize(width: number): Promise<void>
  /** As tall a window as the page, so that the bar at the bottom covers nothing; until the next resize. */
  unroll(): Promise<void>
  /** Visible text of the page, as it stands. */
  text(): Promise<string>
  /** @throws naming every complaint that was not taken */
  close(): Promise<void>
  takeComplaints(): string[]
}

const HEIGHT = 844
const PATIENCE_MS = 30_000
const DISPLAY_KEY = 'display-1'

/** What Chromium writes by itself when a test cuts the network, and when a call finds that nobody is signed in yet. */
const EXPECTED = /net::ERR_(INTERNET_DISCONNECTED|FAILED)|the server responded with a status of 401/

export async function openVisit(browser: Browser, options: VisitOptions): Promise<Visit> {
  const {
    origin,
    width = 390,
    theme = 'light',
    display,
    rootFont,
    position,
    motion = 'reduce',
    agent,
  } = options
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width, height: HEIGHT },
    colorScheme: theme,
    reducedMotion: motion,
    locale: 'zh-CN',
    ...(agent === undefined ? {} : { userAgent: agent }),
    ...(position ? { geolocation: position, permissions: ['geolocation'] } : {}),
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    const isComplaint = message.type() === 'error' || message.type() === 'warning'
    if (isComplaint && !EXPECTED.test(message.text()))
      complaints.push(`console: ${withoutBinary(message.text())}`)
  })
  let underway = 0
  const ended = (): void => void (underway -= 1)
  page.on('request', () => (underway += 1))
  page.on('requestfinished', ended)
  page.on('requestfailed', ended)
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`))
  if (display) {
    await page.addInitScript(([key, value]) => window.localStorage.setItem(key, value), [
      DISPLAY_KEY,
      JSON.stringify(display),
    ] as const)
  }
  if (rootFont !== undefined) {
    const browserSettings = await context.newCDPSession(page)
    await browserSettings.send('Page.setFontSizes', { fontSizes: { standard: rootFont } })
  }
  return {
    page,
    context,
    complaints,
    goto: async (route) => {
      await page.goto(route)
      await page.waitForSelector('h1')
      await untilQuiet(() => underway)
    },
    resize: (wider) => page.setViewportSize({ width: wider, height: HEIGHT }),
    unroll: () => unroll(page),
    text: async () => withoutBreaks(await page.locator('body').innerText()),
    takeComplaints: () => complaints.splice(0),
    close: async () => {
      await context.close()
      if (complaints.length > 0) throw new Error(`The page complained:\n- ${complaints.join('\n- ')}`)
    },
  }
}

/** Until nothing was asked for during several looks: an answer may lead to the next question. */
async function untilQuiet(underway: () => number): Promise<void> {
  for (let calm = 0; calm < 5; calm = underway() === 0 ? calm + 1 : 0) {
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Chromium repeats whole fonts and pictures in its messages. */
const withoutBinary = (message: string): string => message.replace(/(data:[^,]{0,60},)[\w+/=%.]{40,}/g, '$1…')
