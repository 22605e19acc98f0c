// Writes src/theme/tokens.scss and src/theme.json (the colours of WeChat's own bars) from src/theme/tokens.ts.
// `--check` writes nothing and fails when one of them is stale.
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const source = fileURLToPath(new URL('../src/theme/tokens.ts', import.meta.url))

async function loadTokens() {
  const { outputFiles } = await build({ entryPoints: [source], bundle: true, format: 'esm', write: false })
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)
}

const declarations = (pairs, indent) =>
  pairs.map(([name, value]) => `${indent}--${name}: ${value};`).join('\n')

const colours = (palette) =>
  Object.entries(palette).map(([role, value]) => [`color-${role}`, value.toLowerCase()])

/** A size that follows `growth` of the text scale and never falls below the edition's floor. */
function textSize(name, { size, growth }) {
  const factor = growth === 1 ? 'var(--text-scale)' : `(1 + (var(--text-scale) - 1) * ${growth})`
  return [`text-${name}`, `max(var(--text-floor), calc(${size}px * ${factor}))`]
}

const targets = (sizes) => Object.entries(sizes).map(([name, size]) => [name, `${size}px`])

function stylesheet({ PALETTES, TYPE_SCALE, TEXT_FLOOR, SPACES, RADII, TARGETS }) {
  const fixed = [
    ...Object.entries(SPACES).map(([step, size]) => [`space-${step}`, `${size}px`]),
    ...Object.entries(RADII).map(([name, size]) => [`radius-${name}`, `${size}px`]),
  ]
  return `// Written by scripts/tokens.mjs from tokens.ts. Change that file, then run the script.
page,
html {
  color-scheme: light dark;
${declarations(fixed, '  ')}
}

page,
html,
.theme-light {
${declarations(colours(PALETTES.light), '  ')}
}

// Until a page says which theme it stands in, there is its ground alone.
@media (prefers-color-scheme: dark) {
  page,
  html {
    --color-paper: ${PALETTES.dark.paper.toLowerCase()};
  }
}

// The phone's theme, or the one that was chosen: on the frame of each page, and on a browser's whole document.
.theme-dark {
${declarations(colours(PALETTES.dark), '  ')}
}

html.theme-light {
  color-scheme: light;
}

html.theme-dark {
  color-scheme: dark;
}

// Sizes are computed where the scale is set: on the frame of each page.
.frame {
  --text-floor: ${TEXT_FLOOR.standard}px;
${declarations([...Object.entries(TYPE_SCALE).map(([name, entry]) => textSize(name, entry)), ...targets(TARGETS.standard)], '  ')}
}

.frame--elder {
  --text-floor: ${TEXT_FLOOR.elder}px;
${declarations(targets(TARGETS.elder), '  ')}
}
`
}

const TABS = { home: 'home', lifeCircle: 'life-circle', activities: 'activities', me: 'me' }

/** What app.config names with an @: WeChat picks the theme. */
function barTheme(theme, palette) {
  const pictures = Object.entries(TABS).flatMap(([name, file]) => [
    [name, `theme/tab-bar/${theme}/${file}-off.png`],
    [`${name}Chosen`, `theme/tab-bar/${theme}/${file}-on.png`],
  ])
  const dark = theme === 'dark'
  return {
    ground: palette.paper,
    titleStyle: dark ? 'white' : 'black',
    pullStyle: dark ? 'light' : 'dark',
    bar: palette.card,
    barText: palette['ink-soft'],
    barChosen: palette.brand,
    barLine: dark ? 'black' : 'white',
    ...Object.fromEntries(pictures),
  }
}

const tokens = await loadTokens()
const themes = Object.fromEntries(
  Object.entries(tokens.PALETTES).map(([theme, palette]) => [theme, barTheme(theme, palette)]),
)
const wanted = {
  'theme/tokens.scss': stylesheet(tokens),
  'theme.json': `${JSON.stringify(themes, null, 2)}\n`,
}
for (const [name, content] of Object.entries(wanted)) {
  const file = fileURLToPath(new URL(`../src/${name}`, import.meta.url))
  if (!process.argv.includes('--check')) await writeFile(file, content)
  else if ((await readFile(file, 'utf8').catch(() => '')) !== content) {
    console.error(`src/${name} does not match tokens.ts: run \`node scripts/tokens.mjs\`.`)
    process.exitCode = 1
  }
}
