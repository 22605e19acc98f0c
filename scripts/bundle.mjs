// Bundles the backend with esbuild: `programs` (server, jobs), `functions` (what is deployed to CloudBase), or both.
import { bundleFunctions, bundlePrograms } from './build/bundles.mjs'
import { Refusal, runScript } from './process/refusal.mjs'

const kinds = { programs: bundlePrograms, functions: bundleFunctions }

await runScript(async () => {
  const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(kinds)
  for (const kind of wanted) {
    if (!(kind in kinds)) throw new Refusal(`There is no kind of bundle ${kind}: programs, functions.`)
    await kinds[/** @type {keyof typeof kinds} */ (kind)]()
  }
})
