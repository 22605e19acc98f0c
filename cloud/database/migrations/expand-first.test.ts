import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { migrations } from '.'

/** What stood here when the rule began had never been released. */
const BEFORE_THE_RULE = '0031-more-changes'
const FOLDER = 'cloud/database/migrations'

const git = (...args: string[]): string =>
  execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })

/**
 * Migrations of the last release, which is the commit that last changed `version` in package.json; null in a copy
 * without history, where every step since the rule counts as new and a contract may follow any earlier step.
 */
function released(): readonly string[] | null {
  try {
    if (git('rev-parse', '--is-shallow-repository').trim() === 'true') return null
    const commit = git('log', '-1', '--format=%H', '-G^  "version":', '--', 'package.json').trim()
    return git('ls-tree', '--name-only', `${commit}:${FOLDER}`).split('\n').map(stepOf)
  } catch {
    return null
  }
}

const stepOf = (file: string): string => file.replace(/\.ts$/, '')

/** What a program of the last release would stumble over while it still serves. */
const BREAKS: readonly (readonly [RegExp, string])[] = [
  [/\bdrop (?!not null|constraint)\w+/i, 'drops something'],
  [
    /\bdrop constraint (?:if exists )?([^\s,]+)\b(?![\s\S]*\badd constraint \1\b)/i,
    'drops a constraint for good',
  ],
  [/\brename\b/i, 'renames'],
  [/\bset not null\b/i, 'sets not null'],
  [/\balter (?:column )?\S+ (?:set data )?type\b/i, 'changes a type'],
  [
    /\badd column (?:if not exists )?(?:(?!\bdefault\b|\bgenerated\b|,).)*\bnot null\b(?:(?!\bdefault\b|\bgenerated\b|,).)*(?:,|$)/is,
    'adds a column that it does not fill',
  ],
  [/\btruncate\b/i, 'empties a table'],
  [/\.(?:drop\w*|rename\w*|setNotNull|setDataType)\(/, 'changes by a builder: write it as SQL'],
]

const CONTRACT = /-- contract of (\d{4}-[\w-]+)/

/** The statements of one file, each as it stands in the source. */
const statementsOf = (source: string): string[] => {
  const statements = [...source.matchAll(/sql(?:<[^`]*?>)?`([^`]*)`/g)].map(([, text = '']) => text)
  return [...statements, source.replace(/`[^`]*`/g, '``')]
}

/** Each complaint as a sentence. */
function complaints(source: string, mayFollow: (step: string) => boolean): readonly string[] {
  return statementsOf(source).flatMap((statement) => {
    const text = statement.replace(/--.*$/gm, '').replace(/\s+/g, ' ')
    const [, expand] = CONTRACT.exec(statement) ?? []
    const broken = BREAKS.filter(([pattern]) => pattern.test(text)).map(([, what]) => what)
    if (broken.length === 0 || (expand !== undefined && mayFollow(expand))) return []
    return broken.map((what) =>
      expand === undefined ? what : `${what}, but ${expand} was not in the last release`,
    )
  })
}

const release = released()
const newer = readdirSync(FOLDER)
  .filter((file) => /^\d{4}-[\w-]+\.ts$/.test(file))
  .map(stepOf)
  .filter((step) => step > BEFORE_THE_RULE && release?.includes(step) !== true)

describe('migrations that are newer than the last release', () => {
  it('let a program of that release go on', () => {
    const found = newer.map((step) => {
      const source = readFileSync(join(FOLDER, `${step}.ts`), 'utf8')
      return [step, complaints(source, (expand) => release?.includes(expand) ?? expand < step)]
    })
    expect(found).toEqual(newer.map((step) => [step, []]))
  })

  it('say which is the oldest program that may run on them', () => {
    const names = migrations.map(({ name }) => name)
    const wrong = newer.filter((step) => {
      const oldest = migrations.find(({ name }) => name === step)?.oldestProgram ?? ''
      return !names.includes(oldest) || oldest >= step
    })
    expect(wrong).toEqual([])
  })
})

describe('the rule', () => {
  const released = (step: string) => step === '0001-old'
  it.each([
    ['drop table a', 'drops something'],
    ['alter table a drop column b', 'drops something'],
    ['alter table a alter column b drop default', 'drops something'],
    ['drop index a_b', 'drops something'],
    ['alter table a drop constraint a_check', 'drops a constraint for good'],
    ['alter table a rename b to c', 'renames'],
    ['alter table a alter column b set not null', 'sets not null'],
    ['alter table a alter column b type text', 'changes a type'],
    ['alter table a add column b text not null', 'adds a column that it does not fill'],
    [
      'alter table a add column b text not null check (b > 0), add column c text default 1',
      'adds a column that it does not fill',
    ],
    ['truncate a', 'empties a table'],
  ])('finds: %s', (statement, what) => {
    expect(complaints(`await sql\`${statement}\`.execute(db)`, released)).toEqual([what])
  })

  it.each([
    'create table a (b text not null)',
    'alter table a add column b text',
    'alter table a add column b uuid not null default gen_random_uuid()',
    'alter table a alter column b drop not null',
    'alter table a drop constraint a_check, add constraint a_check check (true)',
    'create index a_b on a (b)',
  ])('lets pass: %s', (statement) => {
    expect(complaints(`await sql\`${statement}\`.execute(db)`, released)).toEqual([])
  })

  it('lets a contract follow what the last release brought, and nothing younger', () => {
    const dropping = (expand: string) => `sql\`-- contract of ${expand}\nalter table a drop column b\``
    expect(complaints(dropping('0001-old'), released)).toEqual([])
    expect(complaints(dropping('0002-new'), released)).toEqual([
      'drops something, but 0002-new was not in the last release',
    ])
  })
})
