// npm run test:upgrade [patterns]: the last release serves on a database that this version has migrated. Its own
// packages and programs, its own tests of the API; only what makes their database is ours. Before every release.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bringUpToDate } from './build/bring-up-to-date.mjs'
import { node, npm, runAloud, runQuietly } from './process/child.mjs'
import { endWithNpm } from './process/parent.mjs'
import { Refusal, runScript } from './process/refusal.mjs'
import { ROOT, inRoot } from './process/root.mjs'

/** What residents and staff ask for, and the server that answers; not how a database is made, kept or filled. */
const SUITES = ['api/', 'check-in/', 'me/', 'news/', 'registration/', 'search/', 'server/', 'staff/'].map(
  (area) => `tests/integration/${area}`,
)

/** Hold the whole list of tables and of the database's fields against what their own version knows of. */
const OF_THEIR_OWN_TABLES = ['api/personal-data', 'api/retention', 'api/function-bundle', 'server/starting']

const DATABASES = 'tests/support/database.ts'
/** Where a release of before `MIGRATED_BY` makes its template. */
const OWN_MIGRATION = '(db) => migrate(db, migrations)'

/** @param {string[]} args */
const git = (...args) => execFileSync('git', args, { encoding: 'utf8' }).trim()

/** The commit that last changed the version: that is what serves somewhere. */
function lastRelease() {
  const commit = git('log', '-1', '--format=%H', '-G', '^  "version": ', '--', 'package.json')
  if (commit === '') throw new Refusal('No commit has changed the version in package.json.')
  return commit
}

/** A working tree of that commit with its own packages, as it was the last time where it is there. */
async function checkOut(/** @type {string} */ commit) {
  const folder = path.join(tmpdir(), `release-${commit.slice(0, 12)}`)
  git('worktree', 'prune')
  if (!existsSync(folder)) git('worktree', 'add', '--quiet', '--detach', folder, commit)
  if (!existsSync(path.join(folder, 'node_modules', '.package-lock.json')))
    await runQuietly(
      'release-packages',
      'Installing the packages of the last release',
      npm('ci', '--prefix', folder),
    )
  return folder
}

/** Their databases are migrated by our program. @param {string} folder */
async function migrateByOurs(folder) {
  const file = path.join(folder, DATABASES)
  const text = await readFile(file, 'utf8')
  if (text.includes('MIGRATED_BY')) return
  if (!text.includes(OWN_MIGRATION))
    throw new Refusal(`${file} makes its databases in another way: see ${DATABASES}.`)
  const ours = [
    `() => import('node:child_process').then(({ execFileSync }) => {`,
    `      const env = { ...process.env, DATABASE_URL: urlOf(template) }`,
    `      execFileSync(process.execPath, [process.env['MIGRATED_BY'] ?? ''], { env, stdio: 'pipe' })`,
    `    })`,
  ]
  await writeFile(file, text.replace(OWN_MIGRATION, ours.join('\n')))
}

await runScript(async () => {
  process.chdir(ROOT)
  endWithNpm()
  const commit = lastRelease()
  const folder = await checkOut(commit)
  await migrateByOurs(folder)
  await bringUpToDate(['programs'])
  process.stdout.write(
    `The tests of ${git('log', '-1', '--format=%h %s', commit)} on databases of this version\n`,
  )
  const patterns = process.argv.length > 2 ? process.argv.slice(2) : SUITES
  const { args: test } = node(path.join(folder, 'scripts', 'test.mjs'), ...patterns)
  return runAloud(node(...test, `--testPathIgnorePatterns=${OF_THEIR_OWN_TABLES.join('|')}`), {
    MIGRATED_BY: inRoot('dist/database/main.cjs'),
  })
})
