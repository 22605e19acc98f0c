import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import ts from 'typescript-eslint'

/** Drawers that collect what has no name; see docs/architecture.md. */
const BANNED_NAMES =
  ':matches(VariableDeclarator, FunctionDeclaration, ClassDeclaration, TSInterfaceDeclaration, TSTypeAliasDeclaration)' +
  ' > Identifier.id[name=/^(utils?|helpers?|manager|info|common|data)$/i]'

const everywhere = [
  {
    selector: BANNED_NAMES,
    message: 'Name the thing: utils, helpers, manager, data, info and common say nothing.',
  },
  {
    selector: 'TSImportType',
    message: 'Write `import type` at the top; the dependency check cannot see this form.',
  },
]

/** What switches the compiler off. */
const unproved = [
  { selector: 'TSAsExpression > TSNeverKeyword', message: 'Prove the type, or change what is asked for.' },
  { selector: 'TSAsExpression > TSTypeQuery', message: 'Prove the type, or change what is asked for.' },
]

/**
 * What one call leaves for the next: two callers would share it unseen. Tables that are only read say so by their
 * type, `ReadonlySet`, `ReadonlyMap` or `readonly …[]`.
 */
const MODULE_LEVEL = ':matches(Program, Program > ExportNamedDeclaration) > VariableDeclaration'
const moduleState = [
  `${MODULE_LEVEL}[kind!='const']`,
  `${MODULE_LEVEL} > VariableDeclarator[init.type='NewExpression'][init.callee.name!='RegExp']:not([id.typeAnnotation.typeAnnotation.typeName.name=/^Readonly(Set|Map)$/])`,
  `${MODULE_LEVEL} > VariableDeclarator[id.typeAnnotation.typeAnnotation.type='TSArrayType']`,
  `${MODULE_LEVEL} > VariableDeclarator > ArrayExpression[elements.length=0]`,
  `${MODULE_LEVEL} > VariableDeclarator > ObjectExpression[properties.length=0]`,
  `${MODULE_LEVEL} > VariableDeclarator > CallExpression[callee.type=/Function/]`,
].map((selector) => ({
  selector,
  message:
    'No state in a module of core: make it in a function whose caller holds it; type a table as readonly.',
}))

/** A phone may show any time: what is shown or decided goes by `now` of src/api/clock.ts or desk/api/clock.ts. */
const ownClock = [
  "CallExpression[callee.object.name='Date'][callee.property.name='now']",
  "CallExpression[callee.object.name='performance'][callee.property.name='now']",
  "NewExpression[callee.name='Date'][arguments.length=0]",
  "CallExpression[callee.name='dayjs'][arguments.length=0]",
].map((selector) => ({
  selector,
  message: 'Ask the clock of src/api or desk/api: this device may be wrong.',
}))

/** A navigation is one at a time and says when it fails. */
const goingElsewhere = [
  {
    selector: 'MemberExpression[property.name=/^(navigateTo|redirectTo|switchTab|reLaunch|navigateBack)$/]',
    message: 'Go by src/platform/navigate/navigate.ts.',
  },
]

const SECRET = '/(?:token|secret)(?:_?hash)?$|(?:browser|code)_?hash$/i'

/** A comparison that ends with the first difference tells a patient caller how much of a guess was right. */
const leakingTime = [
  "CallExpression[callee.property.name='equals']",
  "CallExpression[callee.object.name='Buffer'][callee.property.name='compare']",
  `BinaryExpression[operator=/^[!=]==$/]:matches([left.name=${SECRET}], [left.property.name=${SECRET}]):not([right.type='Literal']):not([right.name='undefined'])`,
  `BinaryExpression[operator=/^[!=]==$/][left.type!='Literal']:matches([right.name=${SECRET}], [right.property.name=${SECRET}])`,
  ":matches(ImportSpecifier[imported.name='timingSafeEqual'], ExportSpecifier[local.name='timingSafeEqual'])",
].map((selector) => ({
  selector,
  message: 'Compare secrets by sameSecret of cloud/gateways/sealing/same-secret.ts.',
}))

export default ts.config(
  { ignores: ['dist/', '.cache/', '.data/', 'node_modules/', 'coverage/', '**/fixtures/**/*.js'] },
  js.configs.recommended,
  ...ts.configs.strict,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-restricted-syntax': ['error', ...everywhere, ...unproved],
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-dynamic-delete': 'off',
      // `void promise` says that the outcome is handled elsewhere; arrow functions returning void calls read well.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
    },
  },
  {
    // The core runs anywhere: what time it is and what chance brings are handed in.
    files: ['core/**/*.ts'],
    ignores: ['core/**/*.test.ts', 'core/walkshed/testing/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        'window',
        'document',
        'process',
        'fetch',
        'setTimeout',
        'setInterval',
        'console',
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The instant is handed in.' },
        { object: 'Math', property: 'random', message: 'Chance is handed in.' },
      ],
      'no-restricted-syntax': [
        'error',
        ...everywhere,
        ...unproved,
        ...moduleState,
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'The instant is handed in.',
        },
      ],
    },
  },
  { files: ['src/**/*.{ts,tsx}', 'desk/**/*.{ts,tsx}'], ...reactHooks.configs.flat['recommended-latest'] },
  {
    files: ['src/**/*.{ts,tsx}', 'desk/**/*.{ts,tsx}'],
    ignores: ['**/*.test.{ts,tsx}', 'src/testing/**'],
    rules: {
      'no-restricted-syntax': ['error', ...everywhere, ...unproved, ...ownClock, ...goingElsewhere],
    },
  },
  {
    // The only places where a device's own clock is read; see core/kernel/server-clock.ts.
    files: ['src/api/clock.ts', 'desk/api/clock.ts', 'desk/screen/main.tsx'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...unproved, ...goingElsewhere] },
  },
  {
    files: ['src/platform/navigate/navigate.ts'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...unproved, ...ownClock] },
  },
  {
    files: ['cloud/**/*.ts'],
    ignores: ['cloud/gateways/sealing/same-secret.ts'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...unproved, ...leakingTime] },
  },
  {
    // Tests assert on what they get; tight loops over typed arrays stay inside bounds that they have checked.
    files: ['**/*.test.{ts,tsx}', 'tests/**/*.ts', 'core/walkshed/**/*.ts', 'scripts/import-streets/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['**/*.test.{ts,tsx}', 'tests/**/*.ts', 'bench/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere] },
  },
  {
    // What several suites need stands in tests/support: a suite can then be changed by itself.
    files: ['tests/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['**/integration/**', '**/weapp/**', '**/e2e/**'],
              message: 'What two suites need belongs into tests/support.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.{mjs,cjs,js}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        module: 'writable',
        require: 'readonly',
        __dirname: 'readonly',
      },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  { files: ['scripts/**', 'bench/**'], rules: { 'no-console': 'off' } },
)
