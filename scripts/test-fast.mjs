// npm run test:fast: what is quick to say about the work at hand, that is about all that differs from the main branch.
import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { jest, prerequisites } from './build/suites.mjs'
import { bringUpToDate } from './build/bring-up-to-date.mjs'
import { node, runAloud } from './process/child.mjs'
import { endWithNpm } from './process/parent.mjs'
import { runScript } from './process/refusal.mjs'
import { ROOT, inRoot } from './process/root.mjs'

/** Whose types a change below that folder may break. @type {Record<string, string[]>} */
const TYPES = {
  core: ['core', 'cloud', 'mini-program', 'H5', 'desk', 'tests, bench, import'],
  cloud: ['cloud', 'tests, bench, import'],
  tools: ['cloud', 'tests, bench, import'],
  src: ['mini-program', 'H5', 'desk'],
  desk: ['desk'],
  tests: ['tests, bench, import'],
  bench: ['tests, bench, import'],
  scripts: ['scripts', 'tests, bench, import'],
  config: ['tests, bench, import'],
}

/** @param {string[]} args */
const git = (...args) =>
  execFileSync('git', args, { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line !== '')

/** Committed on this branch, changed, or new; without what was deleted. */
function changedFiles() {
  const [since = 'HEAD'] = git('merge-base', 'HEAD', 'main')
  const changed = git('diff', '--name-only', '--diff-filter=d', since)
  return [...new Set([...changed, ...git('ls-files', '--others', '--exclude-standard')])]
}

/** Folders of integration tests whose name is a part of the path of something that changed. @param {string[]} files */
function areasOf(files) {
  const parts = new Set(
    files
      .filter((file) => /^(core|cloud|tools|scripts|tests)\//.test(file))
      .flatMap((file) => file.split(/[/.]/)),
  )
  return readdirSync(inRoot('tests/integration')).filter((area) => parts.has(area))
}

await runScript(async () => {
  process.chdir(ROOT)
  endWithNpm()
  const files = changedFiles()
  const code = files.filter((file) => /\.(ts|tsx|js|mjs|cjs|json|css|scss|md|csv)$/.test(file))
  if (code.length === 0) {
    process.stdout.write('Nothing differs from the main branch.\n')
    return 0
  }
  const layers = new Set(code.flatMap((file) => TYPES[file.split('/')[0] ?? ''] ?? []))
  const unit = ['--selectProjects', 'unit', 'unit-client', '--passWithNoTests', '--findRelatedTests', ...code]
  const areas = areasOf(files)
  const folders = areas.map((area) => `tests/integration/${area}/`)
  const integration = ['--selectProjects', 'integration', '--passWithNoTests', ...folders]
  if (areas.length > 0) await bringUpToDate(prerequisites(integration).builds)
  const codes = [
    await runAloud(node('scripts/check.mjs', ...[...layers].map((layer) => `types: ${layer}`))),
    await runAloud(jest(...unit)),
    areas.length > 0 ? await runAloud(jest(...integration)) : 0,
  ]
  return codes.every((one) => one === 0) ? 0 : 1
})
