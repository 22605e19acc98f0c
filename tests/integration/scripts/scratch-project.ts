import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const ROOT = join(__dirname, '../../..')

/** Stands for npm: notes how it is called, "installs" by npm's own note, "builds" one file. `FAIL` makes it fail. */
const NPM = `
const { appendFileSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs')
const words = process.argv.slice(2).filter((word) => !word.startsWith('-'))
appendFileSync('calls.log', words.join(' ') + '\\n')
if (process.env.FAIL === words.at(-1)) {
  console.log('the reason is this')
  process.exit(2)
}
if (process.env.HANG === words.at(-1)) {
  writeFileSync('hanging.pid', String(process.pid))
  setInterval(() => {}, 1000)
}
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
if (words[0] === 'ci') writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages }))
const weapp = (process.env.TARO_APP_OUT || 'dist/weapp') + '/app.json'
const output = { 'build:h5': 'dist/h5/index.html', 'build:desk': 'dist/desk/desk.html', 'build:weapp': weapp }[words[1]]
if (output) {
  mkdirSync(require('node:path').dirname(output), { recursive: true })
  writeFileSync(output, '')
}`

const SERVER = `
console.log('ready ' + JSON.stringify({ demo: process.env.DEMO, pid: process.pid }))
setInterval(() => {}, 1000)
process.on('SIGTERM', () => process.exit(0))`

export interface Outcome {
  readonly code: number | null
  readonly printed: string
}

/** A project of three lines with the real scripts, and an npm that only pretends. */
export class ScratchProject {
  readonly folder = mkdtempSync(join(tmpdir(), 'caoyang-scripts-'))

  constructor() {
    for (const part of [
      'start.mjs',
      'test.mjs',
      'run.mjs',
      'bundle.mjs',
      'process',
      'build',
      'find-browser.mjs',
    ]) {
      cpSync(join(ROOT, 'scripts', part), join(this.folder, 'scripts', part), { recursive: true })
    }
    this.write('package.json', JSON.stringify({ name: 'scratch', version: '1.2.3' }))
    this.lock('1.0.0')
    this.write('npm.cjs', NPM)
    this.write('calls.log', '')
    this.write('cloud/server/main.ts', SERVER)
    this.write('cloud/server/server.test.ts', '')
    this.write('cloud/functions/api/index.ts', '')
    this.write('cloud/functions/api/config.json', '{}')
    this.write('tools/embedded-postgres/index.ts', '')
    this.write('src/app.ts', '')
    this.write('desk/desk.ts', '')
    mkdirSync(join(this.folder, 'node_modules'))
    for (const name of ['esbuild', '@esbuild']) {
      symlinkSync(join(ROOT, 'node_modules', name), join(this.folder, 'node_modules', name))
    }
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(join(this.folder, file)), { recursive: true })
    writeFileSync(join(this.folder, file), text)
  }

  read = (file: string): string => readFileSync(join(this.folder, file), 'utf8')

  has = (file: string): boolean => existsSync(join(this.folder, file))

  lock(version: string): void {
    const packages = {
      '': {},
      'node_modules/lantern': { version },
      'node_modules/other-system': { version, optional: true },
    }
    this.write('package-lock.json', JSON.stringify({ packages }))
  }

  /** What npm was called for since the last time this was asked. */
  takeCalls(): string[] {
    const calls = this.read('calls.log').split('\n').filter(Boolean)
    this.write('calls.log', '')
    return calls
  }

  spawn(script: string, args: readonly string[], env: Record<string, string>) {
    return spawn(process.execPath, [join('scripts', script), ...args], {
      cwd: this.folder,
      env: { PATH: process.env['PATH'], npm_execpath: join(this.folder, 'npm.cjs'), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  }

  /** Runs a script to its end. */
  async run(
    script: string,
    args: readonly string[] = [],
    env: Record<string, string> = {},
  ): Promise<Outcome> {
    const child = this.spawn(script, args, env)
    let printed = ''
    child.stdout.on('data', (chunk) => (printed += chunk))
    child.stderr.on('data', (chunk) => (printed += chunk))
    const [code] = (await once(child, 'close')) as [number | null]
    return { code, printed }
  }

  /** Runs `npm start`'s script until it serves, then stops it. @returns what the server said */
  async startAndStop(env: Record<string, string> = {}): Promise<{ demo?: string; pid: number }> {
    const child = this.spawn('start.mjs', [], { PORT: String(await freePort()), ...env })
    const line = await lineWith(child.stdout, 'ready ')
    const ended = once(child, 'close')
    child.kill('SIGTERM')
    await ended
    return JSON.parse(line.slice('ready '.length)) as { demo?: string; pid: number }
  }

  clear(): void {
    rmSync(this.folder, { recursive: true })
  }
}

/** The first whole line that begins so. */
export async function lineWith(stream: NodeJS.ReadableStream, beginning: string): Promise<string> {
  let text = ''
  for await (const chunk of stream) {
    text += String(chunk)
    const line = text
      .split('\n')
      .slice(0, -1)
      .find((candidate) => candidate.startsWith(beginning))
    if (line !== undefined) return line
  }
  throw new Error(`ended without a line that begins with ${beginning}: ${text}`)
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
