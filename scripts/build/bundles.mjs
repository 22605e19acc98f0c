import { existsSync, readdirSync } from 'node:fs'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import path from 'node:path'
import { build, transform } from 'esbuild'
import { Refusal } from '../process/refusal.mjs'
import { ROOT, inRoot } from '../process/root.mjs'
import { billOfMaterials } from './sbom.mjs'

/** @type {import('esbuild').BuildOptions} */
const EVERY_BUNDLE = {
  absWorkingDir: ROOT,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
}

/** @param {string} source @param {import('esbuild').BuildOptions} more */
async function bundle(source, more) {
  try {
    return await build({ ...EVERY_BUNDLE, ...more, entryPoints: [source] })
  } catch (error) {
    // esbuild has printed what is wrong, with file and line.
    if (!Array.isArray(/** @type {{ errors?: unknown }} */ (error).errors)) throw error
    throw new Refusal(`${source} cannot be bundled; what is wrong is said above.`)
  }
}

/**
 * One program of ours, with the packages left in node_modules: `source` relative to the root.
 * @param {string} source @param {string} outfile @param {'linked' | 'inline'} sourcemap
 */
export const bundleProgram = (source, outfile, sourcemap) =>
  bundle(source, { outfile, packages: 'external', sourcemap })

const EMBEDDED = 'embedded-postgres'

/** Each program finds the embedded PostgreSQL in a file beside it, and reads that only when it starts one. */
const embeddedApart = {
  name: 'embedded-apart',
  /** @param {import('esbuild').PluginBuild} building */
  setup(building) {
    building.onResolve({ filter: /\/tools\/embedded-postgres$/ }, () => ({
      path: `../${EMBEDDED}/index.cjs`,
      external: true,
    }))
  },
}

/** A file's map is read where maps are on before it is loaded: stack traces then name our lines. */
const START = "process.setSourceMapsEnabled(true)\nrequire('./program.cjs')\n"

/**
 * Every `cloud/<name>/main.ts` is a program, started as `dist/<name>/main.cjs`; what makes the embedded PostgreSQL
 * run stands apart from them, and so does the list of what all of it is made of.
 * @param {string} [out] where instead of `dist`
 */
export async function bundlePrograms(out = inRoot('dist')) {
  const apart = { packages: /** @type {const} */ ('external'), sourcemap: /** @type {const} */ ('linked') }
  await bundle(`tools/${EMBEDDED}/index.ts`, { ...apart, outfile: path.join(out, EMBEDDED, 'index.cjs') })
  for (const name of foldersWith('cloud', 'main.ts')) {
    await bundle(`cloud/${name}/main.ts`, {
      ...apart,
      outfile: path.join(out, name, 'program.cjs'),
      plugins: [embeddedApart],
    })
    await writeFile(path.join(out, name, 'main.cjs'), START)
  }
  const ours = JSON.parse(await readFile(inRoot('package.json'), 'utf8'))
  const { packages } = JSON.parse(await readFile(inRoot('package-lock.json'), 'utf8'))
  await writeFile(
    path.join(out, 'sbom.json'),
    `${JSON.stringify(billOfMaterials(ours, packages), null, 1)}\n`,
  )
}

/** pg asks for it only when told to; CloudBase installs its own kit where a function's package.json names it. */
const NEVER_INSIDE = ['pg-native', 'wx-server-sdk']

/**
 * Every `cloud/functions/<name>/index.ts` becomes `dist/functions/<name>`: one file with all it needs, its
 * config.json (permissions), and a package.json that names what CloudBase has to install.
 * @param {string} [out] where instead of `dist`
 */
export async function bundleFunctions(out = inRoot('dist')) {
  for (const name of foldersWith('cloud/functions', 'index.ts')) {
    const folder = path.join(out, 'functions', name)
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
    const { metafile } = await bundleInParts(`cloud/functions/${name}/index.ts`, folder)
    await cp(inRoot('cloud/functions', name, 'config.json'), path.join(folder, 'config.json'))
    await writePackage(name, folder, importedFromOutside(metafile))
  }
}

/**
 * One file for what every call needs and one for each import() below it, as CommonJS, which functions are loaded as.
 * esbuild splits ES modules only, so each part is turned into CommonJS afterwards; the maps beside the parts lead
 * from a stack trace to our lines and are never read by the function.
 * @param {string} source @param {string} folder
 */
async function bundleInParts(source, folder) {
  const { metafile, outputFiles } = await bundle(source, {
    outdir: folder,
    format: 'esm',
    splitting: true,
    chunkNames: 'part-[hash]',
    external: NEVER_INSIDE,
    // Already here: what one part takes from another is then called by one letter in both.
    minify: true,
    sourcemap: 'inline',
    metafile: true,
    write: false,
  })
  for (const { path: file, text } of outputFiles ?? []) {
    const { code, map } = await transform(text, {
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      charset: 'utf8',
      supported: { 'dynamic-import': false },
      minify: true,
      sourcemap: 'external',
      sourcefile: path.basename(file),
    })
    await writeFile(file, code)
    await writeFile(`${file}.map`, map)
  }
  return { metafile: /** @type {import('esbuild').Metafile} */ (metafile) }
}

/** @param {string} parent @param {string} file */
const foldersWith = (parent, file) =>
  readdirSync(inRoot(parent))
    .filter((name) => existsSync(inRoot(parent, name, file)))
    .sort()

/** @param {import('esbuild').Metafile} metafile */
function importedFromOutside(metafile) {
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports)
  const names = imports.filter((found) => found.external).map((found) => found.path)
  return [...new Set(names)].filter((name) => !builtinModules.includes(name.replace(/^node:/, '')))
}

/** @param {string} name @param {string} folder @param {string[]} outside */
async function writePackage(name, folder, outside) {
  const ours = JSON.parse(await readFile(inRoot('package.json'), 'utf8'))
  const own = inRoot('cloud/functions', name, 'package.json')
  const dependencies = existsSync(own) ? JSON.parse(await readFile(own, 'utf8')).dependencies : {}
  const missing = outside.filter((found) => found !== 'pg-native' && !(found in dependencies))
  if (missing.length > 0) {
    throw new Refusal(
      `The cloud function ${name} needs ${missing.join(', ')}, which is neither inside its bundle nor ` +
        `named in cloud/functions/${name}/package.json: name it there.`,
    )
  }
  const made = { name, version: ours.version, private: true, main: 'index.js', dependencies }
  await writeFile(path.join(folder, 'package.json'), `${JSON.stringify(made, null, 2)}\n`)
}
