import { spawnSync } from 'node:child_process'
import { runQuietly } from './process/child.mjs'
import { Refusal } from './process/refusal.mjs'

// The first one has no windows to draw around a page, and needs half the time.
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
const DEBIAN = ['chromium-headless-shell', 'fonts-noto-cjk']

/**
 * The browser for the tests: CHROMIUM_PATH, or one the system has, or Debian's, installed when we may.
 * @returns {Promise<string>} a path or a name to be found in PATH
 */
export async function findBrowser() {
  const asked = process.env.CHROMIUM_PATH
  if (asked) {
    if (answers(asked, '--version')) return asked
    throw new Refusal(
      `CHROMIUM_PATH is ${asked}, which does not run: correct it, or unset it to use the system's browser.`,
    )
  }
  const found = NAMES.find((name) => answers(name, '--version'))
  if (found !== undefined) return found
  if (process.getuid?.() !== 0 || !answers('apt-get', '--version')) throw new Refusal(howToInstall())
  await installDebians()
  const [installed = ''] = DEBIAN
  if (answers(installed, '--version')) return installed
  throw new Refusal(
    `Chromium was installed but does not run: try \`${installed} --version\` and see what it says.`,
  )
}

/** @param {string} command @param {string} question */
const answers = (command, question) => spawnSync(command, [question], { stdio: 'ignore' }).status === 0

const howToInstall = () =>
  process.platform === 'darwin'
    ? 'The tests need Chromium: run `brew install --cask chromium`, or set CHROMIUM_PATH to a Chromium or Chrome.'
    : `The tests need Chromium: run \`sudo apt-get install -y ${DEBIAN.join(' ')}\`, or set CHROMIUM_PATH to a Chromium or Chrome.`

async function installDebians() {
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
  await runQuietly(
    'apt-update',
    "Looking up Debian's packages",
    { command: 'apt-get', args: ['update'] },
    quiet,
  )
  const args = ['install', '-y', '--no-install-recommends', ...DEBIAN]
  await runQuietly('apt-install', `Installing ${DEBIAN.join(' and ')}`, { command: 'apt-get', args }, quiet)
}
