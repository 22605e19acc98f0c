import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The version that the patches were written against and looked at in both editions. */
const LOOKED_AT = '4.2.1'

interface Inside {
  readonly patch: string
  readonly package: string
  readonly file: string
  readonly text: string
}

const inside = (patch: string, name: string, file: string, text: string): Inside => ({
  patch,
  package: name,
  file,
  text,
})

/** Where each patch takes hold of Taro; what for, and how to drop it, stands in README.md. */
const INSIDES: readonly Inside[] = [
  inside('aria-plugin.ts', 'service', 'dist/platform-plugin-base/mini.js', 'onSetupClose'),
  inside('aria-plugin.ts', 'shared', 'dist/template.js', 'mergeComponents('),
  inside('aria-plugin.ts', 'service', 'dist/platform-plugin-base/mini.js', 'runtimePath'),
  inside('aria-runtime.js', 'shared', 'dist/utils.js', 'mergeInternalComponents'),
  inside('lean-plugin.ts', 'shared', 'dist/template.js', 'buildTemplate'),
  inside('lean-plugin.ts', 'shared', 'dist/template.js', 'createMiniComponents('),
  inside('lean-plugin.ts', 'shared', 'dist/template.js', 'modifyCompProps'),
  inside('lean-plugin.ts', 'shared', 'dist/template.js', "'click-view'"),
  inside('h5-components.js', 'plugin-platform-h5', 'dist/index.js', 'import { PullDownRefresh }'),
  inside('h5-no-styles.css', 'plugin-platform-h5', 'dist/index.js', 'components-react/dist/index.css'),
  inside('h5-no-styles.css', 'plugin-platform-h5', 'dist/runtime/index.js', 'taro-components.css'),
  inside('h5-custom-elements.js', 'router', 'dist/tabbar.js', 'defineCustomElementTaroTabbar'),
  inside(
    'h5-custom-elements.js',
    'taro-h5',
    'dist/api/media/image/previewImage.js',
    'defineCustomElementTaroSwiperCore',
  ),
  inside('page-focus.h5.ts', 'router', 'dist/router/page.js', "classList.add('taro_page_shade')"),
  inside('baseLevel', 'webpack5-runner', 'dist/plugins/MiniPlugin.js', 'baseLevel'),
  inside('@tarojs/binding-*', 'binding', 'package.json', '"version"'),
]

const taro = (name: string, file: string): string =>
  readFileSync(path.resolve('node_modules/@tarojs', name, file), 'utf8')

const versionOf = (name: string): string =>
  (JSON.parse(taro(name, 'package.json')) as { readonly version: string }).version

const patchesOf = (insides: readonly Inside[]): readonly string[] => [
  ...new Set(insides.map(({ patch, package: name }) => `${patch} (inside @tarojs/${name})`)),
]

it('every patch was looked at with the version of Taro that is installed', () => {
  const moved = INSIDES.filter(({ package: name }) => versionOf(name) !== LOOKED_AT)
  expect({ lookAgainAt: patchesOf(moved) }).toEqual({ lookAgainAt: [] })
})

it('every place that a patch takes hold of is still there', () => {
  const gone = INSIDES.filter(({ package: name, file, text }) => !taro(name, file).includes(text))
  expect({ lookAgainAt: patchesOf(gone) }).toEqual({ lookAgainAt: [] })
})

it('every patch stands in the page that says why and how to drop it', () => {
  const page = readFileSync(path.join(__dirname, 'README.md'), 'utf8')
  const files = readdirSync(__dirname).filter((file) => !/README|\.test\./.test(file))
  const named = [...files, ...INSIDES.map(({ patch }) => patch)]
  expect(named.filter((name) => !page.includes(name))).toEqual([])
  expect(page).toContain(`Taro ${LOOKED_AT}`)
})
