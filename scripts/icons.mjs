// Writes src/components/icon/icons.scss from the Lucide icons listed in icon-names.ts; `--check` only compares.
// `--tab-bar` also draws the PNG pictures of the WeChat tab bar, which needs Chromium (CHROMIUM_PATH).
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const require = createRequire(import.meta.url)
const inSource = (name) => fileURLToPath(new URL(`../src/${name}`, import.meta.url))
const stylesheet = inSource('components/icon/icons.scss')
const lucide = path.join(path.dirname(require.resolve('lucide-static/package.json')), 'icons')

/** Thinner than Lucide's own 2: reads as drawn by hand beside Chinese type. */
const STROKE = 1.75

async function load(source) {
  const { outputFiles } = await build({
    entryPoints: [inSource(source)],
    bundle: true,
    format: 'esm',
    write: false,
  })
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)
}

async function svgOf(name, colour) {
  const original = await readFile(path.join(lucide, `${name}.svg`), 'utf8')
  const shapes = original.slice(
    original.indexOf('>', original.indexOf('<svg')) + 1,
    original.lastIndexOf('</svg>'),
  )
  const attributes = `fill='none' stroke='${colour}' stroke-width='${STROKE}' stroke-linecap='round' stroke-linejoin='round'`
  const drawn = shapes
    .replaceAll('"', "'")
    .replace(/\s*\n\s*/g, '')
    .replaceAll(' />', '/>')
  return `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' ${attributes}>${drawn}</svg>`
}

const inUrl = (svg) => `data:image/svg+xml,${svg.replace(/[<>#%;]/g, encodeURIComponent)}`

async function iconStyles(names) {
  const rules = await Promise.all(
    names.map(async (name) => {
      const url = `url("${inUrl(await svgOf(name, '#000'))}")`
      // The prefixed name alone: every engine in use knows it, and twice the shapes would be twice the bytes.
      return `.icon--${name} {\n  -webkit-mask-image: ${url};\n}\n`
    }),
  )
  return `// Written by scripts/icons.mjs from Lucide (ISC licence). Change icon-names.ts, then run the script.\n${rules.join('\n')}`
}

const { ICON_NAMES } = await load('components/icon/icon-names.ts')
const wanted = await iconStyles(ICON_NAMES)

if (process.argv.includes('--check')) {
  if ((await readFile(stylesheet, 'utf8').catch(() => '')) !== wanted) {
    console.error(
      'src/components/icon/icons.scss does not match icon-names.ts: run `node scripts/icons.mjs`.',
    )
    process.exit(1)
  }
} else {
  await writeFile(stylesheet, wanted)
}

if (process.argv.includes('--tab-bar')) {
  const { drawTabBar } = await import('./tab-bar-icons.mjs')
  const { PALETTES } = await load('theme/tokens.ts')
  await drawTabBar({ svgOf, palettes: PALETTES, folder: inSource('theme/tab-bar') })
}
