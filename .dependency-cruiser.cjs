/**
 * The directions of the house: src → core ← cloud. Run once for each suffix of the client
 * (`SUFFIX=weapp` and `SUFFIX=h5`), because `x` resolves to `x.weapp.ts` or `x.h5.ts`.
 */
const suffix = process.env.SUFFIX === 'h5' ? 'h5' : 'weapp'
const other = suffix === 'h5' ? 'weapp' : 'h5'

const TESTS = '\\.test\\.tsx?$|/testing/'

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '\\.d\\.ts$',
          TESTS,
          '(^|/)(main|index)\\.tsx?$',
          '\\.config\\.tsx?$',
          '^src/(app|pages|office|activity|circle|news|search|me|staff)',
          '^config/',
          '^scripts/',
        ],
      },
      to: {},
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\.(scss|png|svg)$' },
    },
    {
      name: 'core-imports-itself-only',
      comment: 'Plus a short list of libraries, each in its own room.',
      severity: 'error',
      from: { path: '^core/', pathNot: TESTS },
      to: { pathNot: ['^core/', 'node_modules/(valibot|d3-contour|d3-array|dayjs)/'] },
    },
    {
      name: 'valibot-in-contract-only',
      severity: 'error',
      from: { path: '^core/', pathNot: ['^core/contract/', TESTS] },
      to: { path: 'node_modules/valibot/' },
    },
    {
      name: 'contours-in-walkshed-only',
      severity: 'error',
      from: { path: '^core/', pathNot: ['^core/walkshed/', TESTS] },
      to: { path: 'node_modules/d3-' },
    },
    {
      name: 'calendar-in-kernel-only',
      severity: 'error',
      from: { path: '^(core|src|cloud)/', pathNot: ['^core/kernel/', TESTS] },
      to: { path: 'node_modules/dayjs/' },
    },
    {
      name: 'domain-knows-no-contract',
      severity: 'error',
      from: { path: '^core/(domain|kernel|walkshed)/' },
      to: { path: '^core/contract/' },
    },
    {
      name: 'walkshed-knows-no-domain',
      severity: 'error',
      from: { path: '^core/walkshed/' },
      to: { path: '^core/domain/' },
    },
    {
      name: 'client-and-backend-apart',
      severity: 'error',
      from: { path: '^(src|desk)/' },
      to: { path: '^cloud/' },
    },
    {
      name: 'backend-and-client-apart',
      severity: 'error',
      from: { path: '^cloud/' },
      to: { path: '^(src|desk)/' },
    },
    {
      name: 'contract-as-types-only',
      comment: 'No validator in the mini-program.',
      severity: 'error',
      from: { path: '^(src|desk)/' },
      to: { path: '^core/contract/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'desk-sees-tokens-and-text',
      severity: 'error',
      from: { path: '^desk/' },
      to: { path: '^src/', pathNot: ['^src/theme/tokens\\.ts$', '^src/text/'] },
    },
    {
      name: 'taro-effects-in-platform-only',
      comment: 'Pages and features say what they want; src/platform knows how WeChat and browsers do it.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(platform|app)', TESTS, '\\.config\\.ts$'] },
      to: { path: 'node_modules/@tarojs/taro/' },
    },
    {
      name: 'components-only-present',
      severity: 'error',
      from: { path: '^src/components/' },
      to: { path: '^src/(api|features|pages|office|activity|circle|news|search|me|staff|platform)/' },
    },
    {
      name: 'sql-in-its-rooms',
      comment:
        'Repositories, migrations, the pack loader and the walk over personal tables speak SQL; handlers do not.',
      severity: 'error',
      from: { path: '^cloud/(handlers|app|server|functions|gateways)/', pathNot: TESTS },
      to: { path: 'node_modules/(kysely|pg)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'production-needs-no-dev-package',
      severity: 'error',
      from: { path: '^cloud/', pathNot: TESTS },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: [`\\.${other}\\.tsx?$`, '/fixtures/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: `tsconfig.${suffix}.json` },
    enhancedResolveOptions: {
      extensions: [`.${suffix}.ts`, `.${suffix}.tsx`, '.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
