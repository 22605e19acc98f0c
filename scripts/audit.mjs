// Asks the registry in use for known weaknesses of the run-time packages: npm run audit
// Ends with 1 where there are some, and with 2 where the registry offers no audit: that is no all-clear.
import { spawnSync } from 'node:child_process'
import { npm } from './process/child.mjs'
import { runScript } from './process/refusal.mjs'

await runScript(() => {
  const { command, args } = npm('audit', '--omit=dev', '--json', ...process.argv.slice(2))
  const { stdout } = spawnSync(command, args, { encoding: 'utf8' })
  const answer = answerIn(stdout)
  if (answer?.vulnerabilities === undefined) {
    const why = answer?.message ?? 'no answer'
    process.stdout.write(
      `The registry in use offers no audit (${why.split(' - ')[0]}): nothing is known of weaknesses. ` +
        'Ask one that does: npm run audit -- --registry=<address>\n',
    )
    return Promise.resolve(2)
  }
  const found = Object.entries(answer.vulnerabilities)
  for (const [name, { severity, range }] of found) process.stdout.write(`✗ ${name} ${range}: ${severity}\n`)
  if (found.length === 0) process.stdout.write('✓ No known weakness in the run-time packages.\n')
  return Promise.resolve(found.length === 0 ? 0 : 1)
})

/** @param {string} text @returns {{ message?: string, vulnerabilities?: Record<string, { severity: string, range: string }> } | null} */
function answerIn(text) {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
