import type { KnipConfig } from 'knip'

const config: KnipConfig = {
  entry: [
    'src/app.tsx',
    'src/app.config.ts',
    'src/**/*.{weapp,h5}.{ts,tsx}',
    'src/{pages,office,activity,circle,news,search,me,staff,preview,gallery}/**/index.{tsx,config.ts}',
    'config/index.ts',
    // The engine's door: coverage and detours are for pages to come.
    'core/walkshed/index.ts',
    'cloud/server/main.ts',
    'cloud/backup/main.ts',
    'cloud/jobs/main.ts',
    'cloud/pack/main.ts',
    'cloud/posters/main.ts',
    'cloud/staff/main.ts',
    'cloud/table-reader/main.ts',
    'cloud/picture-maker/main.ts',
    'cloud/database/main.ts',
    'cloud/functions/*/index.ts',
    'desk/*/main.tsx',
    'desk/vite.config.ts',
    'desk/screen/vite.config.ts',
    'scripts/*.mjs',
    // Drawn into a style sheet by scripts/scenes.mjs.
    'src/components/scene/draw-scene.ts',
    'scripts/*/main.ts',
    'bench/main.ts',
    'bench/*/main.ts',
    'bench/*/{bare,ours,phone}.ts',
    'tests/**/*.test.ts',
    'tests/debian.ts',
    'tests/{chaos,fuzz}/main.ts',
    'tests/support/api/processes/*.cjs',
    'tests/support/taro/*.{ts,tsx}',
    'scripts/budgets/*.cjs',
    'scripts/build/*.cjs',
    'config/taro-patches/*-plugin.ts',
    // Bundled and started by its path, in a process of its own.
    'tests/support/database/hold-postgres.ts',
  ],
  project: ['{src,core,cloud,tools,desk,config,scripts,bench,tests}/**/*.{ts,tsx,mjs,cjs}'],
  // `x` stands for `x.weapp.ts` or `x.h5.ts`, which only Taro's build knows; tsc and dependency-cruiser check these.
  ignoreUnresolved: [/^\.{1,2}\//],
  // Named in settings or loaded by Taro, Babel and Jest themselves.
  ignoreDependencies: [
    '@babel/plugin-transform-class-properties',
    '@jest/test-sequencer',
    '@babel/runtime',
    '@pmmmwh/react-refresh-webpack-plugin',
    '@tarojs/plugin-framework-react',
    '@tarojs/plugin-platform-h5',
    '@tarojs/plugin-platform-weapp',
    '@tarojs/react',
    '@tarojs/runtime',
    '@tarojs/taro-loader',
    '@tarojs/webpack5-runner',
    '@tanstack/query-core',
    '@types/webpack-env',
    'dependency-cruiser',
    'jest-runtime',
    'lighthouse',
    'miniprogram-compiler',
    'preact',
  ],
  // Debian's own, for the one test that needs its packages.
  ignoreBinaries: ['apt-get', 'age', 'openssl', 'mount', 'umount'],
  ignoreExportsUsedInFile: true,
}

export default config
