// Puts the cloud functions and the mini-program in place, or says with --dry-run everything that it would do:
//   npm run deploy:wechat -- --version 1.4.0 --says "春季活动" [--dry-run]
// Functions go by CloudBase's own program (`tcb`, installed apart and signed in), the mini-program by miniprogram-ci.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ensurePackages } from './build/packages.mjs'
import { runAloud } from './process/child.mjs'
import { Refusal, runScript } from './process/refusal.mjs'
import { ROOT, inRoot } from './process/root.mjs'

const SETTINGS = 'cloudbaserc.json'
/** The private key of 代码上传, from WeChat's console; it never stands in this folder. */
const KEY_FILE = 'WECHAT_UPLOAD_KEY'
/** None of the three or all: the server and the functions count as without messages where they are empty. */
const MAY_BE_EMPTY = /^WECHAT_TEMPLATE_/
const PLACE = /\{\{env\.(\w+)\}\}/g

/** @typedef {{ name: string, timeout: number, memorySize: number, runtime: string, instanceConcurrencyConfig: { maxConcurrency: number }, envVariables: Record<string, string>, triggers?: { name: string, config: string }[] }} CloudFunction */
/** @typedef {{ envId: string, functionRoot: string, functions: CloudFunction[] }} CloudSettings */

await runScript(async () => {
  process.chdir(ROOT)
  const { version, says, dryRun } = wordsOf(process.argv.slice(2))
  const text = readFileSync(inRoot(SETTINGS), 'utf8')
  /** @type {CloudSettings} */
  const settings = JSON.parse(text)
  const app = JSON.parse(readFileSync(inRoot('project.config.json'), 'utf8'))
  const problems = problemsOf(text)
  const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`)
  say(`Build: npm run build:weapp (TARO_APP_SEND=cloud), node scripts/bundle.mjs functions`)
  for (const { name, timeout, memorySize, runtime, ...more } of settings.functions) {
    const folder = inRoot(settings.functionRoot, name)
    say(
      `Function ${name}: ${runtime}, ${timeout} s, ${memorySize} MB, ` +
        `${more.instanceConcurrencyConfig.maxConcurrency} call at a time, ${weightOf(folder)}`,
    )
    for (const [variable, value] of Object.entries(more.envVariables)) {
      const isSet = value.replace(PLACE, (_, from) => process.env[from] ?? '') !== ''
      say(`  ${variable} ${isSet ? 'set' : 'empty'}`)
    }
    for (const trigger of more.triggers ?? []) say(`  timer ${trigger.name} ${trigger.config}`)
  }
  say(
    `Mini-program: version ${version}, "${says}", ${weightOf(inRoot(app.miniprogramRoot))}, as a trial version of ` +
      `${process.env['WECHAT_APP_ID'] ?? '(WECHAT_APP_ID)'}`,
  )
  say('Domains: none for functions; the mini-program uploads no file, so uploadFile needs none either.')
  for (const problem of problems) say(`✗ ${problem}`)
  if (dryRun) return problems.length === 0 ? 0 : 1
  if (problems.length > 0) throw new Refusal('Nothing was built or sent.')
  await ensurePackages()
  await step('npm', ['run', 'build:weapp'], { TARO_APP_SEND: 'cloud', NODE_ENV: 'production' })
  await step(process.execPath, ['scripts/bundle.mjs', 'functions'])
  // It reads cloudbaserc.json here, and fills in `{{env.…}}` from the environment.
  await step('tcb', ['fn', 'deploy', '--all', '--force'])
  await step(process.execPath, ['scripts/build/wechat-upload.cjs', version, says])
  return 0
})

/** @param {string[]} args */
function wordsOf(args) {
  const use = 'Use: npm run deploy:wechat -- --version 1.4.0 --says "what is new" [--dry-run]'
  try {
    const { values } = parseArgs({
      args,
      options: { version: { type: 'string' }, says: { type: 'string' }, 'dry-run': { type: 'boolean' } },
    })
    if (!/^\d+\.\d+\.\d+$/.test(values.version ?? '') || !values.says) throw new Refusal(use)
    return { version: values.version ?? '', says: values.says, dryRun: values['dry-run'] === true }
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(use)
  }
}

/** @param {string} text of the settings */
function problemsOf(text) {
  const wanted = new Set([...text.matchAll(PLACE)].map(([, name = '']) => name))
  wanted.add('WECHAT_APP_ID')
  const missing = [...wanted].filter((name) => !process.env[name] && !MAY_BE_EMPTY.test(name))
  const templates = [...wanted].filter((name) => MAY_BE_EMPTY.test(name))
  const filled = templates.filter((name) => process.env[name])
  const key = process.env[KEY_FILE]
  return [
    ...missing.map((name) => `${name} is not set.`),
    ...(filled.length === 0 || filled.length === templates.length
      ? []
      : [`Set all of ${templates.join(', ')}, or none.`]),
    ...(key && existsSync(key) ? [] : [`${KEY_FILE} names no file: the private key of 代码上传.`]),
    ...(process.env['TARO_APP_SEND'] === 'https'
      ? ['TARO_APP_SEND is https: then there are no functions to deploy.']
      : []),
  ]
}

/** @param {string} folder */
function weightOf(folder) {
  if (!existsSync(folder)) return 'not built yet'
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.name.endsWith('.map'),
  )
  const bytes = files.reduce(
    (sum, { parentPath, name }) => sum + statSync(path.join(parentPath, name)).size,
    0,
  )
  return `${files.length} files, ${Math.ceil(bytes / 1024)} KiB`
}

/** @param {string} command @param {string[]} args @param {Record<string, string>} [env] */
async function step(command, args, env = {}) {
  const code = await runAloud({ command, args }, env)
  if (code !== 0)
    throw new Refusal(`${path.basename(command)} ${args[0]} ended with ${code}; what follows was not done.`)
}
