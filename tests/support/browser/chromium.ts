import { spawnSync } from 'node:child_process'
import { chromium, type Browser } from 'playwright-core'

const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
]

/** For a machine without a display or a network: Chromium asks nobody anything by itself. */
export const CHROMIUM_FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** `CHROMIUM_PATH`, which `npm test` sets, or the system's browser. */
export function chromiumPath(): string {
  const named = process.env['CHROMIUM_PATH']
  const found = [...(named ? [named] : []), ...NAMES].map(whereIs).find((path) => path !== '')
  if (found === undefined)
    throw new Error('No Chromium was found: set CHROMIUM_PATH, or run npm test, which finds one')
  return found
}

const whereIs = (name: string): string =>
  spawnSync('sh', ['-c', 'command -v "$0"', name], { encoding: 'utf8' }).stdout.trim()

export const openChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(), headless: true, args: [...CHROMIUM_FLAGS] })
