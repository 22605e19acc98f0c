import type { KnipConfig } from 'knip'

const config: KnipConfig = {
  entry: [
    'src/app.tsx',
    'src/app.config.ts',
    'src/{pages,office,activity,news,me,staff}/**/index.{tsx,config.ts}',
    'config/index.ts',
    'cloud/server/main.ts',
    'cloud/jobs/main.ts',
    'cloud/pack/main.ts',
    'cloud/database/main.ts',
    'cloud/functions/*/index.ts',
    'desk/*/main.tsx',
    'desk/vite.config.ts',
    'scripts/*.mjs',
    'scripts/*/main.ts',
    'bench/main.ts',
    'bench/*/main.ts',
    'tests/**/*.test.ts',
  ],
  project: ['{src,core,cloud,desk,config,scripts,bench,tests}/**/*.{ts,tsx,mjs,cjs}'],
  // `x` stands for `x.weapp.ts` or `x.h5.ts`; only Taro's build knows which.
  ignoreUnresolved: [/platform\//],
  ignoreExportsUsedInFile: true,
}

export default config
