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

export default ts.config(
  { ignores: ['dist/', '.cache/', '.data/', 'node_modules/', 'coverage/', '**/fixtures/**/*.js'] },
  js.configs.recommended,
  ...ts.configs.strict,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-restricted-syntax': ['error', ...everywhere],
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
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
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'The instant is handed in.',
        },
      ],
    },
  },
  { files: ['src/**/*.{ts,tsx}', 'desk/**/*.{ts,tsx}'], ...reactHooks.configs.flat['recommended-latest'] },
  {
    // Tests assert on what they get; tight loops over typed arrays stay inside bounds that they have checked.
    files: ['**/*.test.{ts,tsx}', 'tests/**/*.ts', 'core/walkshed/**/*.ts', 'scripts/import-streets/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
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
