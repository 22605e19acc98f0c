import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { SHAPE_OF_ANSWERS } from './cache'
import { queries } from './queries'

type AnyQuery = (argument: unknown) => { readonly queryKey: readonly unknown[]; readonly meta?: object }

/** Every endpoint whose answer some query stores, whatever it is asked with. */
const stored = Object.values(queries)
  .map((query) => (query as unknown as AnyQuery)({ age: null }))
  .filter(({ meta = {} }) => 'stored' in meta)
  .map(({ queryKey }) => String(queryKey[0]))
  .sort()

const CORE = join(dirname(dirname(__dirname)), 'core')
/** A file beside the contract that stands in no folder. */
const ASKING = join(CORE, 'contract', 'stored-answers.ts')
const asking = `import type { Output } from './index'\nexport type Stored = {${stored
  .map((name) => `'${name}': Output<'${name}'>`)
  .join(';')}}`

function checked(): { readonly checker: ts.TypeChecker; readonly answers: ts.Type } {
  const config = ts.readConfigFile(join(CORE, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, CORE)
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile } = host
  host.fileExists = (path) => path === ASKING || fileExists(path)
  host.readFile = (path) => (path === ASKING ? asking : readFile(path))
  host.getSourceFile = (path, version) =>
    ts.createSourceFile(path, path === ASKING ? asking : readFileSync(path, 'utf8'), version)
  const program = ts.createProgram([ASKING], options, host)
  const checker = program.getTypeChecker()
  const file = program.getSourceFile(ASKING)
  const declared = file?.statements.find(ts.isTypeAliasDeclaration)
  if (declared === undefined) throw new Error('the answers that are asked for are not there')
  return { checker, answers: checker.getTypeAtLocation(declared) }
}

/** A type by what it consists of: names of types, comments and the order of fields do not count. */
function shapeOf(type: ts.Type, checker: ts.TypeChecker, within: readonly ts.Type[] = []): string {
  if (within.includes(type)) return `^${within.length - within.indexOf(type)}`
  const inside = [...within, type]
  const shape = (part: ts.Type): string => shapeOf(part, checker, inside)
  if (type.isUnion()) return `(${type.types.map(shape).sort().join('|')})`
  // A brand is a text or a number for whoever reads it.
  if (type.isIntersection()) return `(${type.types.map(shape).sort().join('&')})`
  if (checker.isArrayType(type) || checker.isTupleType(type))
    return `[${checker
      .getTypeArguments(type as ts.TypeReference)
      .map(shape)
      .join(',')}]`
  if ((type.flags & ts.TypeFlags.Object) === 0) return checker.typeToString(type)
  const fields = type.getProperties().map((field) => {
    const optional = (field.flags & ts.SymbolFlags.Optional) === 0 ? '' : '?'
    return `${field.name.replace(/@\d+$/, '')}${optional}:${shape(checker.getTypeOfSymbol(field))}`
  })
  const indexes = checker.getIndexInfosOfType(type).map(({ type: value }) => `[]:${shape(value)}`)
  return `{${[...fields, ...indexes].sort().join(';')}}`
}

describe('the key of the persisted cache', () => {
  const { checker, answers } = checked()
  const shape = shapeOf(answers, checker)

  it('is read from whole answers', () => {
    expect(stored).toContain('home.show')
    expect(shape).toContain('appName:string')
    expect(shape).not.toMatch(/\bany\b|unknown/)
  })

  it('is another one as soon as a stored answer looks different', () => {
    expect(SHAPE_OF_ANSWERS).toBe(createHash('sha256').update(shape).digest('hex').slice(0, 8))
  })
})
