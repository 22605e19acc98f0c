// Writes docs/packages.md from package-lock.json; asks the registry only for the last release of what we name ourselves:
//   npm run packages              everything anew
//   npm run packages -- --offline without asking: dates stay as they are
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { isRunTime, nameOf } from './build/sbom.mjs'
import { npm } from './process/child.mjs'
import { runScript } from './process/refusal.mjs'
import { inRoot } from './process/root.mjs'

const PAGE = inRoot('docs/packages.md')
const UNKNOWN = 'not asked'

await runScript(async () => {
  const lock = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8'))
  const ours = Object.keys(JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).dependencies)
  const before = existsSync(PAGE) ? releasesIn(readFileSync(PAGE, 'utf8')) : new Map()
  const isOffline = process.argv.includes('--offline')
  const releases = isOffline
    ? before
    : new Map(ours.map((name) => [name, lastRelease(name) ?? before.get(name)]))
  const page = pageOf(ours, lock.packages, releases)
  if (process.argv.includes('--print')) process.stdout.write(page)
  else writeFileSync(PAGE, page)
})

/** @param {string[]} ours @param {import('./build/sbom.mjs').Packages} packages @param {Map<string, string>} releases */
function pageOf(ours, packages, releases) {
  const found = Object.entries(packages).filter(([folder, entry]) => folder !== '' && isRunTime(entry))
  const direct = found.filter(
    ([folder]) => ours.includes(nameOf(folder)) && folder === `node_modules/${nameOf(folder)}`,
  )
  const rest = found.filter((one) => !direct.includes(one))
  const named = rest.map(
    ([folder, entry]) => `| ${nameOf(folder)} | ${entry.version} | ${entry.license ?? 'none'} |`,
  )
  const lines = direct.map(([folder, { version, license }]) => {
    const name = nameOf(folder)
    return `| ${name} | ${version} | ${license ?? 'none'} | ${releases.get(name) ?? UNKNOWN} |`
  })
  return [
    '# Packages that run on a server',
    '',
    'Written by `npm run packages` from package-lock.json; a test holds it against that file. Everything, tools and what',
    'pages are built of included, stands in `dist/sbom.json` (CycloneDX), which each build of the programs writes.',
    '`npm run audit` asks the registry in use for known weaknesses, and says so where it tells of none.',
    '',
    '| named in package.json | version | licence | last release |',
    '|---|---|---|---|',
    ...lines,
    '',
    '| brought by those | version | licence |',
    '|---|---|---|',
    ...[...new Set(named)].sort(),
    '',
  ].join('\n')
}

/** @param {string} page @returns {Map<string, string>} */
function releasesIn(page) {
  const rows = page.matchAll(/^\| (\S+) \| \S+ \| [^|]+ \| ([^|]+) \|$/gm)
  return new Map([...rows].map(([, name = '', release = '']) => [name, release]))
}

/** @param {string} name @returns {string | null} `3.1.0, 2026-10-01` */
function lastRelease(name) {
  const { command, args } = npm('view', name, 'version', 'time', '--json')
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8', timeout: 30_000 })
  if (status !== 0) return null
  const { version, time } = JSON.parse(stdout)
  return `${version}, ${String(time[version]).slice(0, 10)}`
}
