import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import dev from './dev'
import prod from './prod'
import { PageParts } from './taro-patches/h5-page-parts'
import { buildSettings } from './settings'

const inRoot = (...parts: string[]): string => path.resolve(__dirname, '..', ...parts)
/** What they reach into is told in config/taro-patches/README.md. */
const inPatches = (file: string): string => inRoot('config', 'taro-patches', file)

/** Only `src` is transpiled by itself. */
const alsoTranspiled = {
  include: [
    inRoot('core'),
    inRoot('config'),
    inRoot('node_modules', '@tanstack'),
    inRoot('node_modules', 'uqr'),
    // Of Taro's router in browsers.
    ...['query-string', 'decode-uri-component', 'filter-obj', 'split-on-first'].map((name) =>
      inRoot('node_modules', name),
    ),
  ],
}

/** Sizes are points times the reader's text scale; rpx and rem would shrink them on narrow phones. */
const postcss = {
  pxtransform: { enable: false, config: {} },
  cssModules: { enable: false },
  // Element selectors mean the elements of HTML, not Taro's web components.
  htmltransform: { enable: false, config: { removeCursorStyle: false } },
}

export default defineConfig<'webpack5'>(async (merge) => {
  const settings = buildSettings(process.env)
  const weapp = settings.platform === 'weapp'
  // Taro reads src/app.config.ts in this process, where no bundler puts the settings in.
  process.env.TARO_APP_SUBDISTRICT = JSON.parse(settings.env.TARO_APP_SUBDISTRICT ?? '""') as string

  const base: UserConfigExport<'webpack5'> = {
    projectName: 'living-room',
    date: '2026-11-1',
    designWidth: 375,
    deviceRatio: { 375: 2 },
    sourceRoot: 'src',
    outputRoot: settings.outputRoot,
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: true, name: settings.cacheName },
    plugins: [
      '@tarojs/plugin-framework-react',
      weapp ? '@tarojs/plugin-platform-weapp' : '@tarojs/plugin-platform-h5',
      ...(weapp ? ['aria', 'lean', 'separate-script'].map((name) => inPatches(`${name}-plugin.ts`)) : []),
    ],
    env: { ...settings.env },
    cssMinimizer: 'csso',
    jsMinimizer: 'terser',
    terser: {
      enable: true,
      config: {
        ecma: 2018,
        compress: { passes: 2, ecma: 2018 },
        output: { comments: false, ascii_only: false },
      },
    },
    copy: {
      patterns: weapp
        ? [
            { from: 'src/sitemap.json', to: `${settings.outputRoot}/sitemap.json` },
            { from: 'src/circle/pictures', to: `${settings.outputRoot}/circle/pictures` },
            { from: 'src/theme/tab-bar', to: `${settings.outputRoot}/theme/tab-bar` },
          ]
        : [{ from: 'src/theme/icon.svg', to: `${settings.outputRoot}/icon.svg` }],
      options: {},
    },
    mini: {
      // Not in Taro's types. Deeper trees go on in a component of their own; ours are less than ten deep.
      ...{ baseLevel: 10 },
      runtime: { enableInnerHTML: false },
      compile: alsoTranspiled,
      experimental: { compileMode: true },
      miniCssExtractPluginOption: { ignoreOrder: true },
      postcss,
    },
    h5: {
      compile: alsoTranspiled,
      publicPath: '/',
      staticDirectory: 'static',
      // Keeps Taro's web components out; see the aliases below.
      useHtmlComponents: true,
      router: { mode: 'browser', customRoutes: { '/preview/pages/preview/index': '/preview/' } },
      webpackChain(chain) {
        // Later than Taro's own aliases, so these hold.
        chain.resolve.alias
          .set('react/jsx-runtime', 'preact/jsx-runtime')
          .set('react-dom/client', 'preact/compat/client')
          .set('react-dom$', 'preact/compat')
          .set('react$', 'preact/compat')
          .set('@tarojs/components$', inPatches('h5-components.js'))
          .set('@tarojs/components/dist/components$', inPatches('h5-custom-elements.js'))
          .set('@tarojs/components/dist/taro-components/taro-components.css', inPatches('h5-no-styles.css'))
          .set('@tarojs/components-react/dist/index.css', inPatches('h5-no-styles.css'))
        // The first load brings the pages of the tab bar. All others come when somebody goes there, or after the first
        // page has what it needs; see src/platform/start/ahead.h5.ts.
        for (const tab of ['home', 'life-circle', 'activities', 'me']) {
          chain.entry('app').add(inRoot('src', 'pages', tab, 'index.tsx'))
        }
        chain.plugin('page-parts').use(PageParts)
        // Styles stay together: a page that comes late must not come unstyled.
        chain.optimization.merge({
          splitChunks: {
            cacheGroups: { styles: { name: 'app', type: 'css/mini-extract', chunks: 'all', enforce: true } },
          },
        })
      },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'chunk/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      postcss,
    },
  }
  return merge({}, base, process.env.NODE_ENV === 'development' ? dev : prod)
})
