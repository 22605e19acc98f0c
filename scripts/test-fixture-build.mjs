// npm run test:fixture-build: builds everything for an invented subdistrict, and looks for the name and the hotline of
// the one we come from in whatever came out. A minute or two; on demand.
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { node, npm, runQuietly } from './process/child.mjs'
import { Refusal, runScript } from './process/refusal.mjs'
import { ROOT, inRoot } from './process/root.mjs'

const FOLDER = '.cache/fixture-build'
const PACK = `${FOLDER}/pack`
/** The fixture's hotline is everybody's; one of its own shows where ours was written by hand. */
const HOTLINE = '市民热线,12345,'
const OWN_HOTLINE = '市民热线,96300,'

/** Built aside; whatever else is built stands in `dist`, and is the same for every subdistrict. */
const TAKE_THE_PACK = ['weapp', 'h5', 'desk']

/** Ours by name, as it stands or escaped, and our hotline where it is no part of a longer number. */
const OURS = /曹杨|\\u66f9\\u6768|(?<![\d.])12345(?![\d.])/gi
/** Maps repeat our sources with their comments; the compressed files stand beside what they repeat. */
const NOT_READ = /\.(map|br|gz|png|ico|woff2?)$/

/** @param {string} folder @returns {string[]} */
const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !NOT_READ.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))

/** @param {string} file */
function oursIn(file) {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(OURS)].map(
    ({ index }) =>
      `${path.relative(ROOT, file)}: …${text.slice(Math.max(0, index - 30), index + 30).replace(/\s+/g, ' ')}…`,
  )
}

await runScript(async () => {
  process.chdir(ROOT)
  rmSync(inRoot(FOLDER), { recursive: true, force: true })
  cpSync(inRoot('tests/fixtures/pack'), inRoot(PACK), { recursive: true })
  const settings = readFileSync(inRoot(PACK, 'settings.csv'), 'utf8')
  if (!settings.includes(HOTLINE))
    throw new Refusal(`tests/fixtures/pack/settings.csv has no line ${HOTLINE}`)
  writeFileSync(inRoot(PACK, 'settings.csv'), settings.replace(HOTLINE, OWN_HOTLINE))

  const out = (/** @type {string} */ name) => `${FOLDER}/${name}`
  const env = { DATA_PACK: PACK, NODE_ENV: 'production' }
  /** @type {readonly (readonly [string, import('./process/child.mjs').Command, Record<string, string>, string])[]} */
  const builds = [
    [
      'the mini-program',
      npm('run', 'build:weapp'),
      { TARO_APP_OUT: out('weapp'), TARO_APP_STAFF: '1' },
      'weapp',
    ],
    [
      "the residents' pages",
      node('node_modules/@tarojs/cli/bin/taro', 'build', '--type', 'h5'),
      { TARO_APP_OUT: out('h5') },
      'h5',
    ],
    [
      'the desk and the wall screen',
      node(
        'node_modules/vite/bin/vite.js',
        'build',
        '-c',
        'desk/vite.config.ts',
        '--logLevel',
        'warn',
        '--outDir',
        inRoot(out('desk')),
      ),
      {},
      'desk',
    ],
    ['the server and the cloud functions', node('scripts/bundle.mjs'), {}, 'cloud'],
  ]
  for (const [what, command, more, log] of builds)
    await runQuietly(`fixture-${log}`, `Building ${what} for an invented subdistrict`, command, {
      ...env,
      ...more,
    })

  const programs = readdirSync(inRoot('dist')).filter((name) => !TAKE_THE_PACK.includes(name))
  const folders = [
    ...TAKE_THE_PACK.map((name) => inRoot(out(name))),
    ...programs.map((name) => inRoot('dist', name)),
  ]
  const files = folders.flatMap(filesIn)
  const found = files.flatMap(oursIn)
  for (const place of found) process.stdout.write(`${place}\n`)
  process.stdout.write(`${files.length} files read, ${found.length} places with 曹杨 or 12345.\n`)
  return found.length === 0 && files.length > 100 ? 0 : 1
})
