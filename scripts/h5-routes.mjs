// node scripts/h5-routes.mjs <folder>: lays routes.json beside a built H5 edition, so that the server knows which
// addresses are pages and answers 404 to the others. Run with the environment of the build, which chooses pages too.
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import vm from 'node:vm'
import { transform } from 'esbuild'
import { Refusal, runScript } from './process/refusal.mjs'
import { inRoot } from './process/root.mjs'

await runScript(async () => {
  const [folder] = process.argv.slice(2)
  if (folder === undefined) throw new Refusal('Use: node scripts/h5-routes.mjs <folder>')
  const source = await readFile(inRoot('src/app.config.ts'), 'utf8')
  const { code } = await transform(source, { loader: 'ts', format: 'cjs' })
  /** @type {{ exports: { default?: { pages: string[], subPackages: { root: string, pages: string[] }[] } } }} */
  const module = { exports: {} }
  const env = { NODE_ENV: 'production', ...process.env, TARO_ENV: 'h5' }
  // Taro's own way: the file calls this as a global, and gets back what it gave.
  vm.runInNewContext(code, {
    module,
    process: { env },
    defineAppConfig: (/** @type {unknown} */ config) => config,
  })
  const config = module.exports.default
  if (config === undefined) throw new Refusal('src/app.config.ts exports no configuration.')
  const pages = [
    ...config.pages,
    ...config.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
  ]
  // The page that the desk frames has an address of its own, with headers of its own.
  const routes = pages
    .filter((page) => !page.startsWith('preview/'))
    .map((page) => `/${page}`)
    .sort()
  await writeFile(path.join(inRoot(folder), 'routes.json'), `${JSON.stringify(routes, null, 2)}\n`)
})
