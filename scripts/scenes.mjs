// Writes src/components/scene/scenes.scss from draw-scene.ts; `--check` only compares. In a list of a hundred rows
// each picture is a class of a few letters instead of a drawing of a thousand.
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const inSource = (name) => fileURLToPath(new URL(`../src/${name}`, import.meta.url))
const stylesheet = inSource('components/scene/scenes.scss')

const { outputFiles } = await build({
  stdin: {
    contents: `export { drawScene } from './components/scene/draw-scene'
      export { NEWS_PICTURES } from '../core/domain/news/article'`,
    resolveDir: inSource(''),
  },
  bundle: true,
  format: 'esm',
  write: false,
})
const { drawScene, NEWS_PICTURES } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
)

const inUrl = (svg) => `data:image/svg+xml,${svg.replace(/[<>#%;]/g, encodeURIComponent)}`
const rules = NEWS_PICTURES.map(
  (name) =>
    `.scene--${name},\n.before-${name}::before {\n  background-image: url("${inUrl(drawScene(name))}");\n}\n`,
)
const wanted = `// Written by scripts/scenes.mjs from draw-scene.ts. Change that file, then run the script.\n${rules.join('\n')}`

if (process.argv.includes('--check')) {
  if ((await readFile(stylesheet, 'utf8').catch(() => '')) !== wanted) {
    console.error(
      'src/components/scene/scenes.scss does not match draw-scene.ts: run `node scripts/scenes.mjs`.',
    )
    process.exit(1)
  }
} else await writeFile(stylesheet, wanted)
