// What WeChat's own uploader (miniprogram-ci) says about a built mini-program, without a network:
//   node scripts/budgets/wechat-ci.cjs <built folder> <report.json> [bytes] [checks]
// In a process of its own, because miniprogram-ci keeps worker processes and changes global state.
const { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } = require('node:fs')
const dns = require('node:dns')
const { tmpdir } = require('node:os')
const path = require('node:path')
const { generateKeyPairSync } = require('node:crypto')

// It would ask WeChat for a list of file types; without an answer it takes the list that it ships.
dns.lookup = (host, options, callback = options) =>
  callback(Object.assign(new Error(`${host} is not asked: these checks need no network`), { code: 'ENOTFOUND' }))

const ci = require('miniprogram-ci')

const ROOT = 'weapp/'
const NOBODY = 'wx0000000000000000'
const COMPRESSED = { minified: true, minifyWXML: true, minifyWXSS: true }

/** A copy with a project file and a throwaway key: the uploader writes beside what it reads. */
function projectAround(built, folder) {
  cpSync(built, path.join(folder, ROOT), { recursive: true })
  const project = { miniprogramRoot: ROOT, appid: NOBODY, compileType: 'miniprogram', setting: COMPRESSED }
  writeFileSync(path.join(folder, 'project.config.json'), JSON.stringify(project))
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  const made = new ci.Project({ appid: NOBODY, type: 'miniProgram', projectPath: folder, privateKey, ignores: [] })
  // What WeChat's server would say about the account.
  made.attr = async () => ci.DefaultProjectAttr
  return made
}

const compiled = (project, setting) =>
  ci.getCompiledResult({ project, version: '0.0.0', desc: 'offline', setting, onProgressUpdate: () => undefined })

/** WeChat's count: minified, without the translation to old JavaScript that nearly doubles it. */
async function countBytes(project) {
  const files = await compiled(project, { es6: false, minify: true })
  return Object.fromEntries(Object.entries(files).map(([name, content]) => [name, Buffer.byteLength(content)]))
}

/** Each check by its name: null where it went well, what WeChat says where it did not. */
async function runChecks(project, pages) {
  const { base, found } = { base: { miniprogramRoot: ROOT }, found: {} }
  const check = async (name, act) => {
    try {
      found[name] = (await act()) ?? null
    } catch (error) {
      found[name] = error.message
    }
  }
  const nothing = () => null
  await check('app.json', () => ci.getAppJSON(project).then(nothing))
  for (const pagePath of pages) await check(`${pagePath}.json`, () => ci.getPageJSON(project, { ...base, pagePath }).then(nothing))
  await check('JavaScript', () => compiled(project, { es6: true }).then(nothing))
  for (const { name, success, text, detail } of await ci.checkCodeQuality(project)) {
    found[`quality ${name}`] = success ? null : `${text} ${JSON.stringify(detail ?? '')}`
  }
  return found
}

async function main([built, report, ...wanted]) {
  const folder = mkdtempSync(path.join(tmpdir(), 'caoyang-ci-'))
  try {
    const project = projectAround(path.resolve(built), folder)
    const app = JSON.parse(readFileSync(path.join(built, 'app.json'), 'utf8'))
    const subpackages = app.subPackages ?? app.subpackages ?? []
    const pages = [...app.pages, ...subpackages.flatMap(({ root, pages: own }) => own.map((page) => path.posix.join(root, page)))]
    const roots = subpackages.map(({ root }) => root.replace(/\/$/, ''))
    writeFileSync(
      report,
      JSON.stringify({
        roots,
        ...(wanted.includes('bytes') ? { bytes: await countBytes(project) } : {}),
        ...(wanted.includes('checks') ? { checks: await runChecks(project, pages) } : {}),
      }),
    )
  } finally {
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
