import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { CHROMIUM_FLAGS, chromiumPath } from '../../tests/support/browser/chromium'

export interface Audit {
  /** Scores from 0 to 1. */
  readonly performance: number
  readonly accessibility: number
  readonly bestPractices: number
  /** Everything that came over the network. */
  readonly bytes: number
}

interface Report {
  readonly categories: Readonly<
    Record<'performance' | 'accessibility' | 'best-practices', { readonly score: number }>
  >
  readonly audits: { readonly 'total-byte-weight': { readonly numericValue: number } }
}

const LIGHTHOUSE = 'node_modules/lighthouse/cli/index.js'
const MAX_BUFFER = 64 * 1024 * 1024

const execute = promisify(execFile)

/** Chromium began to record after the page had begun to load: nothing was measured. */
const NOT_MEASURED = /NO_NAVSTART/

/** Tries once more where Lighthouse missed the beginning. */
export async function audit(url: string, device: 'phone' | 'desktop' = 'phone'): Promise<Audit> {
  try {
    return await run(url, device)
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { readonly stdout?: string; readonly stderr?: string }
    if (!NOT_MEASURED.test(`${stdout}${stderr}`)) throw error
    return run(url, device)
  }
}

/** One run of Lighthouse with its own settings: for a phone simulated slow 4G and a slow processor. */
async function run(url: string, device: 'phone' | 'desktop'): Promise<Audit> {
  const flags = ['--headless=new', ...CHROMIUM_FLAGS].join(' ')
  const args = [LIGHTHOUSE, url, '--output=json', '--quiet', `--chrome-flags=${flags}`]
  const preset = device === 'desktop' ? ['--preset=desktop'] : []
  const only = '--only-categories=performance,accessibility,best-practices'
  const { stdout } = await execute(process.execPath, [...args, only, ...preset], {
    maxBuffer: MAX_BUFFER,
    env: { ...process.env, CHROME_PATH: chromiumPath() },
  })
  const { categories, audits } = JSON.parse(stdout) as Report
  return {
    performance: categories.performance.score,
    accessibility: categories.accessibility.score,
    bestPractices: categories['best-practices'].score,
    bytes: audits['total-byte-weight'].numericValue,
  }
}
