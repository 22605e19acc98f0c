import { node, npm } from '../process/child.mjs'

/**
 * @typedef {object} Step
 * @property {string} title
 * @property {() => import('../process/child.mjs').Command} command
 * @property {string[]} inputs files and folders whose content decides whether it is built anew
 * @property {string} output is there after a build
 */

const TARO = [
  'src',
  'core',
  'config',
  'babel.config.js',
  'tsconfig.json',
  'tsconfig.weapp.json',
  'tsconfig.h5.json',
]
const BUNDLES = ['cloud', 'core', 'scripts/bundle.mjs', 'scripts/build/bundles.mjs']

/** Whatever is built, in the order of building. @type {Record<'programs' | 'functions' | 'weapp' | 'h5' | 'desk', Step>} */
export const STEPS = {
  programs: {
    title: 'Building the server',
    command: () => node('scripts/bundle.mjs', 'programs'),
    inputs: BUNDLES,
    output: 'dist/server/main.cjs',
  },
  functions: {
    title: 'Building the cloud functions',
    command: () => node('scripts/bundle.mjs', 'functions'),
    inputs: BUNDLES,
    output: 'dist/functions/api/index.js',
  },
  weapp: {
    title: 'Building the mini-program',
    command: () => npm('run', 'build:weapp'),
    inputs: [...TARO, 'project.config.json'],
    output: 'dist/weapp/app.json',
  },
  h5: {
    title: "Building the residents' pages",
    command: () => npm('run', 'build:h5'),
    inputs: [...TARO, 'scripts/compress.mjs'],
    output: 'dist/h5/index.html',
  },
  desk: {
    title: 'Building the staff desk and the wall screen',
    command: () => npm('run', 'build:desk'),
    inputs: ['desk', 'core', 'src/theme', 'src/text', 'scripts/compress.mjs'],
    output: 'dist/desk/desk.html',
  },
}

/** @typedef {keyof typeof STEPS} StepName */
