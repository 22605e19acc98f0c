// What WeChat's own uploader (miniprogram-ci) says about a built mini-program, without a network:
//   node scripts/budgets/wechat-ci.cjs <built folder> <report.json> [bytes] [checks]
// In a process of its own, because miniprogram-ci keeps worker processes and changes global state.
const { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } = require('node:fs')
const dns = require('node:dns')
const { tmpdir } = require('node:os')
const path = require('node:path')
const { generateKeyPairSync } = require('node:crypto')

// It would ask WeChat for a list of file types; without an answer it takes the list that it ships.
Object.assign(dns, {
  /** @param {string} host @param {unknown[]} given */
  lookup: (host, ...given) => {
    const answer = /** @type {(error: Error) => void} */ (given.at(-1))
    answer(
      Object.assign(new Error(`${host} is not asked: these checks need no network`), { code: 'ENOTFOUND' }),
    )
  },
})

const ci = require('miniprogram-ci')

const ROOT = 'weapp/'
const NOBODY = 'wx0000000000000000'
const COMPRESSED = { minified: true, minifyWXML: true, minifyWXSS: true }

/** Its own types disagree with each other under exactOptionalPropertyTypes. @typedef {any} Project */

/**
 * A copy with a project file and a throwaway key: the uploader writes beside what it reads.
 * @param {string} built @param {string} folder
 */
function projectAround(built, folder) {
  cpSync(built, path.join(folder, ROOT), { recursive: true })
  const project = { miniprogramRoot: ROOT, appid: NOBODY, compileType: 'miniprogram', setting: COMPRESSED }
  writeFileSync(path.join(folder, 'project.config.json'), JSON.stringify(project))
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  /** @type {Project} */
  const made = new ci.Project({
    appid: NOBODY,
    type: 'miniProgram',
    projectPath: folder,
    privateKey,
    ignores: [],
  })
  // What WeChat's server would say about the account.
  made.attr = async () => ci.DefaultProjectAttr
  return made
}

/** @param {Project} project @param {{ es6: boolean, minify?: boolean }} setting */
const compiled = (project, setting) =>
  ci.getCompiledResult({
    project,
    version: '0.0.0',
    desc: 'offline',
    setting,
    onProgressUpdate: () => undefined,
  })

/**
 * WeChat's count: minified, without the translation to old JavaScript that nearly doubles it.
 * @param {Project} project
 */
async function countBytes(project) {
  const files = await compiled(project, { es6: false, minify: true })
  return Object.fromEntries(
    Object.entries(files).map(([name, content]) => [name, Buffer.byteLength(content)]),
  )
}

/**
 * Each check by its name: null where it went well, what WeChat says where it did not.
 * @param {Project} project @param {string[]} pages
 */
async function runChecks(project, pages) {
  /** @type {Record<string, string | null>} */
  const found = {}
  /** @param {string} name @param {() => Promise<unknown>} act */
  const check = async (name, act) => {
    try {
      await act()
      found[name] = null
    } catch (error) {
      found[name] = /** @type {Error} */ (error).message
    }
  }
  await check('app.json', () => ci.getAppJSON(project))
  for (const pagePath of pages) {
    const page = { miniprogramRoot: ROOT, pagePath }
    await check(`${pagePath}.json`, () => ci.getPageJSON(project, page))
  }
  await check('JavaScript', () => compiled(project, { es6: true }))
  for (const { name, success, text, detail } of await ci.checkCodeQuality(project)) {
    found[`quality ${name}`] = success ? null : `${text} ${JSON.stringify(detail ?? '')}`
  }
  return found
}

/** @typedef {{ root: string, pages: string[] }} Subpackage */

/** @param {string[]} words */
async function main([builtFolder = '', reportFile = '', ...wanted]) {
  const [built, report] = [path.resolve(builtFolder), path.resolve(reportFile)]
  const folder = mkdtempSync(path.join(tmpdir(), 'caoyang-ci-'))
  try {
    // It leaves empty folders wherever it is run.
    process.chdir(folder)
    const project = projectAround(built, folder)
    const app = JSON.parse(readFileSync(path.join(built, 'app.json'), 'utf8'))
    /** @type {Subpackage[]} */
    const subpackages = app.subPackages ?? app.subpackages ?? []
    const inSubpackages = subpackages.flatMap(({ root, pages }) =>
      pages.map((page) => path.posix.join(root, page)),
    )
    const found = {
      roots: subpackages.map(({ root }) => root.replace(/\/$/, '')),
      ...(wanted.includes('bytes') ? { bytes: await countBytes(project) } : {}),
      ...(wanted.includes('checks')
        ? { checks: await runChecks(project, [...app.pages, ...inSubpackages]) }
        : {}),
    }
    writeFileSync(report, JSON.stringify(found))
  } finally {
    process.chdir(tmpdir())
    rmSync(folder, { recursive: true, force: true })
  }
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(`${error.stack}\n`)
    process.exit(1)
  },
)
