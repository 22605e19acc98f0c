import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

const ROOT = join(__dirname, '..')

/** Two or three characters, as 取消, are a word that many sentences share. */
const SHORTEST = 4

const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /(?<!\.test)\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))

interface Sentence {
  readonly text: string
  readonly at: string
}

/** Every sentence of a file; what a template puts into one reads `…`. */
function sentencesOf(file: string, source: string): readonly Sentence[] {
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true)
  const found: Sentence[] = []
  const visit = (node: ts.Node): void => {
    const text =
      ts.isStringLiteralLike(node) || ts.isJsxText(node)
        ? node.text.trim()
        : ts.isTemplateExpression(node)
          ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…')
          : ''
    const characters = [...text.matchAll(/[\p{L}\p{N}]/gu)].length
    if (/\p{Script=Han}/u.test(text) && characters >= SHORTEST) {
      const { line } = parsed.getLineAndCharacterOfPosition(node.getStart())
      found.push({ text, at: `${file}:${line + 1}` })
    }
    ts.forEachChild(node, visit)
  }
  visit(parsed)
  return found
}

/** 看我的报名: src/text/a.ts:3, src/text/b.ts:9. */
function doublesAmong(sentences: readonly Sentence[]): readonly string[] {
  const places = new Map<string, string[]>()
  for (const { text, at } of sentences) places.set(text, [...(places.get(text) ?? []), at])
  return [...places].filter(([, at]) => at.length > 1).map(([text, at]) => `${text}: ${at.join(', ')}`)
}

/** How often what a file exports is named elsewhere in `src` and `desk`, and in itself. */
function usesOf(file: string): ReadonlyMap<string, number> {
  const exported = [...readFileSync(join(ROOT, file), 'utf8').matchAll(/^export const (\w+)/gm)]
  const uses = new Map(exported.map(([, name]) => [name ?? '', 0]))
  const readers = [...filesIn('src'), ...filesIn('desk')].filter((reader) => {
    const imported = [...readFileSync(join(ROOT, reader), 'utf8').matchAll(/from '(\.[^']*\/vocabulary)'/g)]
    return reader === file || imported.some(([, path]) => join(reader, '..', `${path ?? ''}.ts`) === file)
  })
  for (const reader of readers) {
    const source = readFileSync(join(ROOT, reader), 'utf8')
    const visit = (node: ts.Node): void => {
      if (ts.isImportDeclaration(node)) return
      const isDefined = ts.isVariableDeclaration(node.parent) && node.parent.name === node
      if (ts.isIdentifier(node) && !isDefined) {
        const count = uses.get(node.text)
        if (count !== undefined) uses.set(node.text, count + 1)
      }
      ts.forEachChild(node, visit)
    }
    ts.forEachChild(ts.createSourceFile(reader, source, ts.ScriptTarget.Latest, true), visit)
  }
  return uses
}

describe.each(['src/text', 'desk/text'])('in %s', (folder) => {
  const sources = filesIn(folder).map((file) => [file, readFileSync(join(ROOT, file), 'utf8')] as const)

  it('a sentence stands once: of two screens in vocabulary.ts, of one in a name of its file', () => {
    expect(doublesAmong(sources.flatMap(([file, source]) => sentencesOf(file, source)))).toEqual([])
  })

  it('a word of the vocabulary is one that is said in several places', () => {
    const uses = usesOf(`${folder}/vocabulary.ts`)
    expect(uses.size).toBeGreaterThan(0)
    expect([...uses].filter(([, count]) => count < 2).map(([word]) => word)).toEqual([])
  })
})

it('a feature, a component or a page holds no sentence of its own', () => {
  const pages = filesIn('src').filter((file) => /^src\/(?:features|components|\w+\/pages|pages)\//.test(file))
  // What WeChat shows above a page before its program runs, and what only developers look at.
  const shown = pages.filter((file) => !file.endsWith('.config.ts') && !file.startsWith('src/gallery/'))
  expect(shown.length).toBeGreaterThan(100)
  const sentences = shown.flatMap((file) => sentencesOf(file, readFileSync(join(ROOT, file), 'utf8')))
  expect(sentences.map(({ text, at }) => `${text}: ${at}`)).toEqual([])
})

it('doubles are found in templates and by place, and short words are left alone', () => {
  const source = [
    "const a = '看我的报名'",
    'const b = `看我的${what}，取消`',
    'const c = `看我的${when}，取消`',
  ].join('\n')
  const again = "const d = '看我的报名'; const e = '取消'; const f = '取消'"
  expect(doublesAmong([...sentencesOf('a.ts', source), ...sentencesOf('b.ts', again)])).toEqual([
    '看我的报名: a.ts:1, b.ts:1',
    '看我的…，取消: a.ts:2, a.ts:3',
  ])
})
