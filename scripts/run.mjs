// Runs a TypeScript program of this repository: node scripts/run.mjs cloud/jobs/main.ts --once
import { existsSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { ensurePackages } from './build/packages.mjs'
import { Refusal, runScript } from './process/refusal.mjs'
import { ROOT, inRoot } from './process/root.mjs'

await runScript(async () => {
  const [entry = '', ...rest] = process.argv.slice(2)
  if (!entry.endsWith('.ts') || !existsSync(inRoot(entry))) {
    throw new Refusal('Use: node scripts/run.mjs <program.ts, relative to the root> [arguments]')
  }
  process.chdir(ROOT)
  await ensurePackages(`node ${entry.replace(/^cloud\//, 'dist/').replace(/\.ts$/, '.cjs')}`)
  const { bundleProgram } = await import('./build/bundles.mjs')
  // Below the root, so that Node finds the packages; renamed into place, so that two at once do not meet.
  const bundle = inRoot('.cache/run', `${entry.replaceAll('/', '-').slice(0, -'.ts'.length)}.cjs`)
  const fresh = `${bundle}.${process.pid}`
  await bundleProgram(entry, fresh, 'inline')
  await rename(fresh, bundle)
  process.setSourceMapsEnabled(true)
  process.argv = [process.execPath, inRoot(entry), ...rest]
  await import(pathToFileURL(bundle).href)
})
